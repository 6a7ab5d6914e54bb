import { paths } from '../../src/model/paths.ts';
import { hostile } from './catalogue.ts';

export const deleteFile = paths.tool('harbour-files', 'delete_file');
/** One address of every kind of page. */
export const kinds = {
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
  'second page': paths.listPage(paths.category('Read'), 2),
  signals: paths.signals,
  signal: paths.signal('p:path'),
  changes: paths.changes,
  contradictions: paths.contradictions,
  'milder hints': paths.contradictionsOf('less'),
  'servers by risk': paths.serverList('risk', null),
  'servers of a filter': paths.serverList('name', 'unknown'),
  compare: paths.compare,
  comparison: `${paths.compare}?a=harbour-files&b=hostile&c=unlisted`,
  method: paths.method,
  missing: '/servers/gone/',
};
