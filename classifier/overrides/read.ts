import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { z } from 'zod';
import { type Override, OverrideFile } from '../../src/model/override.ts';
import { slugChoices } from '../../src/model/slug.ts';
import { UserError } from '../../src/terminal/command.ts';

/** Line numbers as people count them. */
const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** The innermost part of the file on the way to what is wrong: a field that is missing stands in its object. */
function nodeAt(root: Node, path: readonly PropertyKey[]): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const segments = path.slice(0, length).map((key) => (typeof key === 'number' ? key : String(key)));
    const node = findNodeAtLocation(root, segments);
    if (node !== undefined) return node;
  }
  return root;
}

function wrong(file: string, line: number, cause: string): UserError {
  return new UserError(
    `${file}, line ${line}: ${cause}\nCONTRIBUTING.md shows what a correction looks like.`,
  );
}

/** JSON with neither comments nor trailing commas; throws at the first character that is none. */
function treeOf(file: string, text: string): Node {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [error] = errors;
  if (error === undefined && root !== undefined) return root;
  const cause = error === undefined ? 'it is empty' : printParseErrorCode(error.error);
  throw wrong(file, lineAt(text, error?.offset ?? 0), `this is not JSON (${cause}).`);
}

function complaint(file: string, text: string, root: Node, issue: z.core.$ZodIssue): UserError {
  const field = issue.path.map(String).join('.') || 'the file';
  return wrong(file, lineAt(text, nodeAt(root, issue.path).offset), `${field}: ${issue.message}.`);
}

function parseFile(folder: string, name: string): OverrideFile {
  const file = join(folder, name);
  const text = readFileSync(file, 'utf8');
  const root = treeOf(file, text);
  const parsed = OverrideFile.safeParse(JSON.parse(text));
  const [issue] = parsed.error?.issues ?? [];
  if (issue !== undefined) throw complaint(file, text, root, issue);
  if (parsed.data === undefined) throw wrong(file, 1, 'this is no file of corrections.');
  const { server } = parsed.data;
  const names = slugChoices(server).map((slug) => `${slug}.json`);
  if (names.includes(name)) return parsed.data;
  throw wrong(file, 1, `the file on ${server} is called ${names.slice(0, 2).join(' or ')}.`);
}

/**
 * The corrections in a folder, by server id; none when the folder does not exist.
 * @throws UserError that names file, line and field of the first that is not valid.
 */
export function readOverrides(folder: string): Map<string, readonly Override[]> {
  const found = new Map<string, readonly Override[]>();
  if (!existsSync(folder)) return found;
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.json')) continue;
    const { server, tools } = parseFile(folder, name);
    if (found.has(server)) throw wrong(join(folder, name), 1, `another file corrects ${server} already.`);
    found.set(server, tools);
  }
  return found;
}
