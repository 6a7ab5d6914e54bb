import { Failure } from '../../crawler/failure.ts';
import type { Answer } from '../../crawler/inspect/converse.ts';
import { inspect } from '../../crawler/inspect/inspect.ts';
import { bareScript, permittedScript, type Script } from '../../crawler/sandbox/node-program.ts';
import type { Sandbox } from '../../crawler/sandbox/sandbox.ts';
import { findSandbox } from '../../crawler/sandboxes.ts';
import type { Limits } from '../model/limits.ts';

/** The first of these sandboxes that proves itself, looked for once, when it is needed. @throws Failure `no-sandbox` */
export function sandboxFinder(sandboxes: readonly Sandbox[]): () => Promise<Sandbox> {
  let search: ReturnType<typeof findSandbox> | undefined;
  return async () => {
    const found = await (search ??= findSandbox(sandboxes));
    if (found.sandbox === null) throw new Failure('no-sandbox', found.reasons);
    return found.sandbox;
  };
}

/** Whether a server ended because Node's permission model, the second fence inside the sandbox, held it back. */
const isHeldBack = (error: unknown): boolean =>
  error instanceof Failure && error.kind === 'exited' && error.message.includes('ERR_ACCESS_DENIED');

/**
 * Starts a script of a package in the sandbox and lists its tools. One that the permission model ends is started once more with
 * the sandbox alone, which has proved itself without it.
 * @throws Failure when no complete listing came; the signal's reason when it aborts.
 */
export async function listScript(
  folder: string,
  script: Script,
  { sandbox, limits }: { sandbox: Sandbox; limits: Limits },
  signal: AbortSignal,
): Promise<Answer> {
  const confinement = { folder, node: process.execPath, limits };
  const start = (program: typeof bareScript): Promise<Answer> =>
    inspect(sandbox.enter(confinement, program(confinement, script)), limits, signal);
  try {
    return await start(permittedScript);
  } catch (error) {
    if (!isHeldBack(error)) throw error;
    return start(bareScript);
  }
}
