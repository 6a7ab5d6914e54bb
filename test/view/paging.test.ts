import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { paths } from '../../src/model/paths.ts';
import { allPagesOf, listPage, pagePath, pagesOf } from '../../src/view/paging.ts';
import { held, pageTitle, share, span } from '../../src/view/sentences/lists.ts';

const sizes = { least: 5, most: 12 };

/** A list of numbered entries, of which ten stand in each part. */
const list = (length: number, labelOf = (entry: number): string => `entry ${entry}`) => ({
  path: '/risk/high/read/',
  title: 'Read tools of High risk',
  entries: Array.from({ length }, (_, index) => index),
  marks: {
    idOf: (entry: number) => `server/${entry}`,
    labelOf,
    partOf: (entry: number) => `part ${Math.floor(entry / 10)}`,
  },
});
const pages = (of: ReturnType<typeof list>) => pagesOf(of, sizes).map((page) => listPage(page));

describe('a paged list', () => {
  it('shows each entry on exactly one page, in order', () => {
    fc.assert(
      fc.property(fc.nat(300), (length) => {
        const its = pages(list(length));
        assert.deepEqual(
          its.flatMap(({ entries }) => entries),
          list(length).entries,
        );
        assert.equal(new Set(its.map(({ path }) => path)).size, its.length);
      }),
    );
  });

  it('leads from each page to the one before, the one after and the beginning, by the names that stand there', () => {
    const its = pages(list(100));
    assert.ok(its.length > 5);
    for (const [place, page] of its.entries()) {
      const [before, after] = [its[place - 1], its[place + 1]];
      assert.equal(page.previous?.path, before?.path);
      assert.equal(page.next?.path, after?.path);
      assert.equal(page.next?.label, after === undefined ? undefined : `entry ${after.entries[0] ?? ''}`);
      assert.equal(page.start, place === 0 ? null : '/risk/high/read/');
    }
    assert.equal(its[0]?.last?.path, its.at(-1)?.path);
    assert.equal(its[1]?.last, null);
  });

  it('says on the first page how many there are and where each part begins, and on no other', () => {
    const [first, ...others] = pages(list(100));
    assert.equal(first?.total, 100);
    assert.deepEqual(
      first.parts.map(({ label }) => label),
      Array.from({ length: 10 }, (_, part) => `part ${part}`),
    );
    for (const [part, { path }] of first.parts.entries())
      assert.ok([first, ...others].find((page) => page.path === path)?.entries.includes(part * 10));
    for (const { total, parts, last } of others) assert.deepEqual([total, parts, last], [null, [], null]);
  });

  it('stands at the address of the entry that a page begins with', () => {
    for (const page of pages(list(100)).slice(1))
      assert.equal(page.path, `/risk/high/read/from/server/${page.entries[0] ?? ''}/`);
  });

  it('calls no two pages alike, not even where all entries have one name', () => {
    const ranges = pages(list(100, () => 'search')).map(({ range }) => range);
    assert.equal(new Set(ranges).size, ranges.length);
    assert.match(ranges[1] ?? '', /^server\/\d+ to server\/\d+$/);
  });

  it('has one page that says so when it is empty', () => {
    const [only, ...more] = pages(list(0));
    assert.deepEqual(more, []);
    assert.ok(only);
    assert.deepEqual([only.total, only.next, only.parts], [0, null, []]);
    assert.equal(span(only, 'tool'), 'no tools');
  });

  it('shows its first entries only, on one page, where others have all of them', () => {
    const [only, ...more] = pagesOf({ ...list(100), rows: 20 }, sizes).map((page) => listPage(page));
    assert.deepEqual(more, []);
    assert.deepEqual([only?.entries.length, only?.total, only?.next], [20, 100, null]);
    assert.deepEqual(listPage({ list: { ...list(9), rows: 20 }, starts: [0], number: 0 }).entries.length, 9);
  });

  it('has pages with the rest as well for who asks for all, after the one of the site', () => {
    for (const length of [0, 9, 20, 21, 100]) {
      const its = allPagesOf({ ...list(length), rows: 20 }, sizes).map((page) => listPage(page));
      assert.equal(its[0]?.entries.length, Math.min(20, length));
      assert.deepEqual(
        its.flatMap(({ entries }) => entries),
        list(length).entries,
      );
      assert.equal(its.at(-1)?.next, null);
    }
  });

  it('says which entries a page shows', () => {
    const entries = ['a', 'b'];
    assert.equal(span({ entries, total: 2, range: null }, 'tool'), '2 tools');
    assert.equal(span({ entries, total: 1_447, range: null }, 'tool'), 'the first 2 of 1,447 tools');
    assert.equal(span({ entries, total: null, range: 'a to b' }, 'tool'), 'tools from a to b');
    assert.equal(pageTitle('Tools', 'a to b'), 'Tools, a to b');
    assert.equal(held('Tools', null, 'tool'), 'Tools');
  });

  it('never puts a page where a server could stand', () => {
    const servers = { ...list(100), path: paths.servers };
    const [first, second] = pagesOf(servers, sizes);
    assert.ok(first && second);
    assert.equal(pagePath(first), '/servers/');
    assert.match(pagePath(second), /^\/server-list\/name\/from\//);
  });
});

describe('a share', () => {
  it('is never nothing for something that is there', () => {
    assert.equal(share(0, 0), '0 %');
    assert.equal(share(1, 8), '12.5 %');
    assert.equal(share(1, 100_000), 'under 0.1 %');
  });
});
