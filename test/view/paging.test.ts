import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { paths } from '../../src/model/paths.ts';
import { listPage, pagesOf } from '../../src/view/paging.ts';
import { share, span } from '../../src/view/sentences/lists.ts';

const list = (number: number) => ({
  path: '/risk/high/',
  title: 'High risk',
  entries: Array.from({ length: number }, (_, index) => index),
});

describe('a paged list', () => {
  it('shows each entry on exactly one page, in order, and never more than its rows', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 1, max: 40 }), (number, rows) => {
        const pages = Array.from({ length: pagesOf(list(number), rows) }, (_, index) =>
          listPage(list(number), index + 1, rows),
        );
        assert.deepEqual(
          pages.flatMap(({ entries }) => entries),
          list(number).entries,
        );
        for (const { entries, first, last, total } of pages) {
          assert.ok(entries.length <= rows);
          assert.equal(total, number);
          if (entries.length > 0) assert.deepEqual([entries[0], entries.at(-1)], [first - 1, last - 1]);
        }
      }),
    );
  });

  it('leads from each page to the next and back', () => {
    const pageOf = (number: number) => listPage(list(25), number, 10);
    const [first, second, third] = [pageOf(1), pageOf(2), pageOf(3)];
    assert.equal(first.previous, null);
    assert.equal(first.next, '/risk/high/2/');
    assert.equal(second.previous, '/risk/high/');
    assert.equal(second.next, '/risk/high/3/');
    assert.equal(third.next, null);
  });

  it('names the first and last page and those beside it, and shows where pages are left out', () => {
    const shown = (number: number, entries: number) =>
      listPage(list(entries), number, 10).links.map((link) => link?.number ?? '…');
    assert.deepEqual(shown(1, 10), []);
    assert.deepEqual(shown(1, 40), [1, 2, '…', 4]);
    assert.deepEqual(shown(6, 100), [1, '…', 5, 6, 7, '…', 10]);
    assert.deepEqual(shown(3, 30), [1, 2, 3]);
  });

  it('has one page that says so when it is empty', () => {
    assert.equal(pagesOf(list(0)), 1);
    const page = listPage(list(0), 1);
    assert.deepEqual([page.first, page.last, page.total], [0, 0, 0]);
    assert.equal(span(page, 'tool'), 'no tools');
  });

  it('says which entries a page shows', () => {
    assert.equal(span({ first: 1, last: 2, total: 2 }, 'tool'), '2 tools');
    assert.equal(span({ first: 101, last: 200, total: 1_447 }, 'tool'), 'tools 101 to 200 of 1,447');
    assert.equal(span({ first: 101, last: 101, total: 101 }, 'tool'), 'tool 101 of 101');
  });

  it('never numbers a page where a server could stand', () => {
    assert.equal(paths.listPage(paths.servers, 1), '/servers/');
    assert.equal(paths.listPage(paths.servers, 2), '/server-list/name/2/');
  });
});

describe('a share', () => {
  it('is never nothing for something that is there', () => {
    assert.equal(share(0, 0), '0 %');
    assert.equal(share(1, 8), '12.5 %');
    assert.equal(share(1, 100_000), 'under 0.1 %');
  });
});
