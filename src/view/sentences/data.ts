import type { SourceId } from '../../model/server.ts';

/** The licence of what Placard adds to the words of others. */
export const dataLicence = {
  name: 'Creative Commons Attribution 4.0 International (CC BY 4.0)',
  address: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

/** What the data set is, for people and for search engines. */
export const dataDescription =
  'The catalogue as JSON Lines: one line for each MCP server, with its tools, their definitions, ratings and the evidence for them.';

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
