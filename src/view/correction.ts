import { locations } from '../model/locations.ts';
import { paths } from '../model/paths.ts';
import type { Fact } from './facts.ts';
import type { Forge, SiteIdentity } from '../model/site-identity.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';

type Repository = NonNullable<SiteIdentity['repository']>;

/** What a forge calls its pages for a new file and for one that exists. `path` and `text` are encoded. */
interface Editor {
  add: (branch: string, path: string, text: string) => string;
  edit: (branch: string, path: string) => string;
}

const editors: Readonly<Record<Forge, Editor>> = {
  // GitHub fills a new file in from the address; GitLab takes its name only.
  github: {
    add: (branch, path, text) => `/new/${branch}?filename=${path}&value=${text}`,
    edit: (branch, path) => `/edit/${branch}/${path}`,
  },
  gitlab: {
    add: (branch, path) => `/-/new/${branch}?file_name=${path}`,
    edit: (branch, path) => `/-/edit/${branch}/${path}`,
  },
};

const correctionOf = ({ definition, hash, classification }: CatalogueTool) => ({
  tool: definition.name,
  definition: hash,
  category: classification.category,
  risk: classification.risk,
  reason: '',
  quotes: [{ at: '/description', quote: '' }],
  by: '',
  on: '',
});

/** The text of a correction's file that a person fills in: the tool as it is rated today, and nothing else of it. */
export function correctionText(server: Pick<CatalogueServer, 'id'>, tool: CatalogueTool | null): string {
  const tools = tool === null ? [] : [correctionOf(tool)];
  return `${JSON.stringify({ server: server.id, tools }, null, 2)}\n`;
}

/** Whether a person has corrected one of its tools, so that there is a file to edit. */
export const isCorrected = ({ tools }: Pick<CatalogueServer, 'tools'>): boolean =>
  tools.some(({ classification }) => classification.correction !== null);

/** As much of a server as says where it is corrected. */
export type Correctable = Pick<CatalogueServer, 'id' | 'slug'> & { isCorrected: boolean };

/**
 * Where an entry is corrected: its file in the editor of the repository's forge, or the page that says how where the site
 * names no repository. The file exists where a tool of the server has been corrected before.
 */
export function correctionAddress(
  repository: Repository | undefined,
  server: Correctable,
  tool: CatalogueTool | null,
): string {
  if (repository === undefined) return paths.corrections;
  const { forge, address, branch, folder } = repository;
  const file = [folder, locations.overrides, `${server.slug}.json`].filter((part) => part !== '').join('/');
  const path = file.split('/').map(encodeURIComponent).join('/');
  const editor = editors[forge];
  const place = server.isCorrected
    ? editor.edit(encodeURIComponent(branch), path)
    : editor.add(encodeURIComponent(branch), path, encodeURIComponent(correctionText(server, tool)));
  return `${address.replace(/\/+$/, '')}${place}`;
}

/** The line of a fact card that leads there. */
export const correctionFact = (
  repository: Repository | undefined,
  server: Correctable,
  tool: CatalogueTool | null = null,
): Fact => ({ term: 'Wrong?', text: 'Report a mistake', path: correctionAddress(repository, server, tool) });
