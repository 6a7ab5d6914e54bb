import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hash32 } from '../../src/search/address.ts';
import { beginnings } from '../../src/view/cut.ts';

const sizes = { least: 10, most: 30 };

const startsOf = (ids: readonly string[]): number[] => beginnings(Uint32Array.from(ids, hash32), sizes);

function pagesOf(ids: readonly string[]): string[] {
  const starts = startsOf(ids);
  return starts.map((start, index) => ids.slice(start, starts[index + 1]).join(' '));
}

const lengthsOf = (ids: readonly string[]): number[] => pagesOf(ids).map((page) => page.split(' ').length);

const idsOf = (seed: number, length: number): string[] =>
  Array.from({ length }, (_, index) => `server-${(seed * 31 + index) % 97}/tool_${seed}_${index}`);

/** A list and the same list after one entry came, went or got another id, at any place. */
const changed = fc
  .record({ seed: fc.nat(), length: fc.integer({ min: 0, max: 900 }), at: fc.nat(), kind: fc.nat(2) })
  .map(({ seed, length, at, kind }) => {
    const before = idsOf(seed, length);
    const after = [...before];
    after.splice(at % (length + 1), kind === 0 ? 0 : 1, ...(kind === 1 ? [] : ['server-new/tool']));
    return { before, after };
  });

const bounded = (lengths: readonly number[]): boolean =>
  lengths.length === 1 || lengths.every((rows) => rows >= sizes.least && rows <= sizes.most);

describe('where the pages of a list begin', () => {
  it('puts every entry on exactly one page, in order, and no page is too short or too long', () => {
    fc.assert(
      fc.property(changed, ({ before }) => {
        assert.equal(pagesOf(before).join(' '), before.join(' '));
        assert.ok(bounded(lengthsOf(before)));
      }),
    );
  });

  it('leaves a list whole that fits on one page', () => {
    for (const length of [0, 1, sizes.most]) assert.deepEqual(startsOf(idsOf(1, length)), [0]);
    assert.ok(startsOf(idsOf(1, sizes.most + 1)).length > 1);
  });

  it('changes few pages when an entry comes, goes or changes, and those stand together', () => {
    fc.assert(
      fc.property(changed, ({ before, after }) => {
        const [was, is] = [new Set(pagesOf(before)), pagesOf(after)];
        const made = is.flatMap((page, place) => (was.has(page) ? [] : [place]));
        assert.ok(made.length <= 6, `${made.length} pages`);
        assert.equal((made.at(-1) ?? 0) - (made[0] ?? 0), Math.max(0, made.length - 1));
      }),
      { numRuns: 400 },
    );
  });

  it('mostly changes the one page on which the entry stands', () => {
    const before = idsOf(7, 3_000);
    const was = new Set(pagesOf(before));
    const made = Array.from({ length: 100 }, (_, index) => {
      const after = before.toSpliced((index * 7_919) % before.length, 1);
      return pagesOf(after).filter((page) => !was.has(page)).length;
    });
    assert.ok(made.reduce((sum, pages) => sum + pages, 0) < 130);
  });

  it('keeps its bounds where ids are made so that every entry begins a page, or none does', () => {
    const many = Array.from({ length: 2_000 }, (_, index) => `evil/${index}`);
    const rising = many.toSorted((a, b) => hash32(a) - hash32(b));
    for (const ids of [rising, rising.toReversed(), Array.from({ length: 2_000 }, () => 'evil/same')]) {
      const lengths = lengthsOf(ids);
      assert.ok(lengths.length > 1);
      assert.ok(bounded(lengths));
    }
  });
});
