import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { modelJudge } from '../../../classifier/judges/model.ts';
import { readModel } from '../../../classifier/judges/model/weights-file.ts';
import { checkCorrections } from '../../../classifier/overrides/check.ts';
import { readOverrides } from '../../../classifier/overrides/read.ts';
import type { Override } from '../../../src/model/override.ts';
import { readCatalogue } from '../../../src/catalogue/read.ts';
import { locations } from '../../../src/model/locations.ts';

const judge = modelJudge(readModel(locations.model));
const servers = readCatalogue(locations.catalogue);
const overrides = readOverrides(locations.overrides);
const check = (corrections: ReadonlyMap<string, readonly Override[]>) =>
  checkCorrections(corrections, servers, judge);

describe('A committed correction is of a tool of the catalogue as it is now, and is still needed', async () => {
  const checked = await check(overrides);

  it('exists', () => {
    assert.ok(checked.length > 0);
  });

  for (const { server, tool, isGood, says } of checked)
    it(`${server}, ${tool}`, () => {
      assert.ok(isGood, says);
    });
});

describe('The check of corrections says what to mend in one that', async () => {
  const [[id, [good]] = ['', []]] = [...overrides];
  assert.ok(good !== undefined);
  const judged = servers
    .find((server) => server.id === id)
    ?.tools.find(({ hash }) => hash === good.definition);
  const { category = 'Read', risk = 'Low' } = judged?.classification.correction?.instead ?? {};
  const cases: [fault: string, server: string, changes: object, says: RegExp][] = [
    ['names a server that nobody knows', 'npm:nowhere', {}, /no such server/],
    ['names a tool that the server has not', id, { tool: 'nothing' }, /no such tool/],
    ['was made for another definition', id, { definition: '0'.repeat(64) }, /stale/],
    [
      'quotes what does not stand there',
      id,
      { quotes: [{ at: '/name', quote: 'never said' }] },
      /never said/,
    ],
    ['says what the judge says', id, { category, risk }, /not needed/],
  ];
  for (const [fault, server, changes, says] of cases) {
    const [checked] = await check(new Map([[server, [{ ...good, ...changes }]]]));

    it(fault, () => {
      assert.equal(checked?.isGood, false);
      assert.match(checked.says, says);
    });
  }
});
