import { parse } from 'yaml';
import { z } from 'zod';
import { isObject } from '../../src/model/json.ts';
import type { Limits } from '../../src/model/limits.ts';
import type { ServerListing } from '../../src/model/server.ts';
import { webAddress } from '../web-address.ts';
import { catalogueFiles } from './catalogue-files.ts';
import type { CatalogueFile } from './catalogue-files.ts';
import { attemptEntry, bareListing, catalogueOf, cleanEntry, entryOf } from './entries.ts';
import type { Outcome } from './entries.ts';
import { qualifiedImage } from '../../src/clients/images.ts';
import type { Source } from './source.ts';

const text = z.string().nullish().catch(null);

/** A server.yaml, as far as it is read here. */
const DockerServer = z.looseObject({
  name: z.string().min(1).max(256),
  image: text,
  about: z.looseObject({ title: text, description: text }).nullish().catch(null),
  source: z.looseObject({ project: text }).nullish().catch(null),
  remote: z.looseObject({ transport_type: text, url: text }).nullish().catch(null),
  tools: z.array(z.unknown()).nullish().catch(null),
});
type DockerServer = z.infer<typeof DockerServer>;

const jsonTypes = ['string', 'integer', 'number', 'boolean', 'array', 'object'];

/** The input schema that Docker's own list of arguments amounts to. */
function schemaOf(parameters: readonly unknown[]): object {
  const named = parameters.filter(isObject).filter(({ name }) => typeof name === 'string');
  const properties = named.map(({ name, type, desc, items }): [string, object] => [
    String(name),
    {
      ...(jsonTypes.includes(String(type)) ? { type } : {}),
      ...(typeof desc === 'string' ? { description: desc } : {}),
      ...(isObject(items) ? { items } : {}),
    },
  ]);
  const required = named.filter(({ optional }) => optional !== true).map(({ name }) => String(name));
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
  };
}

/** A tool as MCP writes it, from one as Docker does: `arguments` or `parameters` instead of `inputSchema`. */
export function toolOf(raw: unknown): unknown {
  if (!isObject(raw)) return raw;
  const { name, description, annotations, inputSchema, parameters, arguments: listed } = raw;
  const schema = inputSchema ?? parameters ?? (Array.isArray(listed) ? schemaOf(listed) : undefined);
  const members = { name, description, annotations, inputSchema: schema };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value != null));
}

function listingOf({ name, image, about, source, remote }: DockerServer): ServerListing {
  const isRemote = remote?.url != null && /^https?:\/\//i.test(remote.url);
  const kind = remote?.transport_type === 'sse' ? 'sse' : 'streamable-http';
  return {
    ...bareListing('docker', name),
    title: about?.title ?? null,
    description: about?.description ?? null,
    repository: webAddress(source?.project ?? ''),
    packages: image == null ? [] : [{ kind: 'oci', name: qualifiedImage(image), version: null }],
    remotes: isRemote ? [{ kind, url: remote.url ?? '' }] : [],
  };
}

/** The entry of one folder, from the texts of its server.yaml and tools.json. */
function readServer(yaml: string, tools: string | undefined, limits: Limits): Outcome {
  const server = DockerServer.parse(cleanEntry(parse(yaml, { maxAliasCount: 100 }), limits));
  const listed: unknown = tools === undefined ? server.tools : JSON.parse(tools);
  const raws = Array.isArray(listed) && listed.length > 0 ? listed.map(toolOf) : null;
  return entryOf(listingOf(server), raws, limits);
}

const place = /(?:^|\/)servers\/([^/]+)\/(server\.yaml|tools\.json)$/;

function readFolders(files: readonly CatalogueFile[], limits: Limits): Outcome[] {
  const texts = new Map(files.map(({ path, text: content }) => [path, content]));
  return files
    .filter(({ path }) => path.endsWith('/server.yaml'))
    .map(({ path, text: content }) => {
      const folder = place.exec(path)?.[1] ?? path;
      const tools = texts.get(path.replace(/server\.yaml$/, 'tools.json'));
      return attemptEntry(folder, () => readServer(content, tools, limits));
    });
}

/**
 * The Docker MCP Catalog.
 *
 * Address: the archive of https://github.com/docker/mcp-registry, or a checkout or archive of it named with --from:
 * `servers/NAME/server.yaml`, and `tools.json` beside it for one server in four.
 * Authentication: none. Paging: none, one archive; its ETag saves a second download.
 * Limits: GitHub's for archives are not published; this makes one request.
 * Terms: MIT. Tools are written with `arguments` in place of an input schema, which are translated; an empty list means
 * that Docker did not look, as it says of remote servers.
 */
export const docker: Source = {
  id: 'docker',
  about: 'the Docker MCP Catalog, with tools',
  address: 'https://codeload.github.com/docker/mcp-registry/tar.gz/refs/heads/main',
  isLocal: true,
  requestsPerSecond: 1,
  async page(_cursor, reach) {
    const files = await catalogueFiles(reach, (path) => place.test(path));
    return files === null ? null : catalogueOf(readFolders(files, reach.limits));
  },
};
