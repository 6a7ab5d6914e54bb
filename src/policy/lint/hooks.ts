import type { Document, Finding, Place } from './linter.ts';
import { at, listAt, membersAt } from './reading.ts';

type Client = 'claude-code' | 'codex' | 'copilot-cli';

const names = { 'claude-code': 'Claude Code', codex: 'Codex', 'copilot-cli': 'Copilot CLI' } as const;

/** Which ends of a hook let the call through, as each client was seen to behave. */
const failsOpen = {
  'claude-code': 'exit codes other than 2, a missing program, a timeout, or an answer that is no JSON',
  codex:
    'exit codes other than 2, exit code 2 without a word on stderr, a missing program, a timeout, or an answer that is no JSON',
  'copilot-cli': 'a timeout, or an answer that is no JSON',
} as const;

/** Whether a command line ends in a refusal that the client understands, whatever happens before. */
function refuses(command: string, client: Client): boolean {
  if (client === 'copilot-cli') return true;
  const last = command.slice(command.lastIndexOf('||'));
  const saying = last.search(/echo|printf/);
  const telling = last.indexOf('>&2', saying);
  return last.startsWith('||') && saying !== -1 && telling !== -1 && last.includes('exit 2', telling);
}

interface Command {
  command: string;
  at: Place;
}

function commandsIn(document: Document, event: string): Command[] {
  return listAt(document, 'hooks', event).flatMap(({ value, at: place }) => {
    const inner = listAt(value, 'hooks').map((each) => ({ value: each.value, at: [...place, ...each.at] }));
    const all = inner.length === 0 ? [{ value, at: place }] : inner;
    return all.flatMap((each) => {
      const command = at(each.value, 'command') ?? at(each.value, 'bash');
      return typeof command === 'string' ? [{ command, at: each.at }] : [];
    });
  });
}

/** A matcher that is a plain name of a server matches no tool; one that is a name with a wildcard of shells, neither. */
function matcherTraps(document: Document, event: string, client: Client): Finding[] {
  return listAt(document, 'hooks', event).flatMap(({ value, at: place }): Finding[] => {
    const matcher = at(value, 'matcher');
    if (typeof matcher !== 'string' || !matcher.startsWith('mcp__')) return [];
    if (!/^mcp__(?:(?!__)[A-Za-z0-9_-])+(?:__\*?)?$/.test(matcher)) return [];
    return [
      {
        kind: 'ignored',
        at: [...place, 'matcher'],
        message: `${names[client]} runs this hook for no tool: a matcher for a whole server is a regular expression that ends in “__.*”.`,
      },
    ];
  });
}

/** The traps of hooks that stand in front of tools: `hooks` in the settings of a client. */
export function hookTraps(document: Document, client: Client): Finding[] {
  const event = client === 'copilot-cli' ? 'preToolUse' : 'PreToolUse';
  const commands = commandsIn(document, event);
  const open = commands
    .filter(({ command }) => !refuses(command, client))
    .map(({ at: place }): Finding => ({
      kind: 'open',
      at: place,
      message: `${names[client]} makes the call when this hook fails: ${failsOpen[client]} does not stop it. End the command with “|| { echo failed >&2; exit 2; }”.`,
    }));
  const otherEvents = membersAt(document, 'hooks')
    .filter(([name]) => name !== event && name.toLowerCase() === event.toLowerCase())
    .map(([name]): Finding => ({
      kind: 'ignored',
      at: ['hooks', name],
      message: `${names[client]} knows no event “${name}”; it is called ${event}.`,
    }));
  const trust: Finding[] =
    client === 'codex' && commands.length > 0
      ? [
          {
            kind: 'note',
            at: ['hooks'],
            message:
              'Codex skips a hook in silence until a person has trusted it with /hooks, and again after each change of it.',
          },
        ]
      : [];
  return [...open, ...otherEvents, ...matcherTraps(document, event, client), ...trust];
}
