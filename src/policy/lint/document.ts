import {
  getNodeValue,
  findNodeAtLocation,
  type Node,
  parseTree,
  type ParseError,
  printParseErrorCode,
} from 'jsonc-parser';
import { parse as parseToml, TomlError } from 'smol-toml';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { isDeeperThan, isObject } from '../../model/json.ts';
import { limits } from '../../model/limits.ts';
import type { Document, Place } from './linter.ts';

/** What a file says, and where. */
export interface ReadDocument {
  language: 'json' | 'toml' | 'yaml';
  value: Document;
  /** The line, from 1 on, where something stands; null where the language's parser does not tell. */
  lineOf(at: Place): number | null;
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** @throws RangeError that names the line. */
function broken(language: string, line: number, cause: string): RangeError {
  return new RangeError(`Line ${line} is no ${language}: ${cause}`);
}

/** How many values a document holds, stopping above `limit`. */
function sizeOf(root: unknown, limit: number): number {
  const open: unknown[] = [root];
  let size = 0;
  for (let value = open.pop(); value !== undefined && size <= limit; value = open.pop()) {
    size += 1;
    if (typeof value === 'object' && value !== null)
      for (const member of Object.values(value)) open.push(member ?? null);
  }
  return size;
}

function objectOf(value: unknown): Document {
  if (!isObject(value))
    throw new RangeError('A policy file holds an object at its root, and this one does not.');
  if (isDeeperThan(value, limits.policyDepth))
    throw new RangeError(`The file is nested more than ${limits.policyDepth} levels deep.`);
  if (sizeOf(value, limits.policyEntries) > limits.policyEntries)
    throw new RangeError(`The file holds more than ${limits.policyEntries} values.`);
  return value;
}

function readJson(text: string): ReadDocument {
  const errors: ParseError[] = [];
  const root: Node | undefined = parseTree(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first !== undefined) throw broken('JSON', lineAt(text, first.offset), printParseErrorCode(first.error));
  if (root === undefined) throw broken('JSON', 1, 'nothing stands there');
  return {
    language: 'json',
    value: objectOf(getNodeValue(root)),
    lineOf(place) {
      const node = findNodeAtLocation(root, [...place]);
      return node === undefined ? null : lineAt(text, node.offset);
    },
  };
}

function readToml(text: string): ReadDocument {
  return { language: 'toml', value: objectOf(parseToml(text)), lineOf: () => null };
}

function readYaml(text: string): ReadDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [first] = document.errors;
  if (first !== undefined) throw broken('YAML', lines.linePos(first.pos[0]).line, first.message);
  return {
    language: 'yaml',
    value: objectOf(document.toJS({ maxAliasCount: 100 })),
    lineOf(place) {
      const node = document.getIn(place, true);
      return isNode(node) && node.range ? lines.linePos(node.range[0]).line : null;
    },
  };
}

/** Tables and keys as TOML writes them; no line of YAML or JSON looks like that. */
const tomlLine = /^[ \t]*(?:\[\[?[^\]\n]+\]\]?[ \t]*(?:#.*)?|[A-Za-z0-9_."'-]+[ \t]*=.*)$/m;

function readAny(text: string): ReadDocument {
  if (/^\s*(?:[{[]|\/[/*])/.test(text) && !/^\s*\[\[?[A-Za-z_"']/.test(text)) return readJson(text);
  return tomlLine.test(text) && !/^[A-Za-z_]+:/m.test(text) ? readToml(text) : readYaml(text);
}

/**
 * A configuration file in JSON (with comments), TOML or YAML, told apart by its content.
 * @throws RangeError with a sentence for people, which names the line where the file is broken.
 */
export function readPolicyDocument(text: string): ReadDocument {
  if (text.length > limits.policyCharacters)
    throw new RangeError(`The file has more than ${limits.policyCharacters} characters.`);
  if (text.trim() === '') throw new RangeError('The file is empty.');
  try {
    return readAny(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof TomlError) throw broken('TOML', error.line, error.message.split('\n')[0] ?? '');
    if (error instanceof RangeError && !error.message.startsWith('Maximum call stack')) throw error;
    if (error instanceof RangeError) throw new RangeError('The file is nested too deeply to be read.');
    const cause = error instanceof Error ? error.message : String(error);
    throw new RangeError(`The file cannot be read: ${cause}`);
  }
}
