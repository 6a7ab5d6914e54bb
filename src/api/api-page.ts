import { keysOfServer, shardOf } from '../lookup/keys.ts';
import { paths } from '../model/paths.ts';
import type { CatalogueServer } from '../model/server.ts';
import { type Endpoint, endpoints } from './endpoints.ts';

/** A command that a reader can copy, and what it answers. */
export interface Example {
  title: string;
  command: string;
}

/** Exactly what the page about the API shows. */
export interface ApiPage {
  /** A page and its twin. */
  twin: { page: string; json: string };
  examples: Example[];
  /** Every kind of file but the further pages of lists. */
  endpoints: readonly Endpoint[];
}

/** A text as one word of a shell, whatever stands in it. */
const shellWord = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function examplesFor(server: CatalogueServer, origin: string): Example[] {
  const key = keysOfServer(server)[0] ?? '';
  const record = `${origin}${paths.json(paths.server(server.slug))}`;
  return [
    {
      title: 'How many tools stand at each level',
      command: `curl -s ${origin}${paths.json(paths.home)} | jq .toolsByRisk`,
    },
    {
      title: 'The tools of a server that we would not simply allow',
      command: `curl -s ${record} | jq -r '.tools[] | select(.decision != "allow") | [.risk, .name] | @tsv'`,
    },
    {
      title: `Which server has a package (this one stands in ${shardOf(key)}.json)`,
      command: `key=${shellWord(key)}
shard=$(printf %s "$key" | sha256sum | cut -c1-2)
curl -s ${origin}${paths.lookup('$shard')} | jq --arg key "$key" '.[$key]'`,
    },
    {
      title: 'Every Critical tool, page by page',
      command: `next=${paths.json(paths.risk('Critical'))}
while [ "$next" != null ]; do
  page=$(curl -s "${origin}$next")
  echo "$page" | jq -r '.entries[] | [.server, .name] | @tsv'
  next=$(echo "$page" | jq -r .next)
done`,
    },
  ];
}

/** Everything the page about the API shows, by the example of a server with tools; without examples where the catalogue has none. */
export function apiPage(server: CatalogueServer | undefined, site: URL | undefined): ApiPage {
  const origin = site?.origin ?? 'http://localhost:4321';
  const page = server === undefined ? paths.home : paths.server(server.slug);
  return {
    twin: { page, json: paths.json(page) },
    examples: server === undefined ? [] : examplesFor(server, origin),
    endpoints: endpoints.filter(({ path }) => !path.includes('/from/')),
  };
}
