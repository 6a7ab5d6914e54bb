import { z } from 'zod';
import { limits } from './limits.ts';

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

/** The programs that registries have packages launched with; `mcpb` is a client that opens the bundle itself. */
export const Runner = z.enum(['npx', 'uvx', 'docker', 'dnx', 'mcpb']);
export type Runner = z.infer<typeof Runner>;

const launchText = z.string().max(limits.launchCharacters);

export const LaunchArgument = z.object({
  /** The flag of a named argument. */
  name: launchText.nullable(),
  /** The fixed value, or the default. Never that of a secret. */
  value: launchText.nullable(),
  /** What to put in place of a value that is not given. */
  hint: launchText.nullable(),
  isRequired: z.boolean(),
  isSecret: z.boolean(),
  /** Whether the runner gets it, or the package. */
  where: z.enum(['runtime', 'package']),
});
export type LaunchArgument = z.infer<typeof LaunchArgument>;

/** How a source says a package is launched: outside text, recorded and shown, never run. */
export const LaunchForm = z.object({
  package: PackageReference,
  /** Null when the source names a program that is none of these. */
  runner: Runner.nullable(),
  /** Null when the source does not say. */
  transport: z.enum(['stdio', 'streamable-http', 'sse']).nullable(),
  arguments: z.array(LaunchArgument).max(limits.launchWords),
  environment: z
    .array(
      z.object({
        name: launchText.min(1),
        isRequired: z.boolean(),
        isSecret: z.boolean(),
        /** The fixed value, or the default. Never that of a secret. */
        default: launchText.nullable(),
      }),
    )
    .max(limits.launchWords),
});
export type LaunchForm = z.infer<typeof LaunchForm>;
