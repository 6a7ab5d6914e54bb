import { visible } from '../../model/display.ts';
import { limits } from '../../model/limits.ts';
import { parseCommand, UserError } from '../../terminal/command.ts';
import { countersIn } from '../counters.ts';
import { readPolicyFile } from '../policy-file.ts';
import { askingOf, askOption, defaultState, stateOption } from '../options.ts';
import { hookClients } from './clients.ts';
import type { HookClient } from './client.ts';
import { decideCall } from './decide.ts';
import { readInput } from './input.ts';

/** With this exit code and words on standard error, every client of the list refuses the call. */
const refuse = 2;

const command = {
  usage: 'placard-guard hook --client CLIENT --policy FILE --server ALIAS [options]',
  summary: `Judges the call that a client describes on standard input, as a hook of that client: PreToolUse of Claude Code and
Codex, preToolUse of Copilot CLI, BeforeTool of Gemini CLI, beforeMCPExecution of Cursor. Says nothing to a call that the
policy allows and to tools of other servers: the client's own settings decide then. Whatever goes wrong refuses the call
with exit code ${refuse}. Clients stop a hook that takes too long, or is missing, and make the call.`,
  options: {
    client: { type: 'string', value: hookClients.map(({ id }) => id).join('|'), help: 'Who runs the hook.' },
    policy: {
      type: 'string',
      value: 'FILE',
      help: 'The policy: the one that came with an export, or policy.json.',
    },
    server: { type: 'string', value: 'ALIAS', help: "The server's key in the client's configuration." },
    ask: askOption,
    state: stateOption,
  },
} as const;

function required(value: string | undefined, name: string): string {
  if (value !== undefined && value !== '') return value;
  throw new UserError(`--${name} is missing. placard-guard hook --help says more.`, refuse);
}

function clientOf(id: string): HookClient {
  const client = hookClients.find((each) => each.id === id);
  if (client !== undefined) return client;
  const known = hookClients.map((each) => each.id).join(', ');
  throw new UserError(`There is no client "${id}". Known are ${known}.`, refuse);
}

async function answer(words: readonly string[]): Promise<string> {
  const given = parseCommand(command, words);
  if (given === null) return '';
  const client = clientOf(required(given.values.client, 'client'));
  const alias = required(given.values.server, 'server');
  const file = required(given.values.policy, 'policy');
  const { ask, state = defaultState } = given.values;
  const call = client.read(await readInput(process.stdin), alias);
  if (call === null) return client.silence;
  return decideCall(call, {
    ...{ client, alias, policy: readPolicyFile(file).policy, asking: askingOf(ask), now: new Date() },
    counters: countersIn(state, JSON.stringify(['hook', client.id, alias])),
  });
}

/** Runs the hook. It ends in time, and everything that is not an answer refuses the call. */
export async function runHook(words: readonly string[]): Promise<void> {
  const late = setTimeout(() => {
    process.stderr.write(`Placard refused the call: no call was read in ${limits.hookMilliseconds} ms.\n`);
    process.exit(refuse);
  }, limits.hookMilliseconds);
  try {
    const text = await answer(words);
    if (text !== '') process.stdout.write(`${text}\n`);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    process.stderr.write(`Placard refused the call: ${visible(cause)}\n`);
    process.exitCode = refuse;
  } finally {
    clearTimeout(late);
  }
}
