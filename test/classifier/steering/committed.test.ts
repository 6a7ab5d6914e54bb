import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { surestBy } from '../../../classifier/signals/reading/steering/score.ts';
import { SteeringWeights, unpacked } from '../../../classifier/signals/reading/steering/weights.ts';
import { families, type Family, readSteeringTexts } from '../../../classifier/train/steering/texts.ts';
import { locations } from '../../../src/model/locations.ts';

const json: unknown = JSON.parse(readFileSync(join(locations.model, 'steering.json'), 'utf8'));
const weights = SteeringWeights.parse(json);
const texts = readSteeringTexts(locations.steering);

describe('The committed weights', () => {
  it('have the shape that the code reads', () => {
    const { error } = SteeringWeights.safeParse(json);
    assert.equal(error, undefined);
  });

  it('are told apart by the signals of the families, each once', () => {
    assert.deepEqual(weights.signals.toSorted(), [...new Set(Object.values(families))].toSorted());
    assert.equal(weights.told.bias.length, weights.signals.length);
    assert.equal(weights.steers.bias.length, 1);
  });

  it('are whole: as many rows as are said, and bytes for no more', () => {
    for (const part of [weights.steers, weights.told]) {
      assert.doesNotThrow(() => unpacked(part));
      assert.throws(() => unpacked({ ...part, rows: part.rows + 1 }), RangeError);
    }
  });

  it('were learned by the code as it is: they still tell the committed sentences apart', () => {
    const surest = surestBy(unpacked(weights.steers));
    const steers = (text: string) => (surest(text)?.score ?? -Infinity) > weights.threshold;
    const share = (label: 'hostile' | 'honest') => {
      const all = texts.filter((each) => each.label === label);
      return all.filter(({ text }) => steers(text)).length / all.length;
    };
    assert.ok(share('hostile') > 0.7, `${share('hostile')} of hostile ones`);
    assert.ok(share('honest') < 0.01, `${share('honest')} of honest ones`);
  });
});

describe('The committed sentences', () => {
  it('have a file for each family, and no other', () => {
    assert.deepEqual(
      readdirSync(locations.steering).toSorted(),
      Object.keys(families)
        .map((family) => `${family}.jsonl`)
        .toSorted(),
    );
  });

  for (const family of Object.keys(families) as Family[])
    it(`are hostile and honest ones: ${family}`, () => {
      const of = (label: string) => texts.filter((each) => each.family === family && each.label === label);
      assert.ok(of('hostile').length >= 100 && of('honest').length >= 100);
    });

  it('stand there once, so that none is hostile here and honest there', () => {
    const seen = new Set<string>();
    const twice = texts.filter(({ text }) => seen.size === seen.add(text).size);
    assert.deepEqual(twice, []);
  });
});
