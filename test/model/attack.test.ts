import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAttacks } from '../../src/catalogue/attacks.ts';
import { Attack, Measure } from '../../src/model/attack.ts';
import { locations } from '../../src/model/locations.ts';
import { Ability } from '../../src/policy/format.ts';

const attacks = readAttacks(locations.attacks);

const sentences = (text: string): number => text.match(/[.?!]”?(?=\s|$)/g)?.length ?? 0;

describe('the attack base', () => {
  it('has at least 35 patterns, each under one id and one name', () => {
    assert.ok(attacks.length >= 35);
    assert.equal(new Set(attacks.map(({ id }) => id)).size, attacks.length);
    assert.equal(new Set(attacks.map(({ name }) => name.toLowerCase())).size, attacks.length);
  });

  it('is summed up in one sentence and explained in two to four', () => {
    for (const { id, summary, mechanism } of attacks) {
      assert.equal(sentences(summary), 1, id);
      assert.ok(sentences(mechanism) >= 2 && sentences(mechanism) <= 4, `${id}: ${sentences(mechanism)}`);
    }
  });

  it('says of each what a policy cannot stop, and names only what a format can be asked for', () => {
    for (const measure of Measure.options) assert.ok(Ability.safeParse(measure).success, measure);
    for (const { id, policy } of attacks) {
      assert.notEqual(policy.cannot, policy.stops, id);
      assert.equal(new Set(policy.measures).size, policy.measures.length, id);
    }
  });

  it('is mapped to at least one public list of attacks', () => {
    for (const { id, maps } of attacks) assert.ok(Object.values(maps).flat().length > 0, id);
  });

  it('repeats no signal within a leg and no leg', () => {
    for (const { id, needs } of attacks) {
      if (needs.from !== 'signals') continue;
      for (const leg of needs.legs) assert.equal(new Set(leg).size, leg.length, id);
      const spelled = needs.legs.map((leg) => leg.toSorted().join());
      assert.equal(new Set(spelled).size, spelled.length, id);
    }
  });

  it('gives each case once, the newest first', () => {
    for (const { id, cases } of attacks) {
      const dates = cases.map(({ date }) => date);
      assert.deepEqual(dates, dates.toSorted().reverse(), id);
      assert.equal(new Set(cases.map(({ title }) => title)).size, cases.length, id);
    }
  });
});

describe('an attack pattern', () => {
  const [whole] = attacks;
  assert.ok(whole);
  const [first] = whole.cases;
  const changed = (changes: object): boolean => Attack.safeParse({ ...whole, ...changes }).success;
  const withCase = (changes: object): boolean => changed({ cases: [{ ...first, ...changes }] });
  const withNeeds = (changes: object): boolean =>
    changed({ needs: { from: 'signals', legs: [['deletes']], within: 'tool', categories: [], ...changes } });

  it('is accepted as it stands', () => {
    assert.ok(changed({}));
    assert.ok(withCase({}));
    assert.ok(withNeeds({}));
  });

  it('names only signals and categories that exist, and never a category alone', () => {
    assert.ok(!withNeeds({ legs: [['deletes', 'no-such-signal']] }));
    assert.ok(!withNeeds({ categories: ['Other'] }));
    assert.ok(!withNeeds({ legs: [], categories: ['Write'] }));
    assert.ok(!withNeeds({ legs: [[]] }));
  });

  it('has a date and a source for every case', () => {
    for (const date of ['', '2025-13', '2025-02-40', 'July 2025', '1999'])
      assert.ok(!withCase({ date }), date);
    for (const url of ['', 'http://example.org/', 'javascript:alert(1)', 'example.org'])
      assert.ok(!withCase({ url }), url);
    assert.ok(!withCase({ verification: 'certain' }));
  });

  it('spells every number as its owner does', () => {
    for (const id of ['CVE-25-1', 'cve-2025-1234', 'GHSA-1111-2222-3333', 'CS0001'])
      assert.ok(!withCase({ ids: [id] }), id);
    const maps = { owaspMcp: [], owaspAgentic: [], safeMcp: [], mitreAtlas: [] };
    for (const [list, id] of [
      ['owaspMcp', 'MCP11'],
      ['owaspAgentic', 'ASI1'],
      ['safeMcp', 'T1001'],
      ['mitreAtlas', 'AML.T51'],
    ] as const)
      assert.ok(!changed({ maps: { ...maps, [list]: [id] } }), id);
  });

  it('has no field that nobody reads', () => {
    assert.ok(!changed({ severity: 'High' }));
    assert.ok(!withCase({ link: 'x' }));
  });
});
