import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import '../setup.ts';
import { limits } from '../../src/model/limits.ts';
import { similarity, wordIndex } from '../../src/view/similarity.ts';
import { packTerms, type Terms, termsOf, unpackTerms } from '../../src/view/terms.ts';
import { sampleServer, sampleTool } from '../samples.ts';

const termsWith = (name: readonly number[], said: readonly number[]): Terms => ({
  words: Int32Array.from(new Set([...name, ...said])),
  named: new Set(name).size,
});

const nameOf = ({ words, named }: Terms): number[] => [...words.subarray(0, named)];

/** What similarity promises, said as plainly as possible. */
function plainly(tools: readonly Terms[]) {
  const isNamed = (word: number): boolean => tools.some((tool) => nameOf(tool).includes(word));
  const having = (word: number): number => tools.filter((tool) => tool.words.includes(word)).length;
  const steps = (number: number): number => Math.floor(Math.log2(number));
  const words = new Set(tools.flatMap((tool) => [...tool.words]));
  const rarities = new Map(
    [...words].map((word) => [word, isNamed(word) ? 1 + steps(tools.length) - steps(having(word)) : 0]),
  );
  const rarity = (word: number): number => rarities.get(word) ?? 0;
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  const weight = (tool: Terms, word: number): number => {
    if (nameOf(tool).includes(word)) return 2 * rarity(word);
    return tool.words.includes(word) ? rarity(word) : 0;
  };
  const length = (tool: Terms): number =>
    Math.sqrt(sum([...tool.words].map((word) => weight(tool, word) ** 2)));
  const strengths = (a: Terms, b: Terms): [word: number, strength: number][] =>
    [...a.words].map((word) => [word, weight(a, word) * weight(b, word)]);
  const likeness = (a: Terms, b: Terms): number =>
    sum(strengths(a, b).map(([, its]) => its)) / (length(a) * length(b));
  const unlikeness = (a: Terms, b: Terms): number => Math.round((1 - likeness(a, b)) * 1024);
  const isAkin = (a: Terms, b: Terms): boolean => {
    const all = strengths(a, b);
    const inBoth = all.filter(([word]) => nameOf(a).includes(word) && nameOf(b).includes(word));
    const strongest = (some: typeof all): number => Math.max(0, ...some.map(([, its]) => its));
    return strongest(inBoth) > 0 && strongest(inBoth) >= strongest(all) / 5;
  };
  const after = (from: number, place: number): number => (place - from + tools.length) % tools.length;
  return (of: Terms, least: number, from: number) => {
    const sought = nameOf(of)
      .sort((a, b) => rarity(b) - rarity(a))
      .slice(0, limits.similarWords);
    const first = ({ shared: [rarest = 0] }: { shared: number[] }): number => sought.indexOf(rarest);
    const found = [...tools.entries()]
      .map(([place, tool]) => ({ place, tool, shared: sought.filter((word) => nameOf(tool).includes(word)) }))
      .filter(({ shared }) => shared.length > 0)
      .sort((a, b) => first(a) - first(b) || after(from, a.place) - after(from, b.place))
      .map((entry) => ({ ...entry, sum: sum(entry.shared.map(rarity)) }))
      .map((entry, met) => ({ ...entry, met, unlike: unlikeness(of, entry.tool) }))
      .sort((a, b) => b.sum - a.sum || a.met - b.met)
      .slice(0, limits.similarTools + 1)
      .filter(({ tool }) => tool !== of && likeness(of, tool) >= least)
      .sort((a, b) => a.unlike - b.unlike || a.met - b.met);
    return found.map(({ place, tool }) => ({ place, isAkin: isAkin(of, tool) }));
  };
}

describe('similarity', () => {
  const word = fc.integer({ min: -3, max: 20 }).map((number) => (number > 12 ? 12 : number));
  const terms = fc
    .tuple(
      fc.uniqueArray(word, { minLength: 1, maxLength: 12 }),
      fc.array(fc.integer({ min: -3, max: 40 }), { maxLength: 6 }),
    )
    .map(([name, said]) => termsWith(name, said));

  it('finds exactly what its definition says, in whatever order tools are asked for', () => {
    fc.assert(
      fc.property(
        fc.array(terms, { minLength: 1, maxLength: 220, size: 'max' }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(0, 0.2, 0.5),
        fc.nat(),
        (tools, asked, least, first) => {
          const [similar, plain] = [similarity(wordIndex(tools)), plainly(tools)];
          for (const number of asked) {
            const [place, from] = [number % tools.length, first % tools.length];
            const { places, isAkin } = similar(place, least, from);
            assert.deepEqual(
              Array.from(places, (its) => ({ place: its, isAkin: isAkin(its) })),
              plain(tools[place] ?? termsWith([], []), least, from),
            );
          }
        },
      ),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it('looks at so many tools that have a word, those that come next in a circle', () => {
    const common = Array.from({ length: limits.similarCandidates + 100 }, () => termsWith([1], []));
    const similar = similarity(wordIndex(common));
    const next = (from: number): number[] =>
      Array.from({ length: limits.similarTools }, (_, at) => (from + 1 + at) % common.length);
    const last = common.length - 1;
    assert.deepEqual([...similar(5, 0, 5).places], next(5));
    assert.deepEqual([...similar(last, 0, last).places], next(last));
    assert.equal(similar(last, 0, 0).places.includes(last), false);
  });

  it('finds nothing where there is nothing to go by', () => {
    const similar = similarity(wordIndex([termsWith([], []), termsWith([1], [])]));
    assert.equal(similar(0, 0, 0).places.length, 0);
  });
});

describe('terms', () => {
  const server = sampleServer('Acme Mail', [
    sampleTool({ name: 'send_mail_now', description: 'Send a mail by Acme, now and then send it again.' }),
    sampleTool({ name: '…' }),
    sampleTool({ name: 'почта', description: 'word '.repeat(100) }),
  ]);
  const all = server.tools.map((tool) => termsOf({ server, tool }));

  it('are the words of name and description, each once, without the name of the server', () => {
    assert.deepEqual(
      all.map(({ words, named }) => [words.length, named]),
      [
        // send, now; by, and, then, it, again
        [7, 2],
        [0, 0],
        [2, 1],
      ],
    );
    assert.equal(new Set(all.flatMap(({ words }) => [...words])).size, 9);
  });

  it('are the same after they were packed, wherever the bytes stand', () => {
    const packed = packTerms(all);
    const moved = new Uint8Array(packed.length + 1);
    moved.set(packed, 1);
    assert.deepEqual([...unpackTerms(moved.subarray(1))], all);
  });
});
