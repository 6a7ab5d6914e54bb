import { structuredPatch } from 'diff';
import { oneLine, visible } from '../model/display.ts';
import { canonical } from '../model/canonical.ts';
import type { ToolDifference } from '../model/difference.ts';
import type { Json } from '../model/json.ts';
import type { RatedTool } from '../model/scanned.ts';
import { faint, riskColour, strong } from '../terminal/paint.ts';

const titles = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const;

const ratingWords = (rating: ToolDifference['before']): string =>
  rating === null ? 'nothing' : riskColour(rating.risk, `${rating.risk} ${rating.category}`);

function riskWords({ before, after, risk }: ToolDifference): string {
  if (before === null || after === null) return ratingWords(after ?? before);
  if (before.risk === after.risk && before.category === after.category) return `still ${ratingWords(after)}`;
  const graver = risk === 'up' ? strong(' (graver)') : '';
  return `${ratingWords(before)} to ${ratingWords(after)}${graver}`;
}

/** A difference in one line. */
export function differenceLine(difference: ToolDifference): string {
  const { tool, kind, parts } = difference;
  const what = parts.length === 0 ? '' : faint(` (${parts.join(', ')})`);
  return `  ${titles[kind]}: ${strong(oneLine(tool, 128))}${what}, ${riskWords(difference)}\n`;
}

/** A definition in lines, sorted, long texts cut at their sentences so that a difference is a short one. */
function linesOf(tool: RatedTool | undefined): string {
  if (tool === undefined) return '';
  const text = JSON.stringify(JSON.parse(canonical(tool.definition as Json)), null, 2);
  return `${text.replaceAll('\\n', '\\n\n').replace(/(?<=[.!?]) (?=\S)/g, ' \n')}\n`;
}

/** The lines in which two definitions differ, with two lines around each; nothing of them can steer a terminal. */
export function definitionPatch(before: RatedTool | undefined, after: RatedTool | undefined): string {
  const { hunks } = structuredPatch('', '', linesOf(before), linesOf(after), '', '', { context: 2 });
  const paint = (line: string): string => {
    const safe = `    ${visible(line).trimEnd()}`;
    if (line.startsWith('+')) return riskColour('Low', safe);
    return line.startsWith('-') ? riskColour('High', safe) : faint(safe);
  };
  return hunks.map(({ lines }) => `${lines.map(paint).join('\n')}\n`).join(faint('    …\n'));
}

/** Differences with the lines in which the definitions of changed and added tools differ. */
export function differencesText(
  found: readonly ToolDifference[],
  before: readonly RatedTool[],
  after: readonly RatedTool[],
): string {
  const named = (tools: readonly RatedTool[], name: string): RatedTool | undefined =>
    tools.find(({ definition }) => definition.name === name);
  return found
    .map((difference) => {
      const [was, is] = [named(before, difference.tool), named(after, difference.tool)];
      return differenceLine(difference) + (difference.kind === 'changed' ? definitionPatch(was, is) : '');
    })
    .join('');
}
