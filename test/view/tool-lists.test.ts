import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Category } from '../../src/model/categories.ts';
import { limits } from '../../src/model/limits.ts';
import { Risk } from '../../src/model/risks.ts';
import { SignalId } from '../../src/model/signals.ts';
import { alphabet, alphabetPage } from '../../src/view/alphabet.ts';
import { listPage, pagesOf } from '../../src/view/paging.ts';
import { ratingPage } from '../../src/view/rating-page.ts';
import { spread } from '../../src/view/rating-table.ts';
import { signalLists } from '../../src/view/signal-lists.ts';
import { signalPage } from '../../src/view/signal-page.ts';
import { categoryLists, crossedLists, riskLists, toolLists } from '../../src/view/tool-lists.ts';
import { byName, listed } from '../../src/view/tool-row.ts';
import { firstOf } from '../pieces.ts';
import { sampleServer, sampleTool } from '../samples.ts';

const wipe = sampleTool(
  { name: 'wipe', description: 'Wipes all, and all.' },
  {
    category: 'Destructive',
    risk: 'Critical',
    signals: [
      { id: 'deletes', at: '/description', quote: 'Wipes all' },
      { id: 'deletes', at: '/description', quote: 'Wipes all' },
      { id: 'deletes', at: '/name', quote: 'wipe' },
      { id: 'no-longer-known', at: '', quote: '' },
    ],
  },
);
const drop = sampleTool({ name: 'drop' }, { category: 'Destructive', risk: 'High' });
const looks = Array.from({ length: 3 }, (_, index) => sampleTool({ name: `look_${index}` }));
const odd = sampleTool({ name: '9_lives' }, { risk: 'Unknown' });
const tools = listed([sampleServer('a', [wipe, ...looks, odd]), sampleServer('b', [drop])]);
const lists = toolLists(tools);
const sum = (all: readonly { entries: readonly unknown[] }[]): number =>
  all.reduce((total, { entries }) => total + entries.length, 0);

describe('lists by rating', () => {
  it('hold each tool once by risk, once by category and once by both', () => {
    for (const all of [riskLists(lists), categoryLists(lists), crossedLists(lists)])
      assert.equal(sum(all), tools.length);
    assert.equal(riskLists(lists).length, Risk.options.length);
    assert.equal(categoryLists(lists).length, Category.options.length);
    assert.ok(crossedLists(lists).every(({ entries }) => entries.length > 0));
  });

  it('have an address and a title of their own each', () => {
    const all = [...riskLists(lists), ...categoryLists(lists), ...crossedLists(lists)];
    assert.equal(new Set(all.map(({ path }) => path)).size, all.length);
    assert.equal(new Set(all.map(({ title }) => title)).size, all.length);
  });

  it('explain themselves on the first page only', () => {
    const first = ratingPage(firstOf(lists(null, 'Destructive')), lists);
    assert.deepEqual(first.meanings, ['One call can remove something that does not simply come back.']);
    assert.deepEqual(
      first.explanation?.crossings.map(({ list, share, rule }) => [list.path, share, rule]),
      [
        ['/risk/critical/destructive/', '50.0 %', 'Hide it from the agent.'],
        ['/risk/high/destructive/', '50.0 %', 'Hide it from the agent.'],
      ],
    );
    assert.deepEqual(first.explanation.signals, [
      { label: 'Deletes', path: '/signals/deletes/', tools: 1, share: '50.0 %' },
    ]);
    const many = Array.from({ length: 200 }, (_, index) => sampleTool({ name: `read_${index}` }));
    const long = toolLists(listed([sampleServer('a', many)]));
    const [, second] = pagesOf(crossedLists(long)[0] ?? assert.fail('no list'));
    const page = ratingPage(second ?? assert.fail('one page'), long);
    assert.equal(page.explanation, null);
    assert.match(page.title, /^\w+ tools of \w+ risk, read_\d+ to read_\d+$/);
    assert.doesNotMatch(page.meta, /200/);
  });

  it('say what stands at a level even when nothing does', () => {
    const page = ratingPage(firstOf(lists('Medium', null)), lists);
    assert.equal(page.span, 'no tools');
    assert.deepEqual(page.explanation?.crossings, []);
  });

  it('give the numbers of the charts, with bars no longer than the longest', () => {
    const { total, levels, rows, risks } = spread(lists);
    assert.equal(total, tools.length);
    assert.deepEqual(risks, ['Critical', 'High', 'Low', 'Unknown']);
    assert.equal(Math.max(...levels.map(({ length }) => length)), 1);
    for (const { list, cells } of rows)
      assert.equal(sum(cells.map((cell) => cell.list)), list.entries.length);
    assert.equal(sum(levels.map(({ list }) => list)), total);
  });
});

describe('lists by signal', () => {
  it('are one for each signal of the vocabulary, each with an address of its own', () => {
    const all = signalLists(tools);
    assert.deepEqual(
      all.map(({ id }) => id),
      SignalId.options,
    );
    assert.equal(new Set(all.map(({ path }) => path)).size, all.length);
  });

  it('show each tool once, with its quotes where they stand and each quote once', () => {
    const list = signalLists(tools).find(({ id }) => id === 'deletes');
    assert.ok(list);
    const page = signalPage(firstOf(list));
    assert.equal(page.list.total, 1);
    assert.deepEqual(page.list.entries[0]?.quotes, [
      { place: 'description', text: 'Wipes all' },
      { place: 'name', text: 'wipe' },
    ]);
    assert.equal(page.list.entries[0].more, 0);
  });

  it('cut long quotes and say how many more there are', () => {
    const signals = Array.from({ length: 5 }, (_, index) => ({
      id: 'deletes',
      at: `/${index}`,
      quote: 'word '.repeat(100),
    }));
    const entries = listed([sampleServer('a', [sampleTool({ name: 'x' }, { signals })])]);
    const [list] = signalLists(entries);
    assert.ok(list);
    const [row] = signalPage(firstOf(list)).list.entries;
    assert.equal(row?.quotes.length, limits.rowQuotes);
    assert.equal(row.more, 5 - limits.rowQuotes);
    assert.ok(row.quotes.every(({ text }) => (text ?? '').length <= limits.rowQuoteCharacters));
  });
});

describe('the pages of a list', () => {
  it('have addresses and titles of their own, whatever their tools are called', () => {
    const named = (slug: string, name: string) =>
      sampleServer(
        slug,
        Array.from({ length: 400 }, (_, index) => ({ ...sampleTool({ name }), slug: `tool-${index}` })),
      );
    const entries = listed([
      named('alike', 'search'),
      named('odd', '\u202e\u{1f480}#?/'),
      named('mark', '<b>&'),
    ]);
    for (const list of [alphabet(entries), ...crossedLists(toolLists(byName(entries)))]) {
      const pages = pagesOf(list).map((page) => listPage(page));
      assert.ok(pages.length > 8);
      assert.equal(pages.flatMap((page) => page.entries).length, list.entries.length);
      assert.equal(new Set(pages.map(({ path }) => path)).size, pages.length);
      assert.equal(new Set(pages.map(({ range }) => range)).size, pages.length);
      for (const { path, range } of pages.slice(1)) {
        assert.match(path, /^\/[\w/-]+\/from\/(?:alike|odd|mark)\/tool-\d+\/$/);
        assert.doesNotMatch(range ?? '', /\u202e/);
      }
    }
  });
});

describe('the list of all tools', () => {
  it('goes from A to Z, then to the rest, and each letter leads to where it begins', () => {
    const all = alphabet(tools);
    assert.deepEqual(
      alphabetPage(firstOf(all)).groups.map(({ letter, tools: its }) => [letter, its.length]),
      [
        ['D', 1],
        ['L', 3],
        ['W', 1],
        ['Other', 1],
      ],
    );
    const many = Array.from({ length: limits.pageRows }, (_, index) => sampleTool({ name: `a_${index}` }));
    const paged = alphabet(listed([sampleServer('a', [...many, sampleTool({ name: 'b' })])]));
    const [first, last, ...more] = pagesOf(paged);
    assert.ok(first && last);
    assert.deepEqual(more, []);
    assert.deepEqual(listPage(first).parts, [
      { label: 'A', path: '/tools/#letter-a' },
      { label: 'B', path: `${listPage(last).path}#letter-b` },
    ]);
    assert.deepEqual(
      alphabetPage(last).groups.map(({ id }) => id),
      ['letter-a', 'letter-b'],
    );
  });
});
