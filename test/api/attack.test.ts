import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AttackRecord, attackRecords, exposedAs } from '../../src/api/attack.ts';
import { endpointOf } from '../../src/api/endpoints.ts';
import { toolEntry } from '../../src/api/entry.ts';
import type { ApiFile } from '../../src/api/file.ts';
import { readAttacks } from '../../src/catalogue/attacks.ts';
import { limits } from '../../src/model/limits.ts';
import { locations } from '../../src/model/locations.ts';
import { paths } from '../../src/model/paths.ts';
import { briefOf } from '../../src/view/tool-row.ts';
import { sampleServer, sampleTool } from '../samples.ts';

const [attack = assert.fail('no attacks')] = readAttacks(locations.attacks);
const openTools = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const tool = sampleTool({ name: `tool_${index}` });
    const server = sampleServer(`server-${index}`, [tool]);
    const entry = {
      ...toolEntry({ server, tool }),
      ...exposedAs(tool, [{ by: 'change', on: '2026-05-06' }]),
    };
    return { brief: briefOf({ server, tool }), traits: { signals: [], direction: null }, entry };
  });

const recordIn = ({ content }: ApiFile): AttackRecord =>
  AttackRecord.parse(JSON.parse(Buffer.from(content).toString('utf8')));

describe('the record of an attack', () => {
  it('is cut into pages when many tools are open to it, each of which leads to the next', () => {
    const tools = openTools(2 * limits.pageRows + 1);
    const files = attackRecords(attack, tools, ({ entry }, add) => {
      add(Buffer.from(JSON.stringify(entry)));
    });
    const made = Array.from(files, (file) => ({ path: file.path, record: recordIn(file) }));
    const records = made.map(({ record }) => record);
    assert.deepEqual(
      made.map(({ path }) => path),
      records.map(({ json }) => json),
    );
    assert.deepEqual(
      records.flatMap((record) => record.tools),
      tools.map(({ entry }) => entry),
    );
    for (const [place, record] of records.entries()) {
      assert.ok(record.tools.length <= limits.pageRows);
      assert.deepEqual([record.page, record.count], [paths.attack(attack.id), tools.length]);
      assert.equal(record.next, records[place + 1]?.json ?? null);
      assert.equal(record.previous, records[place - 1]?.json ?? null);
      assert.equal(endpointOf(record.json)?.shape, 'AttackRecord');
    }
    assert.equal(records[0]?.json, paths.attackData(attack.id));
  });

  it('is one page that says so when no tool is open to it', () => {
    const [only, ...more] = Array.from(attackRecords(attack, [], assert.fail), recordIn);
    assert.deepEqual(more, []);
    assert.deepEqual([only?.count, only?.tools, only?.next], [0, [], null]);
  });
});
