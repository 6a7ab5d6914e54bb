import { paths } from '../../src/model/paths.ts';
import { pagePath, pagesOf } from '../../src/view/paging.ts';
import { toolLists } from '../../src/view/tool-lists.ts';
import { byName, listed } from '../../src/view/tool-row.ts';
import { hostile, servers } from './catalogue.ts';

const furtherPages = pagesOf(toolLists(byName(listed(servers)))('Low', 'Read'))
  .slice(1)
  .map(pagePath);

/** The page of a tool that has everything a tool can have. */
export const deleteFile = paths.tool('harbour-files', 'delete_file');
/** Three servers side by side. */
export const comparison = `${paths.compare}?a=harbour-files&b=hostile&c=unlisted`;
/** A page of every kind, which the browser looks at. */
export const kinds: Readonly<Record<string, string>> = {
  home: paths.home,
  servers: paths.servers,
  server: paths.server('harbour-files'),
  'unlisted server': paths.server('unlisted'),
  'hostile server': paths.server('hostile'),
  tool: deleteFile,
  'undescribed tool': paths.tool('harbour-files', 'code_generate'),
  'foreign tool': paths.tool('harbour-files', 'send_kp_email'),
  'unrated tool': paths.tool('one-tool', 'ponder'),
  ...Object.fromEntries(hostile.map(({ slug }) => [slug, paths.tool('hostile', slug)])),
  tools: paths.tools,
  risk: paths.risks,
  level: paths.risk('High'),
  crossing: paths.riskAndCategory('High', 'Destructive'),
  categories: paths.categories,
  category: paths.category('Read'),
  ...Object.fromEntries(furtherPages.map((path) => ['further page', path])),
  signals: paths.signals,
  signal: paths.signal('p:path'),
  changes: paths.changes,
  contradictions: paths.contradictions,
  'milder hints': paths.contradictionsOf('less'),
  'servers by risk': paths.serverList('risk', null),
  'servers of a filter': paths.serverList('name', 'unknown'),
  search: paths.search,
  'search results': `${paths.search}?q=delete`,
  tokens: paths.tokens,
  compare: paths.compare,
  stack: paths.stack,
  comparison,
  method: paths.method,
  attacks: paths.attacks,
  'attacks of a group': paths.attacksOfGroup('impact'),
  attack: paths.attack('data-destruction'),
  'attack no listing shows': paths.attack('session-hijack'),
  formats: paths.formats,
  format: paths.format('claude-code'),
  policies: paths.policies('harbour-files'),
  'policies in every format': `${paths.policies('harbour-files')}all/`,
  'hostile policies': paths.policies('hostile'),
  data: paths.data,
  'data card': paths.dataCard,
  api: paths.api,
  about: paths.about,
  'run it yourself': paths.selfHosting,
  missing: '/servers/never/',
};
