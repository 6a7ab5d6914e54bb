import { createInterface } from 'node:readline/promises';
import { ceilingOf, exceededExit, exceeds, failOnOption } from '../terminal/ceiling.ts';
import { exitCodes, parseCommand, UserError } from '../terminal/command.ts';
import type { Command } from '../terminal/program.ts';
import { toStandardError } from '../terminal/progress.ts';
import { clientNames } from '../clients/configuration-files.ts';
import type { Preset } from '../model/policy.ts';
import { stackText } from '../report/stack.ts';
import { stackFindings } from '../report/stack-findings.ts';
import { analyse } from '../stack/analysis.ts';
import { type AliasedPolicy, decisions, exportStack, stackPolicies } from '../stack/policy.ts';
import { entryView } from '../view/stack/entry-view.ts';
import { stackReport } from '../view/stack/report.ts';
import { stackView } from '../view/stack/stack-view.ts';
import { configOption } from './configured.ts';
import { catalogueOption, consulted } from './consulting.ts';
import { formatOf, presetOf, save } from './policy/export.ts';
import { sarifOption, writeSarif } from './sarif-file.ts';
import { type FiledEntry, stackEntries } from './stack/entries.ts';
import { filedServers } from './stack/files.ts';
import type { Ask } from './stack/private.ts';

const facts = {
  usage: 'placard stack [options]',
  summary: `Says what all servers of your clients can do together: which the catalogue knows, the chains they form, the smallest set of denials that breaks every chain, the worst tools, names that collide and what the definitions cost. Nothing of a configuration leaves this machine but, with the address of a catalogue, files that each stand for many servers are fetched. Keys, headers and arguments are never printed.`,
  options: {
    config: configOption,
    client: {
      type: 'string',
      multiple: true,
      value: 'CLIENT',
      help: `Only this client: ${Object.keys(clientNames).join(', ')}. Can be given again.`,
    },
    catalogue: catalogueOption,
    start: {
      type: 'boolean',
      help: 'Lists servers that the catalogue does not have, after a question each: in the sandbox, or at their address.',
    },
    yes: { type: 'boolean', help: 'Answers these questions with yes.' },
    preset: { type: 'string', value: 'strict|balanced|read-only', help: 'Default: balanced.' },
    format: {
      type: 'string',
      value: 'FORMAT',
      help: 'Prints one policy for all servers in this format instead.',
    },
    guard: { type: 'boolean', help: 'Puts the guard in front, for what the program cannot hold.' },
    out: {
      type: 'string',
      value: 'DIR',
      help: 'Writes the policy files there. Existing files are left alone.',
    },
    json: { type: 'boolean', help: 'Prints one JSON object.' },
    sarif: sarifOption,
    report: { type: 'boolean', help: 'Prints a Markdown report.' },
    'fail-on': failOnOption,
    'fail-on-chain': {
      type: 'boolean',
      help: `Exit with ${exitCodes.exceeded} when the servers form a chain that the policy of --preset does not break.`,
    },
  },
  examples: [
    { line: 'placard stack', does: 'All servers of all clients on this machine and of the project here.' },
    {
      line: 'placard stack --client cursor --start',
      does: 'Those of Cursor; private ones are listed in the sandbox.',
    },
    { line: 'placard stack --format claude-code --preset strict', does: 'One policy for all of them.' },
    {
      line: 'placard stack --config .mcp.json --sarif stack.sarif --fail-on critical',
      does: 'For a pipeline.',
    },
  ],
  exits: [exceededExit, { code: exitCodes.exceeded, when: 'With --fail-on-chain: a chain is not broken.' }],
} as const;

type Values = NonNullable<ReturnType<typeof parseCommand<typeof facts.options>>>['values'];

/** Asks on the terminal. Without one, nobody can say yes. */
async function askHere(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    toStandardError(`${question} Nobody is here to ask, so no. --yes answers with yes.`);
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(?:es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}

function printPolicy(policies: readonly AliasedPolicy[], values: Values): void {
  const { files, fill, warnings, faults } = exportStack(
    policies,
    formatOf(values.format),
    values.guard === true,
  );
  for (const { sentence } of faults) toStandardError(`Left out: ${sentence}`);
  if (files.length === 0) throw new UserError('No server is known, so there is no policy to print.');
  if (values.out !== undefined) save({ files }, values.out);
  else
    for (const { name, text } of files)
      process.stdout.write(files.length === 1 ? text : `# ${name}\n${text}`);
  for (const { name, destination } of files) toStandardError(`${name}: ${destination}`);
  for (const sentence of fill) toStandardError(`Fill in: ${sentence}`);
  for (const message of warnings) toStandardError(`Not held: ${message}`);
}

/** What there is to say of a stack under a preset. */
function analysed(entries: readonly FiledEntry[], preset: Preset) {
  const members = entries.flatMap(({ alias, server }) => (server === null ? [] : [{ alias, server }]));
  const policies = stackPolicies(entries, preset, new Map());
  const found = analyse(members);
  return { policies, found, view: stackView(found, decisions(policies)), entries: entries.map(entryView) };
}

type Analysed = ReturnType<typeof analysed>;

function print(all: Analysed, values: Values, preset: Preset): void {
  const { found, view, entries, policies } = all;
  const { tokens, share, unknown } = found;
  if (values.format !== undefined) printPolicy(policies, values);
  else if (values.json === true)
    process.stdout.write(
      `${JSON.stringify({ servers: entries, preset, tokens, share, unknown, ...view })}\n`,
    );
  else
    process.stdout.write(
      values.report === true
        ? stackReport({ entries, found, view, preset })
        : stackText({ entries, found, view }),
    );
}

/** Lists private servers, with sandbox and judge, which take longer to load than the rest takes at all. */
async function listed(entries: readonly FiledEntry[], ask: Ask): Promise<FiledEntry[]> {
  const { listPrivate } = await import('./stack/private.ts');
  return listPrivate(entries, ask);
}

async function run(given: readonly string[]): Promise<void> {
  const parsed = parseCommand(facts, given);
  if (parsed === null) return;
  const { values } = parsed;
  const ceiling = ceilingOf(values['fail-on']);
  const preset = presetOf(values.preset);
  if (values.format !== undefined) formatOf(values.format);
  const ask: Ask = values.yes === true ? () => Promise.resolve(true) : askHere;
  const catalogue = consulted(values.catalogue);
  const known = await stackEntries(filedServers(values.config, values.client ?? []), catalogue);
  const filed = values.start === true ? await listed(known, ask) : known;
  const all = analysed(filed, preset);
  print(all, values, preset);
  writeSarif(values.sarif, stackFindings(filed, all.view, ceiling));
  const isUnknown = ceiling !== null && all.entries.some(({ tools }) => tools === null);
  const isGrave = all.view.tools.some(({ risk }) => exceeds(risk, ceiling));
  const isOpen = values['fail-on-chain'] === true && all.view.chains.some(({ state }) => state !== 'broken');
  if (isUnknown || isGrave || isOpen) process.exitCode = exitCodes.exceeded;
}

/** `stack`. */
export const command: Command = { facts, run };
