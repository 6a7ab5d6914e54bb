import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SearchDocument } from '../../src/model/search.ts';
import { hash32 } from '../../src/search/address.ts';
import { facetValues } from '../../src/search/narrow.ts';
import type { Candidate } from '../../src/search/rank.ts';
import type { SearchReader } from '../../src/search/reader.ts';
import { ask, filesOf, namesFound, readerOf, server, tool } from './searched.ts';

const words = ['amber', 'barrel', 'cellar', 'dragon', 'ember', 'falcon', 'garden', 'harbour'];
const risks = ['low', 'medium', 'high', 'critical'];
const categories = ['read', 'write', 'execute', 'destructive', 'financial'];
const pick = (from: readonly string[], by: string): string => from[hash32(by) % from.length] ?? '';

/** One of two states of a catalogue: a third of the tools is in one alone, and of the others every second is rated otherwise. */
const stateOf = (state: 'old' | 'new'): SearchDocument[] =>
  Array.from({ length: 600 }, (_, place) => {
    const name = `${pick(words, `first ${place}`)}_${pick(words, `second ${place}`)}`;
    const rated = place % 2 === 0 ? state : '';
    return tool(name, server(`Server ${pick(words, `server ${place}`)}`), {
      slug: `tool-${place}${place % 3 === 0 ? state : ''}`,
      description: `${pick(words, `third ${place}`)} ${pick(words, `fourth ${place}${state}`)}`,
      risk: pick(risks, `risk ${place} ${rated}`),
      category: pick(categories, `category ${place} ${rated}`),
    });
  });

const before = filesOf(stateOf('old'), { list: 30, part: 50 });
const after = filesOf(stateOf('new'), { list: 30, part: 50 });

/** What a page shows of a tool, as one text. */
const shownOf = ({ name, slug, server: of, risk, category }: SearchDocument): string =>
  [name, slug, of?.slug, risk, category].join(' ');
const shown = (candidate: Candidate, { root: { facets } }: SearchReader): string => {
  const { record, server: of } = candidate;
  const rated = [facetValues(candidate, 'risk', facets), facetValues(candidate, 'category', facets)];
  return [record[2], record[3], of?.[1], ...rated.flat()].join(' ');
};
const published = new Set([...stateOf('old'), ...stateOf('new')].map(shownOf));

describe('a browser that has files of two states of the index', () => {
  it('shows no tool with the name, the server or the rating of another one', async () => {
    let results = 0;
    for (let mixture = 0; mixture < 40; mixture += 1) {
      const mixed = (path: string): string | undefined =>
        hash32(`${mixture} ${path}`) % 2 === 0
          ? (before.get(path) ?? after.get(path))
          : (after.get(path) ?? before.get(path));
      const reader = await readerOf({ get: mixed });
      for (const typed of [
        'amber barrel',
        'dragon risk:critical',
        'ember cellar falcon',
        'gardn',
        'risk:low',
      ])
        for (const candidate of (await ask(reader, typed)).found) {
          results += 1;
          assert.ok(published.has(shown(candidate, reader)), `${typed}: ${shown(candidate, reader)}`);
        }
    }
    assert.ok(results > 1_000, `${results} results`);
  });

  it('shows none that lies where a list means another one', async () => {
    const of = server('Studio');
    const first = tool('paint_wall', of, { description: 'Shows a zebra' });
    const isThere = (slug: string): boolean =>
      hash32(`tool\0studio\0${slug}`) % 8 === hash32('tool\0studio\0paint_wall') % 8;
    const slug = Array.from({ length: 100 }, (_, place) => `paint-${place}`).find(isThere) ?? '';
    const second = tool('wall_paint', of, { slug, risk: 'critical', category: 'destructive' });
    const [old, next] = [filesOf([first]), filesOf([second])];
    const mixed = { get: (path: string) => (path.includes('/records/') ? next : old).get(path) };
    assert.deepEqual(await namesFound(await readerOf(old), 'zebra'), ['paint_wall of Studio']);
    assert.deepEqual(await namesFound(await readerOf(mixed), 'zebra'), []);
    assert.deepEqual(await namesFound(await readerOf(mixed), 'risk:low'), []);
  });
});
