import { z } from 'zod';
import type { ServerListing } from '../../src/model/server.ts';
import { Failure, messageOf } from '../failure.ts';
import { Manifest, repositoryAddress } from '../packages/manifest.ts';
import { webAddress } from '../web-address.ts';
import { eachShaped, fetchDetails, shaped } from './details.ts';
import type { Detail } from './details.ts';
import { bareListing, entryOf, pageOf } from './entries.ts';
import type { Outcome } from './entries.ts';
import { isPackageName } from '../../src/clients/package-names.ts';
import { readmeOpening } from './readme.ts';
import { jsonOf } from './request.ts';
import type { Reach, Source } from './source.ts';

const pageSize = 250;

const SearchPage = z.looseObject({
  objects: z.array(z.unknown()),
  total: z.number().int().nonnegative(),
});

const Found = z.looseObject({ package: z.looseObject({ name: z.string() }) });

/** A package's document, as far as it is read here. */
const PackageDocument = z.looseObject({
  'dist-tags': z.looseObject({ latest: z.string() }),
  versions: z.record(z.string(), z.unknown()),
  readme: z.string().nullish().catch(null),
});

function listingOf(manifest: Manifest, readme: string): ServerListing {
  const opening = readmeOpening(readme);
  const { mcpName } = manifest;
  return {
    ...bareListing('npm', manifest.name),
    title: opening.title,
    description: manifest.description ?? opening.description,
    version: manifest.version,
    repository: manifest.repository === null ? null : repositoryAddress(manifest.repository),
    homepage: manifest.homepage === null ? null : webAddress(manifest.homepage),
    packages: [{ kind: 'npm', name: manifest.name, version: manifest.version }],
    ...(mcpName === undefined ? {} : { registryName: mcpName }),
  };
}

/** The latest version of a package. Nothing for one that can be no server: it neither starts nor claims to be one. */
function readPackage(document: unknown, { limits }: Reach): Outcome {
  const { versions, readme, 'dist-tags': tags } = shaped(PackageDocument, document, 'package document');
  const manifest = Manifest.parse(versions[tags.latest]);
  if (manifest.bin === null && manifest.mcpName === undefined) return { entry: null, failures: [] };
  return entryOf(listingOf(manifest, (readme ?? '').slice(0, limits.serverText)), null, limits);
}

function detailOf(base: string, name: string, reach: Reach): Detail {
  return {
    name,
    address: `${base}/${name.replace('/', '%2f')}`,
    unchanged: { entry: null, failures: [] },
    read: (document) => readPackage(document, reach),
  };
}

async function baseOf({ base, machine }: Reach): Promise<string> {
  if (base !== '') return base;
  let configured = '';
  try {
    configured = await machine.npmRegistry();
  } catch (error) {
    throw new Failure('unreachable', `npm does not tell its registry: ${messageOf(error)}`);
  }
  const address = webAddress(configured);
  if (address === null)
    throw new Failure('unreachable', 'npm is configured with a registry that has no web address');
  return address.replace(/\/+$/, '');
}

/**
 * Packages of the npm registry whose keywords say that they are MCP servers.
 *
 * Address: the one in npm's own configuration, `GET /-/v1/search`, then the package's document, with manifest and README.
 * Authentication: none; the user's npm credentials are not read.
 * Paging: `from` and `size`, 250 a page; results drift and are capped, so they are a hint of what exists. Documents are
 * asked for conditionally.
 * Limits: those of the registry are not stated for search; one request a second.
 * Terms: the registry's own. `mcpName` in a manifest names the entry of the official registry, which checks it there.
 * Tools are never read from a README.
 */
export const npm: Source = {
  id: 'npm',
  about: 'packages of the npm registry with the keyword of an MCP server',
  address: null,
  requestsPerSecond: 1,
  async page(cursor, reach) {
    const base = await baseOf(reach);
    const from = Number(cursor ?? '0');
    const query = `text=keywords:mcp-server,mcp,modelcontextprotocol&size=${pageSize}&from=${from}`;
    const raw = jsonOf(await reach.part(`${base}/-/v1/search?${query}`));
    const { objects, total } = shaped(SearchPage, raw, 'search result');
    const { found, failures } = eachShaped(Found, objects, 'package', reach.limits);
    const names = found.map((one) => one.package.name).filter((name) => isPackageName('npm', name));
    const details = names.map((name) => detailOf(base, name, reach));
    const end = from + objects.length;
    const next = objects.length > 0 && end < total ? String(end) : null;
    return pageOf([...failures, ...(await fetchDetails(details, {}, reach))], next);
  },
};
