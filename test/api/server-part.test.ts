import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exposedAs } from '../../src/api/attack.ts';
import { changeEntry } from '../../src/api/change.ts';
import { serverEntry, toolEntry } from '../../src/api/entry.ts';
import { exposedPieces, serverIn, serverPart, toolsIn } from '../../src/api/server-part.ts';
import { readAttacks } from '../../src/catalogue/attacks.ts';
import { exposures } from '../../src/model/exposure.ts';
import { locations } from '../../src/model/locations.ts';
import type { CatalogueServer } from '../../src/model/server.ts';
import { serverChanges } from '../../src/view/changes.ts';
import { contradiction } from '../../src/view/contradictions.ts';
import { namedRow, serverRow } from '../../src/view/server-row.ts';
import { briefOf } from '../../src/view/tool-row.ts';
import { sampleServer, sampleTool } from '../samples.ts';
import { servers } from '../site/catalogue.ts';

const exposuresOf = exposures(readAttacks(locations.attacks));
const read = (...pieces: readonly Buffer[]): unknown => JSON.parse(Buffer.concat(pieces).toString('utf8'));

/** Names of which characters, units and bytes are not the same number. */
const strange = ['löschen', '削除', '🗑️ "all"', 'line\nbreak'];
const named = sampleServer(
  'Größe 🗑️',
  strange.map((name) => sampleTool({ name })),
);

/** What lists make of the parts of a server. */
function checkPart(server: CatalogueServer): void {
  const part = serverPart(server, exposuresOf);
  const { server: placed, changes } = serverIn(part);
  assert.deepEqual(
    { ...placed, entry: read(placed.entry) },
    { ...namedRow(server), entry: serverEntry(server, serverRow(server)) },
  );
  assert.deepEqual(
    changes.map(({ on, kind, entry }) => [on, kind, read(entry)]),
    serverChanges(server).map((change) => [change.on, change.kind, changeEntry(change)]),
  );
  const tools = toolsIn(part);
  assert.equal(tools.length, server.tools.length);
  for (const [place, tool] of server.tools.entries()) {
    const its = tools[place] ?? assert.fail('a tool is missing');
    const entry = toolEntry({ server, tool });
    assert.deepEqual([its.brief, read(its.entry)], [briefOf({ server, tool }), entry]);
    const found = exposuresOf(server, tool);
    assert.deepEqual(
      its.exposed.map(({ attack }) => {
        const pieces: Buffer[] = [];
        exposedPieces(attack)(its, (piece) => pieces.push(piece));
        return read(...pieces);
      }),
      found.map(({ grounds }) => ({ ...entry, ...exposedAs(tool, grounds) })),
    );
    const said = contradiction(tool);
    assert.equal(its.traits.direction, said?.direction ?? null);
    if (its.hints === null) assert.equal(said, null);
    else assert.deepEqual(read(Buffer.from('{"of":0'), its.hints), { of: 0, hints: said?.hints });
  }
}

describe('what lists of the API keep of a server', () => {
  it('is read as it was written, whatever its tools are called', () => {
    checkPart(named);
  });

  it('is read as it was written for every server of the catalogue', () => {
    for (const server of servers) checkPart(server);
    const tools = servers.flatMap((server) => toolsIn(serverPart(server, exposuresOf)));
    assert.ok(tools.some(({ hints }) => hints !== null) && tools.some(({ exposed }) => exposed.length > 1));
  });

  it('is not held by what is read from it', () => {
    const part = serverPart(named, exposuresOf);
    const [before] = toolsIn(part).map(({ entry }) => entry.toString('utf8'));
    const [kept] = toolsIn(part);
    part.fill(0);
    assert.equal(kept?.entry.toString('utf8'), before);
  });
});
