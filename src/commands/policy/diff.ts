import { visible } from '../../model/display.ts';
import { diffPolicies, type PolicyChange } from '../../policy/diff.ts';
import { exitCodes, parseCommand } from '../../terminal/command.ts';
import type { Command } from '../../terminal/program.ts';
import { forPeople, jsonOfFile, words } from '../inputs.ts';

const facts = {
  usage: 'placard policy diff BEFORE AFTER [options]',
  summary: `Says what became of each tool from one policy to another, what opened first. Both are policy.json, or both are
policies with definitions as exports with the guard have them. Exit code 1 when something opened.`,
  options: { json: { type: 'boolean', help: 'Prints one JSON object for each change.' } },
  positionals: true,
} as const;

const titles = { opened: 'Opened', changed: 'Changed', closed: 'Closed' } as const;

function line({ tool, before, after, direction, bounds }: PolicyChange): string {
  const name = tool === null ? 'tools that are not named' : visible(tool);
  const step = before === after ? before : `${before} to ${after}`;
  return `${titles[direction]}: ${name}, ${step}${bounds.length === 0 ? '' : `; other ${bounds.join(', ')}`}`;
}

function run(given: readonly string[]): void {
  const parsed = parseCommand(facts, given);
  if (parsed === null) return;
  const [before = '', after = ''] = words(parsed.positionals, ['BEFORE', 'AFTER']);
  const changes = forPeople(`${before}, ${after}`, () => diffPolicies(jsonOfFile(before), jsonOfFile(after)));
  const isJson = parsed.values.json === true;
  for (const change of changes) process.stdout.write(`${isJson ? JSON.stringify(change) : line(change)}\n`);
  if (changes.length === 0 && !isJson) process.stdout.write('Nothing differs.\n');
  if (changes.some(({ direction }) => direction === 'opened')) process.exitCode = exitCodes.failed;
}

/** `policy diff`. */
export const command: Command = { facts, run };
