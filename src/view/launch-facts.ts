import { visible } from '../model/display.ts';
import type { LaunchArgument, LaunchForm, Runner } from '../model/launch.ts';
import type { CatalogueServer } from '../model/server.ts';
import type { Fact } from './facts.ts';
import { sourceLabels } from './sentences.ts';
import { enumeration } from './wording.ts';

/** What each runner is always given, first. */
const commands: Readonly<Record<Runner, readonly string[]>> = {
  npx: ['npx', '-y'],
  uvx: ['uvx'],
  docker: ['docker', 'run', '-i', '--rm'],
  dnx: ['dnx'],
  mcpb: ['MCP bundle'],
};

/** One word as a shell reads it, in quotes unless it is plain: a value must not look like a second command. */
function quoted(word: string): string {
  return /^(?:[\w@%+=:,./-]+|<[\w ./-]+>)$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

function wordsOf({ name, value, hint }: LaunchArgument): string[] {
  const place = hint === null ? null : `<${hint}>`;
  const words = [name, value ?? place].filter((word) => word !== null);
  return words.length === 0 ? ['<value>'] : words;
}

/** An image carries its version as a tag, which most registries write into the name; a bundle's is in its address. */
function packageWord({ kind, name, version }: LaunchForm['package']): string {
  const isWhole = kind === 'mcpb' || (kind === 'oci' && /[:@][^/]*$/.test(name));
  if (version === null || isWhole) return name;
  return `${name}${kind === 'oci' ? ':' : '@'}${version}`;
}

function commandText({ package: reference, runner, arguments: all }: LaunchForm): string {
  const always = runner === null ? [] : commands[runner];
  const given = (where: LaunchArgument['where']) =>
    all.filter((argument) => argument.where === where).map((argument) => wordsOf(argument));
  const runtime = given('runtime').filter(
    ([word = '', ...others]) => others.length > 0 || !always.includes(word),
  );
  const words = [...runtime.flat(), packageWord(reference), ...given('package').flat()];
  return visible([...always, ...words.map(quoted)].join(' '));
}

/** How the sources say a server's packages are launched: their words, for reading. Nobody has tried them. */
export function launchFacts({ sources }: CatalogueServer): Fact[] {
  return sources.flatMap(({ source, launches = [] }) =>
    launches.map((form) => {
      const needed = form.environment.filter((variable) => variable.isRequired && variable.default === null);
      const needs = needed.length === 0 ? '' : `; needs ${enumeration(needed.map(({ name }) => name))}`;
      const note = visible(`says ${sourceLabels[source]}${needs}`);
      return { term: 'Launched as', text: commandText(form), isCode: true, note };
    }),
  );
}
