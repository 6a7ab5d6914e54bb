import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sentences } from '../../../classifier/signals/reading/sentences.ts';
import { countOf, factsOf, rows } from '../../../classifier/signals/reading/steering/facts.ts';
import { evenness, type Scored, surestBy } from '../../../classifier/signals/reading/steering/score.ts';
import { wordsOf } from '../../../classifier/signals/reading/steering/words.ts';
import { readSteeringTexts } from '../../../classifier/train/steering/texts.ts';
import { locations } from '../../../src/model/locations.ts';
import { byHand, kindOf, weightIn, wordOf } from './by-hand.ts';

const weigh = (word: string, weight: number) => [rows.word(wordOf(word)), weight] as const;

/** Two words that speak for steering, one of them more, and one that speaks against it. */
const weights = byHand(weigh('rhubarb', 10), weigh('walnut', 20), weigh('pie', -10));
const surest = surestBy(weights);

function found(text: string, by: (text: string) => Scored | null = surest): Scored & { quote: string } {
  const scored = by(text);
  assert.ok(scored !== null);
  return { ...scored, quote: text.slice(scored.start, scored.end).trim() };
}

/** What the facts of a text weigh, as training sees them. */
function asLearned(text: string, by = weights): number {
  const facts = factsOf(wordsOf(text));
  const count = countOf(facts, (row) => weightIn(by, row, 0) !== 0);
  const sum = facts.rows.reduce((all, row) => all + weightIn(by, row, 0), 0);
  return sum / Math.sqrt(count + evenness);
}

describe('The sentence of a text that most surely steers', () => {
  const pie = 'Bakes a pie.';
  const walnut = 'Adds one walnut.';
  const rhubarb = 'Takes rhubarb.';

  for (const text of [
    walnut,
    `${walnut} ${pie} ${pie}`,
    `${pie} ${walnut} ${pie}`,
    `${pie} ${rhubarb} ${pie} ${walnut}`,
  ])
    it(`is found with its place: ${text}`, () => {
      assert.equal(found(text).quote, walnut);
    });

  it('has the same score wherever it stands', () => {
    const alone = found(walnut).score;
    for (const text of [`${walnut} ${pie}`, `${pie} ${walnut} ${pie}`, `${pie.repeat(3)}\n\n${walnut}`])
      assert.equal(found(text).score, alone);
  });

  it('is the first of two that are alike', () => {
    const { start } = found(`${pie} ${walnut} ${pie} ${walnut}`);
    assert.equal(start, pie.length);
  });

  it('stands in a list and behind an empty line as well', () => {
    assert.equal(found(`${pie}\n- ${walnut}\n- ${pie}`).quote, `- ${walnut}`);
    assert.equal(found(`Bakes a pie\n\nAdds one walnut\n\nBakes a pie`).quote, 'Adds one walnut');
  });

  it('is there also where nothing speaks for it, and for nothing alone there is none', () => {
    assert.ok(found(pie).score < 0);
    assert.equal(surest(''), null);
  });

  it('is scored by what its facts weigh, as when it was learned', () => {
    for (const text of [pie, walnut, 'Rhubarb and walnut, never pie!'])
      assert.ok(Math.abs(found(text).score - asLearned(text)) < 1e-9, text);
  });

  it('is not judged by one of few words as much as by more of them', () => {
    assert.ok(found('walnut').score < found('walnut, rhubarb').score);
  });

  it('is not surer because a word comes again', () => {
    const once = found('walnut, plum and apple').score;
    assert.ok(found('walnut, plum and walnut, apple and walnut').score < once);
  });
});

describe('Two sentences in a row', () => {
  const kinds = rows.together(kindOf('cents'), kindOf('curl'));
  const together = surestBy(byHand([kinds, 30]));
  const one = 'Has a box of cents.';
  const other = 'Knows the curl of a leaf.';
  const between = 'Grows rhubarb.';

  it('that only together steer are found as one', () => {
    const both = `${between} ${one} ${other} ${between}`;
    assert.equal(found(both, together).quote, `${one} ${other}`);
    assert.ok(found(both, together).score > 1);
    assert.equal(found(one, together).score, 0);
    assert.equal(found(other, together).score, 0);
  });

  it('are told with the place of the one that more surely steers by itself', () => {
    const weighed = surestBy(byHand([kinds, 30], weigh('cents', 1)));
    assert.equal(found(`${one} ${other}`, weighed).core, 0);
    assert.equal(found(`${other} ${one}`, weighed).core, other.length);
  });

  it('are no more than two', () => {
    assert.equal(found(`${one} ${between} ${other}`, together).score, 0);
  });

  it('are not found where one of them says it better alone', () => {
    assert.equal(found('Adds one walnut. Bakes pie.').quote, 'Adds one walnut.');
  });
});

describe('Every committed sentence', () => {
  it('is scored as its facts are weighed when it is learned, but where two kinds of facts share a row by chance', () => {
    const written = readSteeringTexts(locations.steering).filter((_, index) => index % 20 === 0);
    const single = written.filter(({ text }) => sentences(text).length === 1);
    assert.ok(single.length > 200);
    const learned = byHand(
      ...new Map(
        single.flatMap(({ text, label }) =>
          factsOf(wordsOf(text)).rows.map(
            (row) => [row, label === 'hostile' ? (row % 11) + 1 : -(row % 7) - 1] as const,
          ),
        ),
      ),
    );
    const score = surestBy(learned);
    const others = single.filter(
      ({ text }) => Math.abs((score(text)?.score ?? NaN) - asLearned(text, learned)) >= 1e-6,
    );
    assert.ok(others.length < single.length / 100, `${others.length} of ${single.length}`);
  });
});
