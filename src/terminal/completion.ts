import type { OptionFacts } from './command.ts';
import { type CommandTable, type Entry, type Program } from './program.ts';

/** The shells that completion can be had for. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** What may follow the words of a command. */
export interface Completed {
  /** The words after the program's name that lead here, such as `policy lint`. */
  path: string;
  commands: { name: string; does: string }[];
  options: { name: string; help: string; values: readonly string[] }[];
}

/** Values that a shell can offer: those of an option that lists them. */
const valuesOf = ({ value = '' }: OptionFacts): string[] =>
  /^[a-z][a-z0-9-]*(?:\|[a-z][a-z0-9-]*)+$/.test(value) ? value.split('|') : [];

async function optionsOf(entry: Entry): Promise<Completed['options']> {
  const { facts } = 'load' in entry ? await entry.load() : { facts: undefined };
  const options = Object.entries(facts?.options ?? {});
  return [
    ...options.map(([name, option]) => ({ name, help: option.help, values: valuesOf(option) })),
    { name: 'help', help: 'Show the help text.', values: [] },
  ];
}

const namesOf = (commands: CommandTable): Completed['commands'] =>
  Object.entries(commands).map(([name, { does }]) => ({ name, does }));

/** Everything that can be completed, read from the same table as the program runs by. */
export async function completed({ commands }: Pick<Program, 'commands'>, path = ''): Promise<Completed[]> {
  const own: Completed[] = path === '' ? [{ path, commands: namesOf(commands), options: [] }] : [];
  const below = await Promise.all(
    Object.entries(commands).map(async ([name, entry]) => {
      const at = path === '' ? name : `${path} ${name}`;
      const here = { path: at, commands: namesOf(entry.commands ?? {}), options: await optionsOf(entry) };
      return [
        here,
        ...(entry.commands === undefined ? [] : await completed({ commands: entry.commands }, at)),
      ];
    }),
  );
  return [...own, ...below.flat()];
}

/** A text in single quotes for a POSIX shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** The first sentence of a help text, as a shell shows it beside an option. */
const brief = (text: string): string => (/^[^.]*/.exec(text)?.[0] ?? text).slice(0, 80);

/** The patterns of a shell's `case`: the words that lead somewhere, and what follows there or after an option. */
function casesOf(all: readonly Completed[]) {
  const groups = all.filter(({ path }) => path !== '').map(({ path }) => quoted(path));
  const values = all.flatMap(({ path, options }) =>
    options
      .filter((option) => option.values.length > 0)
      .map(({ name, values: words }) => ({ at: quoted(`${path}:--${name}`), words })),
  );
  const words = all.map(({ path, commands, options }) => ({
    at: quoted(`${path}:`),
    words: [...commands.map(({ name }) => name), ...options.map(({ name }) => `--${name}`)],
  }));
  return { groups: groups.join('|'), values, words };
}

function bash(program: string, all: readonly Completed[]): string {
  const { groups, values, words } = casesOf(all);
  const line = (each: { at: string; words: readonly string[] }): string =>
    `    ${each.at}) words=${quoted(each.words.join(' '))} ;;`;
  return `_${program}() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} at='' next words='' word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    next="\${at:+$at }$word"
    case $next in ${groups}) at=$next ;; esac
  done
  case "$at:$previous" in
${values.map(line).join('\n')}
  esac
  [ -n "$words" ] || case "$at:" in
${words.map(line).join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _${program} ${program}
`;
}

function zsh(program: string, all: readonly Completed[]): string {
  const { groups, values, words } = casesOf(all);
  const line = (each: { at: string; words: readonly string[] }): string =>
    `    (${each.at}) compadd -- ${each.words.map(quoted).join(' ')} ;;`;
  return `#compdef ${program}
_${program}() {
  local at='' next word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    next="\${at:+$at }$word"
    case $next in (${groups}) at=$next ;; esac
  done
  case "$at:\${words[CURRENT-1]}" in
${values.map((each) => line(each).replace(' ;;', '; return ;;')).join('\n')}
  esac
  case "$at:" in
${words.map(line).join('\n')}
  esac
  _files
}
compdef _${program} ${program}
`;
}

function fish(program: string, all: readonly Completed[]): string {
  const lines = all.flatMap(({ path, commands, options }) => {
    const words = path.split(' ').filter(Boolean);
    const seen = words.map((word) => `__fish_seen_subcommand_from ${word}`);
    const none = commands.map(({ name }) => name).join(' ');
    const when = seen.length === 0 ? '__fish_use_subcommand' : seen.join('; and ');
    const unless =
      none === '' ? '' : seen.length === 0 ? '' : `; and not __fish_seen_subcommand_from ${none}`;
    const head = `complete -c ${program} -n ${quoted(`${when}${unless}`)}`;
    return [
      ...commands.map(({ name, does }) => `${head} -f -a ${quoted(name)} -d ${quoted(brief(does))}`),
      ...options.map(({ name, help, values }) => {
        const list = values.length === 0 ? '' : ` -x -a ${quoted(values.join(' '))}`;
        return `complete -c ${program} -n ${quoted(when)} -l ${quoted(name)}${list} -d ${quoted(brief(help))}`;
      }),
    ];
  });
  return `${lines.join('\n')}\n`;
}

const printers: Readonly<Record<Shell, (program: string, all: readonly Completed[]) => string>> = {
  bash,
  zsh,
  fish,
};

/** The completion of a program as a script of a shell. */
export const completionScript = (shell: Shell, program: string, all: readonly Completed[]): string =>
  printers[shell](program, all);
