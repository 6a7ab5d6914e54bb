import { visible } from '../../model/display.ts';
import { type KnownServer, lint, type Linted } from '../../policy/lint/lint.ts';
import { exitCodes, parseCommand, UserError } from '../../terminal/command.ts';
import type { Command } from '../../terminal/program.ts';
import { forPeople, serverOf, textOfFile, words } from '../inputs.ts';

const facts = {
  usage: 'placard policy lint FILE [options]',
  summary: `Says what a program makes of a policy file: entries it ignores, entries that let more through than they read like,
tools that do not exist, tools that no entry is about, and what is still allowed. The format is recognised from the
content. Exit code 1 when there is a finding besides notes.`,
  options: {
    server: {
      type: 'string',
      multiple: true,
      value: 'ALIAS=SERVER',
      help: 'A server by your key for it in the file and its id or slug here. Can be given again.',
    },
    json: { type: 'boolean', help: 'Prints one JSON object.' },
  },
  positionals: true,
} as const;

function knownServer(text: string): KnownServer {
  const equals = text.indexOf('=');
  if (equals < 1)
    throw new UserError(`--server takes ALIAS=SERVER, not "${visible(text)}".`, exitCodes.usage);
  const { tools } = serverOf(text.slice(equals + 1));
  return { alias: text.slice(0, equals), tools: tools.map(({ definition }) => definition.name) };
}

const titles = {
  ignored: 'Ignored',
  open: 'More open than it reads',
  unknown: 'No such tool',
  missing: 'Not named',
  note: 'Note',
} as const;

function report(file: string, { format, findings, servers }: Linted): string {
  const lines = findings.map(({ kind, at, line, message }) => {
    const place = [line === null ? '' : `line ${line}`, at].filter((each) => each !== '').join(', ');
    return `${titles[kind]}${place === '' ? '' : ` (${place})`}: ${message}`;
  });
  const open = servers.map(({ alias, tools }) => {
    const allowed = tools.filter(({ decision }) => decision === 'allow').map(({ tool }) => visible(tool));
    return `Allowed of ${visible(alias)}, without asking: ${allowed.length === 0 ? 'nothing' : allowed.join(', ')}. ${allowed.length} of ${tools.length} tools.`;
  });
  return [`${file}: ${format.name}`, ...lines, ...open].join('\n');
}

function run(given: readonly string[]): void {
  const parsed = parseCommand(facts, given);
  if (parsed === null) return;
  const [file = ''] = words(parsed.positionals, ['FILE']);
  const servers = (parsed.values.server ?? []).map(knownServer);
  const linted = forPeople(file, () => lint(textOfFile(file), servers));
  const text = parsed.values.json === true ? JSON.stringify(linted) : report(file, linted);
  process.stdout.write(`${text}\n`);
  if (linted.findings.some(({ kind }) => kind !== 'note')) process.exitCode = exitCodes.failed;
}

/** `policy lint`. */
export const command: Command = { facts, run };
