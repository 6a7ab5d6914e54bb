import { oneLine } from '../model/display.ts';
import { paths } from '../model/paths.ts';
import type { CatalogueServer } from '../model/server.ts';
import { faint, strong } from '../terminal/paint.ts';
import { count } from '../terminal/progress.ts';
import { riskCounts, toolTable } from './tools.ts';

/** How it is known what a server lists, and since when. */
function knownWords({ inspection, listed, tools }: CatalogueServer): string {
  if (inspection !== null)
    return `${inspection.kind === 'remote' ? 'Asked' : 'Started'} and listed on ${inspection.at.slice(0, 10)}.`;
  if (listed !== undefined) return `As ${listed.source} listed it on ${listed.on}; not read from the server.`;
  return tools.length === 0
    ? 'Nobody has listed its tools: they are unknown, which is not the same as none.'
    : '';
}

/** The version of the package that was listed. */
const versionOf = ({ inspection }: CatalogueServer): string =>
  inspection?.kind === 'package' ? ` ${inspection.versionGot}` : '';

/** One server of a catalogue as a chapter. */
export function catalogueServerText(server: CatalogueServer): string {
  const { id, slug, name, tools } = server;
  const counts = tools.length === 0 ? '' : `: ${riskCounts(tools)}`;
  return [
    `${strong(oneLine(name))}${faint(` · ${oneLine(id)}${versionOf(server)} · ${paths.server(slug)}`)}\n`,
    `  ${count(tools.length, 'tool')}${counts}. ${knownWords(server)}\n`,
    toolTable(tools),
  ].join('');
}
