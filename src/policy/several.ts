import { parse as parseYaml } from 'yaml';
import { isObject } from '../model/json.ts';
import type { ExportFile } from './format.ts';
import { guardFile } from './guard-command.ts';
import { jsonText } from './json-text.ts';
import { yamlText } from './yaml-text.ts';

/**
 * How the files of several servers become one. json, yaml: objects are united member by member, lists one after the other.
 * texts: one after the other. documents: the same, with YAML's mark between them. options: the options of one start script.
 * apart: the program takes one file for each server, so they stay apart under the server's name.
 */
type Way = 'json' | 'yaml' | 'texts' | 'documents' | 'options' | 'apart';

/** The way of each format, and of single files that differ from it. */
export const ways: Readonly<Record<string, Way>> = {
  'claude-code': 'json',
  'claude-code-hook': 'json',
  codex: 'texts',
  'codex/json': 'json',
  vscode: 'json',
  'copilot-cli': 'json',
  'copilot-cli/sh': 'options',
  cursor: 'json',
  gemini: 'texts',
  'gemini/json': 'json',
  opencode: 'json',
  openai: 'json',
  'openai/openai-agents.json': 'apart',
  anthropic: 'json',
  docker: 'yaml',
  agentgateway: 'yaml',
  envoy: 'documents',
  toolhive: 'apart',
  agentcore: 'texts',
  litellm: 'yaml',
  librechat: 'yaml',
  intercept: 'apart',
  'policy-json': 'apart',
};

/** The files of one server, under the name it has in them. */
export interface ServerFiles {
  alias: string;
  files: readonly ExportFile[];
}

/** The strictest last: where two servers' files say different things of the same name. */
const strictness: readonly unknown[] = ['allow', 'ask', 'deny'];

/** Two values of one member as one. Words that decide become the stricter of both; of others the first stays. */
function united(a: unknown, b: unknown): unknown {
  if (Array.isArray(a) && Array.isArray(b)) return [...(a as unknown[]), ...(b as unknown[])];
  if (isObject(a) && isObject(b)) return unitedObjects(a, b);
  if (strictness.includes(a) && strictness.includes(b))
    return strictness.indexOf(a) > strictness.indexOf(b) ? a : b;
  return typeof a === 'boolean' && typeof b === 'boolean' ? a && b : a;
}

function unitedObjects(a: Record<string, unknown>, b: Record<string, unknown>): Record<string, unknown> {
  const all = new Map(Object.entries(a));
  for (const [key, value] of Object.entries(b))
    all.set(key, all.has(key) ? united(all.get(key), value) : value);
  // A rule for a whole server stands before those of single tools, because where order counts the last one wins.
  const isWhole = ([key]: [string, unknown]): boolean => key.endsWith('*');
  const members = [...all];
  return Object.fromEntries([...members.filter(isWhole), ...members.filter((member) => !isWhole(member))]);
}

const unitedValues = (values: readonly unknown[]): unknown => values.reduce(united);

/** One start script of several: their options in one command. */
function unitedScripts(texts: readonly string[]): string {
  const lines = texts.map((text) => text.split('\n'));
  const [first = []] = lines;
  const options = lines.flatMap((each) => each.filter((line) => line.startsWith('  --')));
  return [...first.slice(0, 2), ...options, '  "$@"', ''].join('\n');
}

const unite: Readonly<Record<Exclude<Way, 'apart'>, (texts: readonly string[]) => string>> = {
  json: (texts) => jsonText(unitedValues(texts.map((text): unknown => JSON.parse(text)))),
  yaml: (texts) => yamlText(unitedValues(texts.map((text): unknown => parseYaml(text)))),
  texts: (texts) => texts.join('\n'),
  documents: (texts) => texts.join('---\n'),
  options: unitedScripts,
};

const wayOf = (format: string, { name, language }: ExportFile): Way =>
  ways[`${format}/${name}`] ?? ways[`${format}/${language}`] ?? ways[format] ?? 'apart';

/** Whether a file has its server's name in its own already. */
const isNamedAfter = (alias: string, { name }: ExportFile): boolean =>
  [guardFile(alias), `${alias}-hook.json`, `placard-${alias}.toml`].includes(name);

/** The file under a name that no other server's file has. */
function ownFile(alias: string, file: ExportFile): ExportFile {
  if (isNamedAfter(alias, file)) return file;
  const dot = file.name.lastIndexOf('.');
  const name = `${file.name.slice(0, dot)}-${alias}${file.name.slice(dot)}`;
  return { ...file, name, destination: `For ${alias}: ${file.destination}` };
}

/** The name of what a file becomes a part of. A start script is called after the stack and not after its server. */
const wholeName = (alias: string, file: ExportFile, way: Way): string =>
  way === 'options' ? file.name.replace(`-${alias}.`, '-stack.') : file.name;

/**
 * The files of a format for several servers: one of each kind where the program reads one, and one for each server where it
 * cannot tell servers apart in a file, or where its policy file belongs to the guard.
 */
export function filesOfSeveral(format: string, servers: readonly ServerFiles[]): ExportFile[] {
  const all = servers.flatMap(({ alias, files }) =>
    files.map((file) => {
      const way = isNamedAfter(alias, file) ? 'apart' : wayOf(format, file);
      return { alias, file, way, name: wholeName(alias, file, way) };
    }),
  );
  const groups = Map.groupBy(
    all.filter(({ way }) => way !== 'apart'),
    ({ name }) => name,
  );
  const whole = [...groups].flatMap(([name, group]) => {
    const [first] = group;
    if (first === undefined || first.way === 'apart') return [];
    return [{ ...first.file, name, text: unite[first.way](group.map(({ file }) => file.text)) }];
  });
  const apart = all.filter(({ way }) => way === 'apart').map(({ alias, file }) => ownFile(alias, file));
  return [...whole, ...apart];
}
