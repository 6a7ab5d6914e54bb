import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { chooseJudge } from '../../classifier/judges.ts';
import { readMeasurements } from '../../src/catalogue/measurements.ts';
import { locations } from '../../src/model/locations.ts';
import { measuredSets } from '../../src/view/measured.ts';

const committed = readMeasurements(join(import.meta.dirname, '../..', locations.measurements));
const crawl = committed.filter(({ labels }) => labels.name === 'crawl-test');

describe('the committed measurements', () => {
  it('are of the judges as they are: npm run eval -- --json data/measurements.json', () => {
    for (const { judge, judgeVersion } of crawl)
      assert.equal(judgeVersion, chooseJudge(judge, {}).judge.version, judge);
  });

  it('have both offline judges on the tools of the catalogue that nothing was learned from', () => {
    assert.deepEqual(crawl.map(({ judge }) => judge).sort(), ['model', 'rules']);
  });
});

describe('what the method page says of accuracy', () => {
  const sets = measuredSets(committed);

  it('begins with the tools of the catalogue, the rules before the model', () => {
    assert.match(sets[0]?.title ?? '', /Tools of this catalogue/);
    assert.deepEqual(
      sets[0]?.judges.map(({ version }) => version),
      crawl.toSorted((a, b) => (a.judge > b.judge ? -1 : 1)).map(({ judgeVersion }) => judgeVersion),
    );
  });

  it('prints the figures of the measurement', () => {
    const rules = crawl.find(({ judge }) => judge === 'rules');
    const right = sets[0]?.figures.find(({ name }) => name === 'Category right');
    assert.equal(right?.cells[0], `${((rules?.scores.strict ?? 0) * 100).toFixed(1)} %`);
  });

  it('says that there was nothing to measure, and not zero, where a category has no tool', () => {
    const financial = sets[0]?.figures.find(({ name }) => name === 'Financial: found where it was due');
    assert.deepEqual(new Set(financial?.cells), new Set(['nothing to measure']));
  });

  it('says how many hostile texts are noticed and honest ones flagged, and nothing of categories there', () => {
    const hostile = committed.find(({ labels, judge }) => labels.name === 'hostile' && judge === 'model');
    const { noticed = 0, poisoned = 0, alarmed = 0, benign = 0 } = hostile?.hostility ?? {};
    assert.ok(poisoned >= 400 && benign >= 300);
    const set = sets.at(-1);
    assert.match(set?.title ?? '', /Hostile texts/);
    assert.deepEqual(
      set?.figures.filter((_, index) => index !== 1).map(({ cells }) => cells.at(-1)),
      [
        `${noticed} of ${poisoned}, ${((noticed / poisoned) * 100).toFixed(1)} %`,
        `${alarmed} of ${benign}, ${((alarmed / benign) * 100).toFixed(1)} %`,
      ],
    );
  });

  it('says how well single actions are known and rated, where these were measured', () => {
    const measured = committed.find(({ labels }) => labels.name === 'actions-test');
    const { found = 0, choosing = 0, unknown = 0, actions = 0 } = measured?.actions ?? {};
    assert.ok(choosing >= 50 && actions >= 150);
    const set = sets.find(({ title }) => title.startsWith('Single actions'));
    assert.deepEqual(
      [set?.figures[0], set?.figures.at(-1)].map((figure) => figure?.cells.at(-1)),
      [
        `${found} of ${choosing}, ${((found / choosing) * 100).toFixed(1)} %`,
        `${unknown} of ${actions}, ${((unknown / actions) * 100).toFixed(1)} %`,
      ],
    );
    assert.match(set?.about.at(-1) ?? '', /of all actions of this half/);
  });

  it('accounts for every measured tool in the confusion matrix', () => {
    const cells = sets[0]?.confusion?.rows.flatMap((row) => row.cells.map(Number)) ?? [];
    assert.equal(
      cells.reduce((sum, cell) => sum + cell, 0),
      crawl[0]?.scores.tools,
    );
  });
});
