import { oneLine } from '../model/display.ts';
import { bars, type Risk, risksByWeight } from '../model/risks.ts';
import type { RatedTool, ScannedServer } from '../model/scanned.ts';
import { SignalId, signals } from '../model/signals.ts';
import type { Target } from '../model/target.ts';
import { faint, riskColour, strong } from '../terminal/paint.ts';
import { count } from '../terminal/progress.ts';
import { type Cell, tableText } from '../terminal/table.ts';
import { byText } from '../model/text-order.ts';

/** Rated tools, the gravest first, then by name. */
export const byGravity = (tools: readonly RatedTool[]): RatedTool[] =>
  tools.toSorted((a, b) => weight(a) - weight(b) || byText(a.definition.name, b.definition.name));

const weight = ({ classification }: RatedTool): number => risksByWeight.indexOf(classification.risk);

/** What a tool shows, shortest words first in the order of the evidence; else why it is rated as it is. */
function why({ classification: { signals: found, rationale } }: RatedTool): string {
  const ids = found.flatMap(({ id }) => SignalId.safeParse(id).data ?? []);
  const labels = [...new Set(ids.map((id) => signals[id].label))];
  return labels.length === 0 ? rationale : labels.join(', ');
}

function row(tool: RatedTool): Cell[] {
  const { risk, category } = tool.classification;
  return [
    { text: risk, paint: (text) => riskColour(risk, text) },
    { text: category },
    { text: tool.definition.name, paint: strong },
    { text: why(tool) },
  ];
}

const titles = ['RISK', 'CATEGORY', 'TOOL', 'SHOWS'].map((text): Cell => ({ text, paint: faint }));

/** Rated tools as a table, the gravest first. */
export const toolTable = (tools: readonly RatedTool[]): string =>
  tools.length === 0 ? '' : tableText([titles, ...byGravity(tools).map(row)]);

/** "2 High, 3 Low": how many tools there are of each risk, the gravest first. */
export function riskCounts(tools: readonly RatedTool[]): string {
  const of = (risk: Risk): number =>
    tools.filter(({ classification }) => classification.risk === risk).length;
  return risksByWeight
    .filter((risk) => of(risk) > 0)
    .map((risk) => riskColour(risk, `${of(risk)} ${risk}`))
    .join(', ');
}

/** The gravest risk of some tools; null for none. An unknown one counts only when nothing graver than Low is known. */
export function gravest(tools: readonly RatedTool[]): Risk | null {
  const risks = tools.map(({ classification }) => classification.risk);
  const worst = risks.toSorted((a, b) => bars(b) - bars(a))[0] ?? null;
  return worst === 'Low' && risks.includes('Unknown') ? 'Unknown' : worst;
}

/** Where a server is listed from, in a few words. */
export function targetWords(target: Target, version: string | null): string {
  if (target.kind === 'remote') return target.remote.url;
  if (target.kind === 'program') return target.command.join(' ');
  const words = [`npm:${target.name}${version === null ? '' : `@${version}`}`, ...target.arguments];
  return words.join(' ');
}

/** One scanned server as a chapter: how many tools of each risk, the tools, and what is not known. */
export function serverText({ name, target, state, problem, version, tools, leftOut }: ScannedServer): string {
  const from = targetWords(target, version);
  const head = strong(oneLine(name)) + (from === name ? '' : faint(` · ${oneLine(from)}`));
  if (state !== 'listed') return `${head}\n  ${oneLine(`Not listed. ${problem ?? ''}`, 600)}\n`;
  const counts = tools.length === 0 ? '' : `: ${riskCounts(tools)}`;
  const out = leftOut.map((sentence) => `  Left out: ${oneLine(sentence, 300)}\n`).join('');
  return `${head}\n  ${count(tools.length, 'tool')}${counts}\n${toolTable(tools)}${out}`;
}
