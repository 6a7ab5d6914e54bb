import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Attack } from '../model/attack.ts';
import { UserError } from '../terminal/command.ts';

function wrong(file: string, cause: string): UserError {
  return new UserError(`${file}: ${cause}\nCorrect the file; data/README.md says what belongs into it.`);
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw wrong(file, `this is not JSON (${error instanceof Error ? error.message : 'unreadable'}).`);
  }
}

function readAttack(folder: string, name: string): Attack {
  const file = join(folder, name);
  const parsed = Attack.safeParse(parse(file));
  if (!parsed.success) throw wrong(file, `this is no attack pattern:\n${z.prettifyError(parsed.error)}`);
  if (`${parsed.data.id}.json` !== name)
    throw wrong(file, `its id is ${parsed.data.id}, so it belongs into ${parsed.data.id}.json.`);
  return parsed.data;
}

/**
 * Every attack pattern of a folder, sorted by id.
 * @throws UserError that names the file and what is wrong with it.
 */
export function readAttacks(folder: string): Attack[] {
  if (!existsSync(folder))
    throw new UserError(`${folder}: there is no such folder.\nGet it back with git checkout -- ${folder}.`);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readAttack(folder, name));
}
