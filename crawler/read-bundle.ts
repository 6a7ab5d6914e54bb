import { readFileSync } from 'node:fs';
import { Bundle, bundleLists } from '../src/model/bundle.ts';
import { pointer, valueAt } from '../src/model/json.ts';
import { UserError } from '../src/terminal/command.ts';
import { messageOf } from './failure.ts';

const isList = (name: PropertyKey | undefined): name is keyof typeof bundleLists =>
  typeof name === 'string' && Object.hasOwn(bundleLists, name);

/** Which entry an issue of the schema is about, in the reader's counting. */
function entryAt(value: unknown, path: readonly PropertyKey[]): string {
  const [list, index] = path;
  if (typeof index !== 'number' || !isList(list)) return 'the list';
  const name = valueAt(value, pointer(list, index, bundleLists[list]));
  return `entry ${index + 1}${typeof name === 'string' ? ` (${name})` : ''}`;
}

/**
 * The list of servers in a file's text. `file` is named in the message.
 * @throws UserError that names the file and the first entry that is wrong.
 */
export function parseBundle(text: string, file: string): Bundle {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UserError(`${file} is not JSON: ${messageOf(error)}.`);
  }
  const parsed = Bundle.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path ?? [];
  const subject = [file, entryAt(value, path), ...path.slice(2).map(String)].join(', ');
  throw new UserError(
    `${subject}: ${issue?.message ?? 'wrong shape'}. Mend the entry and run the command again.`,
  );
}

/**
 * The servers of a list in a file.
 * @throws UserError that names the file and what is wrong with it.
 */
export function readBundle(file: string): Bundle {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserError(`${file} cannot be read: ${messageOf(error)}. Restore it: git checkout -- ${file}`);
  }
  return parseBundle(text, file);
}
