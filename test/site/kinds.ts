import { paths } from '../../src/model/paths.ts';
import { hostile } from './catalogue.ts';

/** The page of a tool that has everything a tool can have. */
export const deleteFile = paths.tool('harbour-files', 'delete_file');
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
  list: paths.toolsOfRisk('High'),
  method: paths.method,
  attacks: paths.attacks,
  'attacks of a group': paths.attacksOfGroup('impact'),
  attack: paths.attack('data-destruction'),
  'attack no listing shows': paths.attack('session-hijack'),
  formats: paths.formats,
  format: paths.format('claude-code'),
  policies: paths.policies('harbour-files'),
  'hostile policies': paths.policies('hostile'),
  data: paths.data,
  about: paths.about,
  missing: '/servers/gone/',
};
