import { z } from 'zod';
import { oneLine } from '../model/display.ts';
import type { LaunchForm, PackageReference } from '../model/launch.ts';
import type { CatalogueServer } from '../model/server.ts';
import { shortened } from '../view/wording.ts';

const Input = z.strictObject({
  name: z.string().min(1),
  isRequired: z.boolean(),
  isSecret: z.boolean(),
  default: z.string().optional(),
});

/**
 * A server.json of the official registry (schema 2025-12-11), as far as we write it: bounds of the texts, the pattern of names, and
 * versions that are neither empty nor `latest`.
 */
export const ServerJson = z.strictObject({
  $schema: z.literal('https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json'),
  name: z
    .string()
    .min(3)
    .max(200)
    .regex(/^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/),
  description: z.string().min(1).max(100),
  title: z.string().min(1).max(100),
  version: z
    .string()
    .min(1)
    .max(255)
    .regex(/^(?!latest$)/),
  repository: z.strictObject({ url: z.url(), source: z.string() }).optional(),
  websiteUrl: z.url().optional(),
  packages: z
    .array(
      z.strictObject({
        registryType: z.enum(['npm', 'pypi', 'oci', 'nuget']),
        identifier: z.string().min(1),
        version: z
          .string()
          .regex(/^(?!latest$)/)
          .optional(),
        runtimeHint: z.string().optional(),
        transport: z.strictObject({ type: z.literal('stdio') }),
        environmentVariables: z.array(Input).optional(),
      }),
    )
    .optional(),
  remotes: z
    .array(z.strictObject({ type: z.enum(['streamable-http', 'sse']), url: z.string().min(1) }))
    .optional(),
});
export type ServerJson = z.infer<typeof ServerJson>;

type ServerPackage = NonNullable<ServerJson['packages']>[number];

/** What the schema calls each kind. A bundle needs a checksum that we have not, and crates are not in it. */
const registryTypes: Readonly<Partial<Record<PackageReference['kind'], ServerPackage['registryType']>>> = {
  npm: 'npm',
  pypi: 'pypi',
  oci: 'oci',
  nuget: 'nuget',
};

function environmentOf({ environment }: LaunchForm): Pick<ServerPackage, 'environmentVariables'> {
  if (environment.length === 0) return {};
  return {
    environmentVariables: environment.map(({ name, isRequired, isSecret, default: preset }) => ({
      ...{ name, isRequired, isSecret },
      ...(preset === null ? {} : { default: preset }),
    })),
  };
}

/** The packages that a client can start over standard input and output, with what sources say of their environment. */
export function packagesOf({ packages, sources }: CatalogueServer): ServerPackage[] {
  const launches = sources.flatMap((source) => source.launches ?? []);
  return packages.flatMap((reference) => {
    const registryType = registryTypes[reference.kind];
    const launch = launches.find(
      ({ package: { name, kind } }) => name === reference.name && kind === reference.kind,
    );
    if (registryType === undefined || (launch?.transport ?? 'stdio') !== 'stdio') return [];
    return {
      ...{ registryType, identifier: reference.name },
      ...(reference.version === null ? {} : { version: reference.version }),
      ...(launch?.runner == null ? {} : { runtimeHint: launch.runner }),
      transport: { type: 'stdio' as const },
      ...(launch === undefined ? {} : environmentOf(launch)),
    };
  });
}

/** An exact version, which also names a file: no range, no path, not long. */
const exactVersion = /^(?!latest$)[A-Za-z0-9][\w.+-]{0,99}$/;

/** The version whose tools were read, or that the sources name; `unknown` where nobody names an exact one. */
export function versionOf({ inspection, packages, sources }: CatalogueServer): string {
  const read = inspection?.kind === 'package' ? inspection.versionGot : null;
  const named = [read, ...packages.map(({ version }) => version), ...sources.map(({ version }) => version)];
  return named.find((version) => version !== null && exactVersion.test(version)) ?? 'unknown';
}

const repositoryOf = (url: string | null): Pick<ServerJson, 'repository'> =>
  url === null || !URL.canParse(url)
    ? {}
    : { repository: { url, source: new URL(url).hostname.replace(/^www\.|\.(?:com|org)$/g, '') } };

/** The server.json of a server under this name, in which texts are cut to their bounds. */
export function serverJson(server: CatalogueServer, name: string): ServerJson {
  const { remotes, homepage } = server;
  const packages = packagesOf(server);
  const description = oneLine(server.description ?? '', 1_000);
  return {
    $schema: 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json',
    name,
    description: description === '' ? 'The server publishes no description.' : shortened(description, 100),
    title: shortened(oneLine(server.name, 1_000), 100),
    version: versionOf(server),
    ...repositoryOf(server.repository),
    ...(homepage !== null && URL.canParse(homepage) ? { websiteUrl: homepage } : {}),
    ...(packages.length === 0 ? {} : { packages }),
    ...(remotes.length === 0 ? {} : { remotes: remotes.map(({ kind: type, url }) => ({ type, url })) }),
  };
}
