import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changeEntry, changesOfServer } from '../../src/api/change.ts';
import { readAttacks } from '../../src/catalogue/attacks.ts';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { exposures } from '../../src/model/exposure.ts';
import { hashOf } from '../../src/model/canonical.ts';
import type { Json } from '../../src/model/json.ts';
import { locations } from '../../src/model/locations.ts';
import type { CatalogueServer } from '../../src/model/server.ts';
import { toolChanges } from '../../src/view/changes.ts';
import { lentOf, toolServer } from '../../src/view/tool-server.ts';
import { grownCatalogue } from '../bench/grown-catalogue.ts';

const attacks = readAttacks(locations.attacks);
const grown = grownCatalogue(readCatalogue(locations.catalogue), { tools: 300 });
/** The server after a day on which every third tool got another definition. */
function changed(server: CatalogueServer): CatalogueServer {
  const on = '2026-11-21';
  const isMeant = (place: number): boolean => place % 3 === 0;
  const past = server.tools.flatMap(({ definition, firstSeen, classification: rating }, place) => {
    const before = { ...definition, description: 'An older one.' };
    const its = { definition: before, hash: hashOf(before as Json), from: firstSeen, until: on, rating };
    return isMeant(place) ? [its] : [];
  });
  const tools = server.tools.map((tool, place) => (isMeant(place) ? { ...tool, changed: on } : tool));
  return { ...server, tools, ...(past.length === 0 ? {} : { past }) };
}
const servers = Array.from(grown, changed);
const all = servers.flatMap((server) => server.tools.map((tool) => ({ server, tool })));

describe('the server of a tool, without the tools beside it', () => {
  it('says what became of the tool', () => {
    const found = all.map(({ server, tool }) => toolChanges(toolServer(server), tool).map(changeEntry));
    const expected = all.map(({ server, tool }) =>
      changesOfServer(server).filter((change) => change.tool === tool.definition.name),
    );
    assert.ok(
      expected.flat().filter(({ kind, before }) => kind === 'changed' && before !== null).length > 20,
    );
    assert.deepEqual(found, expected);
  });

  it('says to what attacks the tool is open, and on which grounds', () => {
    const [exposuresOf, amongAll] = [exposures(attacks), exposures(attacks)];
    const found = all.map(({ server, tool }) => exposuresOf(toolServer(server), tool));
    const expected = all.map(({ server, tool }) => amongAll(server, tool));
    const lent = all.filter(({ tool }, place) =>
      expected[place]?.some(({ grounds }) =>
        grounds.some((ground) => ground.by === 'signal' && ground.tool.slug !== tool.slug),
      ),
    );
    assert.ok(lent.length > 20);
    assert.deepEqual(found, expected);
  });

  it('has what tools lend as data that stays the same as JSON', () => {
    const lent = servers.map(lentOf);
    assert.deepEqual(JSON.parse(JSON.stringify(lent)), lent);
  });
});
