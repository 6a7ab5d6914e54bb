import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readLine } from '../../../classifier/assess-line.ts';
import { Subject } from '../../../src/model/tool.ts';

const reading = (text: string) => readLine({ number: 1, bytes: Buffer.from(text) });

const lineWith = (tool: string) => `{"server":{"name":"s"},"tool":{"name":"x",${tool}}}`;

describe('a line that names a tool', () => {
  const schemas = [
    '{"type":"object","properties":{"a":{"type":["string","null"],"enum":["b",1,null,{"c":[]}]}}}',
    '{"properties":{"__proto__":{"type":"string"},"a":{"__proto__":1}}}',
    '{"properties":{"__pr\\u006fto__":{"type":"string"}}}',
    '{"__proto__":{"type":"string"}}',
  ];
  for (const schema of schemas)
    it(`is read as it is read everywhere: ${schema}`, () => {
      const text = lineWith(`"inputSchema":${schema},"outputSchema":${schema}`);
      const found = reading(text);
      assert.ok(found !== null && 'subject' in found);
      assert.equal(JSON.stringify(found.subject), JSON.stringify(Subject.parse(JSON.parse(text))));
    });

  for (const schema of ['[1]', '"text"', '3'])
    it(`has no schema that is ${schema}`, () => {
      const found = reading(lineWith(`"inputSchema":${schema}`));
      assert.ok(found !== null && 'error' in found);
      assert.match(found.error, /^tool\.inputSchema: .*expected record/);
    });
});
