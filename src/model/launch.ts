import { z } from 'zod';

/** The package managers the registries name. Only npm is started so far. */
export const PackageKind = z.enum(['npm', 'pypi', 'oci', 'nuget', 'mcpb', 'cargo']);

export const PackageReference = z.object({
  kind: PackageKind,
  name: z.string().min(1),
  /** The exact version, or null when the source names none. */
  version: z.string().nullable(),
});
export type PackageReference = z.infer<typeof PackageReference>;

export const Remote = z.object({ kind: z.enum(['streamable-http', 'sse']), url: z.string().min(1) });
export type Remote = z.infer<typeof Remote>;

/** How a server is started. Arguments and environment change the tool list, so they are part of the record. */
export const Launch = z.object({
  package: PackageReference,
  arguments: z.array(z.string()),
  /** Dummy values only, for names the server insists on. Never a real credential. */
  environment: z.record(z.string(), z.string()),
});
export type Launch = z.infer<typeof Launch>;
