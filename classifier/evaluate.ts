import { Category } from '../src/model/categories.ts';
import { parseCommand, runCommand, UserError } from '../src/terminal/command.ts';
import { type Hostility, hostilityOf } from './evaluate/hostile.ts';
import { halfOf, readLabels, subjectOf } from './evaluate/labels.ts';
import { type Scores, scoresOf } from './evaluate/scores.ts';
import { judgeByRules } from './judges/rules.ts';

const percent = (value: number | null) => (value === null ? '-' : `${(value * 100).toFixed(1)} %`);
const row = (cells: readonly (string | number)[]) => cells.map((cell) => String(cell).padStart(12)).join('');

function scoreTable({
  tools,
  strict,
  acceptable,
  macroF1,
  perCategory,
  confusion,
  risk,
  calibration,
}: Scores): string {
  const rows = Category.options.map((each) => {
    const { precision, recall, f1 } = perCategory[each];
    return row([each, ...[precision, recall, f1].map(percent), ...Object.values(confusion[each])]);
  });
  const stated = calibration.map(({ confidence, tools: of, right }) => `${confidence}: ${right} of ${of}`);
  return [
    `${tools} tools: strict ${percent(strict)}, acceptable ${percent(acceptable)}, macro-F1 ${percent(macroF1)}`,
    row(['', 'precision', 'recall', 'F1', ...Category.options.map((each) => `→ ${each}`)]),
    ...rows,
    `Risk of ${risk.tools} tools: exact ${percent(risk.exact)}, within one ${percent(risk.withinOne)}, under-called ${percent(risk.underCalled)}`,
    `Right by stated confidence: ${stated.join(', ')}`,
  ].join('\n');
}

function hostilityTable(found: Hostility): string {
  const alarms = Object.entries(found.falseAlarms).map(([id, count]) => `${id} ${count}`);
  return [
    `Poisoned texts noticed: ${found.noticed} of ${found.poisoned}`,
    `Texts to raters noticed: ${found.directedNoticed} of ${found.directed}`,
    `False alarms on ${found.benign} look-alikes: ${alarms.length === 0 ? 'none' : alarms.join(', ')}`,
    `Judged milder than they are: ${found.lowered.length === 0 ? 'none' : found.lowered.join(', ')}`,
  ].join('\n');
}

function report(file: string, half: string | undefined): string {
  const labels = readLabels(file).filter((label) => half === undefined || halfOf(label) === half);
  const start = performance.now();
  const judged = labels.map((label) => ({ label, verdict: judgeByRules(subjectOf(label)) }));
  const pace = Math.round((labels.length / (performance.now() - start)) * 1000);
  const isHostile = labels.some(({ label }) => label);
  const table = isHostile ? hostilityTable(hostilityOf(judged)) : scoreTable(scoresOf(judged));
  return `${file}${half === undefined ? '' : ` (${half} half)`}, ${pace} tools a second\n${table}\n`;
}

await runCommand(() => {
  const given = parseCommand(
    {
      usage: 'npm run -s evaluate -- [options] FILE...',
      summary: 'Measures the rules against files of labelled tools, one JSON object a line.',
      options: {
        half: { type: 'string', value: 'HALF', help: 'Only the "seen" or the "unseen" half of servers.' },
      },
      positionals: true,
    },
    process.argv.slice(2),
  );
  if (given === null) return;
  const { half } = given.values;
  if (half !== undefined && half !== 'seen' && half !== 'unseen')
    throw new UserError(`--half ${half}: there are only two halves. Say "seen" or "unseen".`, 2);
  if (given.positionals.length === 0)
    throw new UserError('No file of labels was named. Name one or more.', 2);
  for (const file of given.positionals) process.stdout.write(`${report(file, half)}\n`);
});
