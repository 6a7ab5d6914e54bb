import { Category } from '../../src/model/categories.ts';
import type { ActionScores, Scores } from '../../src/model/measurement.ts';
import type { Borne } from './hostile.ts';

const percent = (value: number | null) => (value === null ? '-' : `${(value * 100).toFixed(1)} %`);
const row = (cells: readonly (string | number)[]) => cells.map((cell) => String(cell).padStart(14)).join('');
const list = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ');

/** Scores as a table for a person. */
export function scoreTable(scores: Scores): string {
  const { tools, strict, acceptable, macroF1, perCategory, confusion, risk, calibration } = scores;
  const { evidence, distribution } = scores;
  const rows = Category.options.map((each) => {
    const { precision, recall, f1 } = perCategory[each];
    return row([each, ...[precision, recall, f1].map(percent), ...Object.values(confusion[each])]);
  });
  const stated = calibration.map(({ from, tools: of, right }) => `${from.toFixed(1)}: ${right} of ${of}`);
  return [
    `${tools} tools: strict ${percent(strict)}, acceptable ${percent(acceptable)}, macro-F1 ${percent(macroF1)}`,
    row(['', 'precision', 'recall', 'F1', ...Category.options.map((each) => `→ ${each}`)]),
    ...rows,
    `Risk of ${risk.tools} tools: exact ${percent(risk.exact)}, within one ${percent(risk.withinOne)}, under-called ${percent(risk.underCalled)}`,
    `Right by stated confidence: ${stated.join(', ')}`,
    `Calibration error ${percent(scores.calibrationError)}, for review (below 0.7, or other than the rules) ${percent(scores.review)}`,
    `Said: ${list(distribution.categories)}; ${list(distribution.risks)}`,
    `Evidence: ${evidence.verbatim} of ${evidence.quotes} quotes stand verbatim where they say`,
  ].join('\n');
}

const part = (count: number, whole: number) =>
  `${count} of ${whole} (${percent(whole === 0 ? null : count / whole)})`;

/** How well actions are known and rated, as lines for a person. */
export function actionTable(found: ActionScores): string {
  const { actions } = found;
  return [
    `Arguments that choose an action known: ${part(found.found, found.choosing)}, others taken for such: ${part(found.mistaken, found.others)}`,
    `Of their actions, category right: ${part(found.strict, actions)}, or acceptable: ${part(found.acceptable, actions)}, called Unknown: ${found.unknown}`,
    `Level right: ${part(found.exact, actions)}, within one: ${part(found.withinOne, actions)}, too low: ${part(found.underCalled, actions)}`,
  ].join('\n');
}

/** How hostile texts were borne, as lines for a person. */
export function hostilityTable(found: Borne): string {
  const alarms = list(found.falseAlarms);
  return [
    `Poisoned texts noticed: ${found.noticed} of ${found.poisoned}`,
    `Texts to raters noticed: ${found.directedNoticed} of ${found.directed}`,
    `False alarms on ${found.benign} look-alikes: ${alarms === '' ? 'none' : alarms}`,
    `Judged milder than they are: ${found.lowered.length === 0 ? 'none' : found.lowered.join(', ')}`,
  ].join('\n');
}
