import { spawnSync } from 'node:child_process';
import { checkParsePolicySet } from '@cedar-policy/cedar-wasm/nodejs';
import { parse as parseJsonc, type ParseError } from 'jsonc-parser';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { PolicyJson } from '../../../../src/model/policy-json.ts';
import type { BuiltPage } from '../page.ts';

function jsonc(text: string): void {
  const errors: ParseError[] = [];
  parseJsonc(text, errors);
  const [first] = errors;
  if (first !== undefined) throw new Error(`error ${first.error} at character ${first.offset}`);
}

function cedar(text: string): void {
  const parsed = checkParsePolicySet({ staticPolicies: text });
  if (parsed.type === 'failure') throw new Error(parsed.errors.map(({ message }) => message).join('; '));
}

function shell(text: string): void {
  const { status, stderr } = spawnSync('sh', ['-n'], { input: text, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** Whether a text is what its file name says: each throws when it is not. */
const parsers: readonly [RegExp, (text: string) => unknown][] = [
  [/^policy\.json$/, (text) => PolicyJson.parse(JSON.parse(text))],
  [/\.jsonc?$/, jsonc],
  [/\.cedar$/, cedar],
  [/\.sh$/, shell],
  [/\.toml$/, parseToml],
  [/\.ya?ml$/, (text) => parseYaml(text) as unknown],
];

function fault(file: string, text: string): string | null {
  const parser = parsers.find(([name]) => name.test(file));
  if (parser === undefined) return `${file}: no parser is known for this file`;
  try {
    parser[1](text);
    return null;
  } catch (error) {
    return `${file}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Every policy that a page shows is read by the parser of its own format. */
export function policies({ $ }: BuiltPage): string[] {
  return $('[data-policy]')
    .toArray()
    .flatMap((block) => {
      const file = $(block).find('figcaption .name').first().text().trim();
      return fault(file, $(block).find('pre').first().text()) ?? [];
    });
}
