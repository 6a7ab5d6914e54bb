import { z } from 'zod';
import { Category } from './categories.ts';
import { Classification } from './classification.ts';
import { Fault } from './fault.ts';
import { Launch, LaunchForm, PackageReference, Remote } from './launch.ts';
import { Reachability } from './reachability.ts';
import { Review } from './review.ts';
import { Risk } from './risks.ts';
import { ToolDefinition } from './tool.ts';

/**
 * Where a listing was read: a registry, the committed list of servers (`bundled`), or a file or program of the user's.
 * In this order: whose word counts first where sources differ.
 */
export const SourceId = z.enum([
  'official-registry',
  'bundled',
  'registry',
  'toolhive',
  'glama',
  'smithery',
  'docker',
  'github-registry',
  'pulsemcp',
  'toolsdk',
  'npm',
  'file',
  'clients',
  'awesome',
]);
export type SourceId = z.infer<typeof SourceId>;

/** What one source said about one server. */
export const ServerListing = z.object({
  source: SourceId,
  /** The name the source uses, such as a reverse-DNS registry name or a package name. */
  name: z.string().min(1),
  title: z.string().nullable(),
  description: z.string().nullable(),
  version: z.string().nullable(),
  repository: z.string().nullable(),
  homepage: z.string().nullable(),
  packages: z.array(PackageReference),
  remotes: z.array(Remote),
  /** How it says its packages are launched. Absent when it says nothing. */
  launches: z.array(LaunchForm).min(1).optional(),
  status: z.enum(['active', 'deprecated', 'deleted']),
  /** The official registry's name for it, as the package itself claims (`mcpName`). */
  registryName: z.string().optional(),
});
export type ServerListing = z.infer<typeof ServerListing>;

/** What every live server answers, however it is reached. */
const answered = {
  /** The protocol revision: from 2026-07-28 on a server is stateless; before, it began with `initialize`. */
  protocol: z.string(),
  /** When these definitions were first read in this way. */
  at: z.iso.datetime(),
  /** The server's own words about itself: outside text. */
  serverName: z.string().nullable(),
  serverTitle: z.string().nullable(),
  instructions: z.string().nullable(),
  /** Pages of tools/list. */
  pages: z.number().int().positive(),
  /** For how many milliseconds the list is said to stay fresh, and for whom. Null where the server says nothing. */
  ttlMs: z.number().nullable(),
  cacheScope: z.enum(['public', 'private']).nullable(),
};

/** The ways a server is held while it is started. */
export const SandboxId = z.enum(['bubblewrap', 'unshare']);
export type SandboxId = z.infer<typeof SandboxId>;

/** A package that was started, and what it answered on standard output. */
export const PackageVisit = z.object({
  kind: z.literal('package'),
  launch: Launch,
  versionWanted: z.string(),
  versionGot: z.string(),
  /** The checksum of the package's archive that npm verified (a Subresource Integrity string); null when it noted none. */
  integrity: z.string().nullable(),
  sandbox: SandboxId,
  ...answered,
});
export type PackageVisit = z.infer<typeof PackageVisit>;

/** A program of one's own that was started from its folder, and what it answered on standard output. */
export const ProgramVisit = z.object({
  kind: z.literal('program'),
  /** The program and its arguments. */
  command: z.array(z.string()),
  /** Dummy values only. */
  environment: z.record(z.string(), z.string()),
  sandbox: SandboxId,
  ...answered,
});
export type ProgramVisit = z.infer<typeof ProgramVisit>;

/** An address that was asked, and what it answered a stranger. */
export const RemoteVisit = z.object({
  kind: z.literal('remote'),
  /** The address and the transport that was really spoken there. */
  remote: Remote,
  ...answered,
});
export type RemoteVisit = z.infer<typeof RemoteVisit>;

/** How the tools of a live server were listed. */
export const Inspection = z.discriminatedUnion('kind', [PackageVisit, ProgramVisit, RemoteVisit]);
export type Inspection = z.infer<typeof Inspection>;

/** Whose word a server's tools rest on while nobody has read them from the server itself. */
export const ToolListing = z.object({
  source: SourceId,
  /** The server's name there. */
  name: z.string().min(1),
  /** The day we read the list there. */
  on: z.iso.date(),
});
export type ToolListing = z.infer<typeof ToolListing>;

/** What a started server listed, as the crawler hands it to the store. */
export const LiveListing = z.object({
  server: ServerListing,
  inspection: z.discriminatedUnion('kind', [PackageVisit, ProgramVisit]),
  tools: z.array(ToolDefinition),
});
export type LiveListing = z.infer<typeof LiveListing>;

/** One tool of the catalogue. */
export const CatalogueTool = z.object({
  slug: z.string().min(1),
  definition: ToolDefinition,
  /** SHA-256 of the definition's canonical JSON. */
  hash: z.string().length(64),
  /** Tokens of its name, description and input schema, in o200k_base. */
  tokens: z.number().int().positive(),
  firstSeen: z.iso.date(),
  /** When the definition last changed; null when it never did. */
  changed: z.iso.date().nullable(),
  classification: Classification,
});
export type CatalogueTool = z.infer<typeof CatalogueTool>;

/**
 * A definition that a tool had once: from its first day until the day when the server listed another one or none.
 * It is rated by the judge of today, so that two ratings differ only where the definitions do.
 */
export const PastDefinition = z.object({
  definition: ToolDefinition,
  /** SHA-256 of the definition's canonical JSON. */
  hash: z.string().length(64),
  from: z.iso.date(),
  until: z.iso.date(),
  /** Null where the judge was not asked. */
  rating: z.object({ category: Category, risk: Risk }).nullable(),
});
export type PastDefinition = z.infer<typeof PastDefinition>;

/**
 * One line of the published catalogue: a server and all that is known of its tools.
 * Its tools are live when there is an `inspection`, a source's word when there is only `listed`, and otherwise
 * unknown, which is not the same as having none.
 */
export const CatalogueServer = z.object({
  id: z.string().min(1),
  slug: z.string().min(1),
  name: z.string().min(1),
  description: z.string().nullable(),
  repository: z.string().nullable(),
  homepage: z.string().nullable(),
  packages: z.array(PackageReference),
  remotes: z.array(Remote),
  /** What each source said, from which the fields above are merged. */
  sources: z.array(ServerListing),
  inspection: Inspection.nullable(),
  /** What its remote addresses answered; empty when none was visited. */
  reachability: z.array(Reachability),
  /** Absent when the tools are live or unknown. */
  listed: ToolListing.optional(),
  tools: z.array(CatalogueTool),
  /** By tool and time, of each tool the newest; none that did not last to the next day. Absent when there are none. */
  past: z.array(PastDefinition).min(1).optional(),
  faults: z.array(Fault),
  /** Why a person should look at the list of tools. Absent when nothing asks for it. */
  review: z.array(Review).min(1).optional(),
});
export type CatalogueServer = z.infer<typeof CatalogueServer>;

/** A server without its tools. */
export type ServerHead = Omit<CatalogueServer, 'tools'>;
