import { readFileSync, statSync } from 'node:fs';
import { limits } from '../model/limits.ts';
import { readRuleset, type Ruleset } from '../policy/ruleset.ts';
import { UserError } from '../terminal/command.ts';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * The policy in a file: `placard-policy.json` as the exports write it, or `policy.json`.
 * @throws UserError naming the file when it cannot be read or is no policy.
 */
export function readPolicyFile(file: string): Ruleset {
  try {
    if (statSync(file).size > limits.policyBytes)
      throw new RangeError(`it is larger than ${limits.policyBytes} bytes.`);
    return readRuleset(JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')));
  } catch (error) {
    throw new UserError(
      `${file}: no policy to go by: ${messageOf(error)}\nExport it again and put it where the guard looks for it.`,
    );
  }
}
