import { underscored } from './spelling.ts';
import { guardProgram } from './words.ts';

/** The clients whose hooks Placard's guard can answer. */
export type HookClient = 'claude-code' | 'codex' | 'copilot' | 'gemini' | 'cursor';

/** Seconds a client waits for the guard, which takes far less. Most clients make the call when a hook takes longer. */
export const hookSeconds = 30;

/** What the commands of hooks need, for the notes of a format. */
export const hookNeeds = 'The command of the hook is for a POSIX shell and needs Node.js.';

/** The file the guard reads for one server, named after the user's own key for it. */
export function guardFile(alias: string): string {
  return `placard-${underscored(alias)}.json`;
}

/** One word of a POSIX shell that stands for exactly this text. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Clients that take no question from a hook: what the policy asks about, their own settings ask about. */
const silent: readonly HookClient[] = ['codex', 'copilot', 'gemini'];

/**
 * The command line of a hook, for a POSIX shell. `folder` is shell text for the folder of the guard and its file.
 * Whatever goes wrong, it ends with status 2 and a reason on stderr, which every client with such a hook understands as
 * a refusal.
 */
export function hookCommand(client: HookClient, folder: string, alias: string): string {
  const files = `${folder}/${guardProgram} hook --client ${client} --policy ${folder}/${guardFile(alias)}`;
  const asking = silent.includes(client) ? ' --ask client' : '';
  return `node ${files} --server=${shellWord(alias)}${asking} || { echo 'The guard failed, so the call is refused.' >&2; exit 2; }`;
}

/** Stands where a person puts the command line of the server itself. */
export const serverCommand = 'YOUR-SERVER-COMMAND';

/**
 * The command that starts a server behind the guard. The client asks people itself, so the guard lets through what is
 * to be asked once its limits and conditions hold.
 */
export function proxyCommand(folder: string, alias: string): string[] {
  const files = [`${folder}/${guardProgram}`, 'proxy', '--policy', `${folder}/${guardFile(alias)}`];
  return ['node', ...files, '--ask', 'client', '--', serverCommand];
}
