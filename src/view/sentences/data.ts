import type { SourceId } from '../../model/server.ts';

/** The licence of what Placard adds to the words of others. */
export const dataLicence = {
  name: 'Creative Commons Attribution 4.0 International (CC BY 4.0)',
  address: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

/** What the data set is, for people and for search engines. */
export const dataDescription =
  'Every MCP server we know, with its tools, their definitions, ratings and the evidence for them, as JSON Lines, SQLite and Parquet.';

/** What a source asks of those who pass its entries on; sources without an entry ask nothing that we know of. */
export const sourceTerms: Readonly<Partial<Record<SourceId, string>>> = {
  'official-registry': 'CC0 1.0',
};

/** How the tools of a server are known, for a table. */
export const toolsKnown = {
  live: 'Read from the server itself',
  listed: 'Taken from a source, not from the server',
  unknown: 'Not known: nobody has listed them',
} as const;

/** What the data cannot say, one sentence or two each. */
export const dataLimits = [
  'A rating says what a definition shows that one call can do. Nobody has read the code behind it, and Low does not mean safe.',
  'Ratings come from rules and a small model, and from people where they corrected one. Some are wrong: the figures above say how many. Those that are unsure are marked for review.',
  'Servers that want a login, a payment or a setting were not listed. Their tools are unknown, which is not the same as none.',
  'A server can list other tools to other clients, with other arguments or on another day. The record says how and when its tools were read.',
  'Days are those on which we saw something, not those on which it happened. What changed between two readings is not known.',
  'Names, descriptions and schemas are the words of strangers. Some are written to steer whoever reads them, so let no agent follow them.',
  'The sources name popular servers more often than others, and servers for developers more than any. Shares of this catalogue are not shares of all servers.',
  'Tokens are counted with o200k_base. Other models count differently.',
] as const;

/** Two days (ISO dates), of which the second may be the first again. */
export interface Days {
  from: string;
  to: string;
}

/** Of which days the records of the catalogue are. */
export function spanSentence({ from, to }: Days): string {
  return from === to ? `Its records are of ${from}.` : `Its records span ${from} to ${to}.`;
}
