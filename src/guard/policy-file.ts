import { readFileSync, statSync } from 'node:fs';
import { isObject } from '../model/json.ts';
import { limits } from '../model/limits.ts';
import { readRuleset, type Ruleset } from '../policy/ruleset.ts';
import { UserError } from '../terminal/command.ts';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What a policy's file says. */
export interface PolicyFile {
  policy: Ruleset;
  /** The id of the server that it is for; null in policy.json, which does not say. */
  server: string | null;
}

function serverOf(document: unknown): string | null {
  const server = isObject(document) ? document.server : undefined;
  return isObject(server) && typeof server.id === 'string' ? server.id : null;
}

/**
 * The policy in a file: the one that comes with an export, or policy.json.
 * @throws UserError naming the file when it cannot be read or is no policy.
 */
export function readPolicyFile(file: string): PolicyFile {
  try {
    if (statSync(file).size > limits.policyBytes)
      throw new RangeError(`it is larger than ${limits.policyBytes} bytes.`);
    const document: unknown = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
    return { policy: readRuleset(document), server: serverOf(document) };
  } catch (error) {
    throw new UserError(
      `${file}: no policy to go by: ${messageOf(error)}\nExport it again and put it where the guard looks for it.`,
    );
  }
}
