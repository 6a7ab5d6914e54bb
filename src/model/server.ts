import { z } from 'zod';
import { Classification } from './classification.ts';
import { Fault } from './fault.ts';
import { Launch, PackageReference, Remote } from './launch.ts';
import { ToolRule } from './policy.ts';
import { Review } from './review.ts';
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
  status: z.enum(['active', 'deprecated', 'deleted']),
  /** The official registry's name for it, as the package itself claims (`mcpName`). */
  registryName: z.string().optional(),
});
export type ServerListing = z.infer<typeof ServerListing>;

/** What a live server answered, and how it was started. */
export const Inspection = z.object({
  launch: Launch,
  versionWanted: z.string(),
  versionGot: z.string(),
  protocol: z.string(),
  sandbox: z.enum(['bubblewrap', 'unshare']),
  /** When these definitions were first read under this launch. */
  at: z.iso.datetime(),
  /** The server's own words about itself: outside text. */
  serverName: z.string().nullable(),
  serverTitle: z.string().nullable(),
  instructions: z.string().nullable(),
});
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

/** A live listing as the crawler hands it to the store. */
export const LiveListing = z.object({
  server: ServerListing,
  inspection: Inspection,
  tools: z.array(ToolDefinition),
});
export type LiveListing = z.infer<typeof LiveListing>;

/** One tool of the catalogue. */
export const CatalogueTool = z.object({
  slug: z.string().min(1),
  definition: ToolDefinition,
  /** SHA-256 of the definition's canonical JSON. */
  hash: z.string().length(64),
  firstSeen: z.iso.date(),
  /** When the definition last changed; null when it never did. */
  changed: z.iso.date().nullable(),
  classification: Classification,
  rule: ToolRule,
});
export type CatalogueTool = z.infer<typeof CatalogueTool>;

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
  /** Absent when the tools are live or unknown. */
  listed: ToolListing.optional(),
  tools: z.array(CatalogueTool),
  faults: z.array(Fault),
  /** Why a person should look at the list of tools. Absent when nothing asks for it. */
  review: z.array(Review).min(1).optional(),
});
export type CatalogueServer = z.infer<typeof CatalogueServer>;
