import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { isVerbatim } from '../../src/model/evidence.ts';
import { locations } from '../../src/model/locations.ts';
import { CatalogueServer } from '../../src/model/server.ts';
import { chance } from '../bench/grown/chance.ts';
import { releasedCatalogue } from '../bench/grown/releases.ts';
import { grownCatalogue } from '../bench/grown-catalogue.ts';

const before = [...grownCatalogue(readCatalogue(locations.catalogue), { tools: 3_000 })];
const after = [...releasedCatalogue(before, chance('releases'), 0.05)];
const pairs = before.map((was, place) => ({ was, is: after[place] ?? assert.fail(`${was.slug} is gone`) }));

const hashesOf = ({ tools }: CatalogueServer): Map<string, string> =>
  new Map(tools.map(({ slug, hash }) => [slug, hash]));

/** The addresses of tools that came, went or changed. */
function movedTools({ was, is }: (typeof pairs)[number]): string[] {
  const [old, now] = [hashesOf(was), hashesOf(is)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((slug) => old.get(slug) !== now.get(slug));
}

describe('a catalogue after a day of releases', () => {
  it('is the same every time', () => {
    assert.deepEqual([...releasedCatalogue(before, chance('releases'), 0.05)], after);
  });

  it('has about as many tools that came, went or changed as asked for, several of one server', () => {
    const moved = pairs.map(movedTools).filter((tools) => tools.length > 0);
    const share = moved.flat().length / before.flatMap(({ tools }) => tools).length;
    assert.ok(share > 0.04 && share < 0.15, `${share} of the tools`);
    assert.ok(moved.flat().length > moved.length * 1.5, `${moved.length} servers`);
  });

  it('holds valid entries with addresses of their own and evidence that stands', () => {
    for (const server of after) {
      CatalogueServer.parse(server);
      assert.equal(hashesOf(server).size, server.tools.length, server.slug);
      for (const { definition, classification } of server.tools)
        for (const evidence of classification.signals) assert.ok(isVerbatim(definition, evidence));
    }
  });

  it('keeps the definition of each tool that went or changed', () => {
    for (const pair of pairs)
      for (const slug of movedTools(pair)) {
        const hash = hashesOf(pair.was).get(slug);
        const kept = pair.is.past?.some((past) => past.hash === hash && past.from < past.until);
        assert.equal(kept ?? false, hash !== undefined, `${pair.was.slug}/${slug}`);
      }
  });

  it('has releases that change nothing but the version', () => {
    const versionOf = ({ sources }: CatalogueServer): (string | null)[] =>
      sources.map(({ version }) => version);
    const isSilent = ({ was, is }: (typeof pairs)[number]): boolean =>
      movedTools({ was, is }).length === 0 && versionOf(was).join() !== versionOf(is).join();
    assert.ok(pairs.some(isSilent));
  });
});
