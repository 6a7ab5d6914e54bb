import { z } from 'zod';
import { isObject } from '../../src/model/json.ts';
import { Remote } from '../../src/model/launch.ts';
import type { PackageReference } from '../../src/model/launch.ts';
import type { Limits } from '../../src/model/limits.ts';
import type { ServerListing } from '../../src/model/server.ts';
import { Failure } from '../failure.ts';
import { webAddress } from '../web-address.ts';
import { catalogueFiles } from './catalogue-files.ts';
import type { CatalogueFile } from './catalogue-files.ts';
import { attemptEntry, bareListing, catalogueOf, cleanEntry, entryOf } from './entries.ts';
import type { Outcome } from './entries.ts';
import { isPackageName } from '../../src/clients/package-names.ts';
import type { Source } from './source.ts';

const text = z.string().nullish().catch(null);

/** A file of packages/, as far as it is read here. */
const ToolsdkPackage = z.looseObject({
  packageName: z.string().min(1).max(256),
  name: text,
  description: text,
  url: text,
  runtime: text,
  packageVersion: text,
  remotes: z.array(z.unknown()).nullish().catch(null),
});
type ToolsdkPackage = z.infer<typeof ToolsdkPackage>;

const kinds: Readonly<Record<string, PackageReference['kind']>> = {
  node: 'npm',
  python: 'pypi',
  docker: 'oci',
};

/** Go and Java servers have no package of a kind that can be named. */
function packagesOf({ runtime, packageName, packageVersion }: ToolsdkPackage): PackageReference[] {
  const kind = kinds[runtime ?? ''];
  if (kind === undefined || !isPackageName(kind, packageName)) return [];
  return [{ kind, name: packageName, version: packageVersion ?? null }];
}

function listingOf(entry: ToolsdkPackage): ServerListing {
  const remotes = (entry.remotes ?? []).flatMap((raw) => {
    const remote = isObject(raw) ? Remote.safeParse({ kind: raw.type, url: raw.url }) : undefined;
    return remote?.success === true && /^https?:\/\//i.test(remote.data.url) ? [remote.data] : [];
  });
  return {
    ...bareListing('toolsdk', entry.packageName),
    title: entry.name ?? null,
    description: entry.description ?? null,
    version: entry.packageVersion ?? null,
    repository: webAddress(entry.url ?? ''),
    packages: packagesOf(entry),
    remotes,
  };
}

/** The tools of each package, from the index: an object of objects instead of a list. */
function indexedTools(index: CatalogueFile | undefined): Map<string, unknown[]> {
  if (index === undefined) return new Map();
  let packages: unknown;
  try {
    packages = JSON.parse(index.text);
  } catch {
    throw new Failure('bad-response', `${index.path} is not JSON: ${index.text.slice(0, 80)}`);
  }
  const entries = isObject(packages) ? Object.entries(packages) : [];
  return new Map(
    entries.flatMap(([name, entry]) => {
      const tools = isObject(entry) && isObject(entry.tools) ? Object.values(entry.tools) : [];
      return tools.length === 0 ? [] : [[name, tools]];
    }),
  );
}

function readPackage(
  { path, text: content }: CatalogueFile,
  tools: Map<string, unknown[]>,
  limits: Limits,
): Outcome {
  const name = path.replace(/^.*packages\//, '');
  return attemptEntry(name, () => {
    const entry = ToolsdkPackage.parse(cleanEntry(JSON.parse(content), limits));
    return entryOf(listingOf(entry), tools.get(entry.packageName) ?? null, limits);
  });
}

const place = /(?:^|\/)packages\/[^/]+\/[^/]+\.json$/;
const index = /(?:^|\/)indexes\/packages-list\.json$/;

/**
 * The ToolSDK registry.
 *
 * Address: the archive of https://github.com/toolsdk-ai/toolsdk-mcp-registry, or with --from a checkout or archive of it:
 * `packages/CATEGORY/*.json`, and `indexes/packages-list.json` with the tools of the servers that were tried.
 * Authentication: none. Paging: none, one archive; its ETag saves a second download.
 * Limits: GitHub's for archives are not published; this makes one request.
 * Terms: MIT. Tools have names and descriptions, no schemas.
 */
export const toolsdk: Source = {
  id: 'toolsdk',
  about: 'the ToolSDK registry, with tools',
  address: 'https://codeload.github.com/toolsdk-ai/toolsdk-mcp-registry/tar.gz/refs/heads/main',
  isLocal: true,
  requestsPerSecond: 1,
  async page(_cursor, reach) {
    const files = await catalogueFiles(reach, (path) => place.test(path) || index.test(path));
    if (files === null) return null;
    const tools = indexedTools(files.find(({ path }) => index.test(path)));
    const packages = files.filter(({ path }) => place.test(path));
    return catalogueOf(packages.map((file) => readPackage(file, tools, reach.limits)));
  },
};
