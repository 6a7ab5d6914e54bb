import fc from 'fast-check';
import { Decision, type Policy } from '../../src/model/policy.ts';
import { codePoint } from '../code-points.ts';
import { samplePolicy, sampleRule } from './sample-policy.ts';

/** Names that mean something to one format or another, or that a reader cannot tell apart. */
const known = [
  'read_item',
  'read.item',
  'read item',
  '*',
  'read_*',
  '?',
  '.*',
  '^a$',
  '(a|b)+',
  '[a-z]',
  '{a}',
  '"',
  "'",
  "'; rm -rf ~; '",
  '$(id)',
  '`id`',
  '\\',
  'a\\"b',
  'a\nb',
  'a\r\nb',
  'a\tb',
  '# a',
  '-',
  '--allow-all-tools',
  ',',
  'a,b',
  'a:b',
  'a/b',
  'a(b)',
  'mcp__stub__read_item',
  'mcp_stub_read_item',
  '__proto__',
  'constructor',
  'toString',
  '1',
  'ملف',
  '文件',
  'чтение',
  '👩‍💻',
  'a\u202eb',
  'a\u200bb',
  '\u0000',
  '\u007f',
  '\u{e0041}',
  'x'.repeat(200),
  `${'x'.repeat(60)}_a`,
];

/** Any name a server could give a tool: not empty, well-formed, of any script. */
export const hostileName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...known),
  fc.string({ unit: codePoint, minLength: 1, maxLength: 80 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
);

/** A policy over such names, with each decision. */
export const hostilePolicy: fc.Arbitrary<Policy> = fc
  .uniqueArray(fc.tuple(hostileName, fc.constantFrom(...Decision.options)), {
    minLength: 1,
    maxLength: 8,
    selector: ([name]) => name,
  })
  .map((tools) =>
    samplePolicy(Object.fromEntries(tools.map(([name, decision]) => [name, sampleRule({ decision })]))),
  );
