import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openOutlines, outlineShard } from '../../src/build/outlines.ts';
import { sharedOutlines } from '../../src/build/shared-outlines.ts';
import { openShard } from '../../src/catalogue/lines.ts';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { writeCatalogue } from '../../src/catalogue/write.ts';
import { locations } from '../../src/model/locations.ts';
import {
  type CataloguePieces,
  type ServerPiece,
  type ToolPiece,
  wholePieces,
} from '../../src/pages/_pieces.ts';
import { outlinedPieces } from '../../src/pages/_outlined.ts';
import { attackBase } from '../../src/publishers/attack-base.ts';
import { neighbours } from '../../src/view/related.ts';
import { briefOf, toolRow } from '../../src/view/tool-row.ts';
import { grownCatalogue } from '../bench/grown-catalogue.ts';

let root = '';
let whole: CataloguePieces;
let outlined: CataloguePieces;
before(() => {
  mkdirSync(locations.state, { recursive: true });
  root = resolve(mkdtempSync(join(locations.state, 'test-shared-')));
  const [catalogue, outlines] = [join(root, 'catalogue'), join(root, 'outlines')];
  const { exposuresOf } = attackBase();
  writeCatalogue(catalogue, grownCatalogue(readCatalogue(locations.catalogue), { tools: 400 }));
  for (const shard of openOutlines(catalogue, outlines))
    outlineShard({ catalogue, outlines }, openShard(catalogue, shard), exposuresOf);
  whole = wholePieces(readCatalogue(catalogue), exposuresOf);
  // As it comes to another thread.
  outlined = outlinedPieces(catalogue, structuredClone(sharedOutlines(outlines)));
});
after(() => {
  rmSync(root, { recursive: true, force: true });
});

const serverOf = ({ id, slug, name, size, tokens, row, roles, tellsAll, sources, server }: ServerPiece) => ({
  ...{ id, slug, name, size, tokens, row, roles, tellsAll, sources },
  tools: server.tools.map((tool) => tool.hash),
});

const toolOf = (piece: ToolPiece) => {
  const { server, serverName, slug, name, hash, risk, category } = briefOf(piece);
  const brief = { server, serverName, slug, name, hash, risk, category };
  const { of, tool, traits, server: shown } = piece;
  return { brief, of: of.slug, shown, hash: tool.hash, row: toolRow(piece), traits };
};

const addressOf = (piece: ToolPiece): string => `${briefOf(piece).server}/${briefOf(piece).slug}`;

describe('outlines that threads share', () => {
  it('say of servers what the whole catalogue says, in its order', () => {
    assert.ok(whole.servers.length > 30);
    assert.deepEqual(outlined.servers.map(serverOf), whole.servers.map(serverOf));
  });

  it('say the same of tools, and of their servers what files of tools show', () => {
    assert.equal(outlined.tools.length, 400);
    assert.deepEqual(outlined.tools.map(toolOf), whole.tools.map(toolOf));
  });

  it('have them by name', () => {
    assert.deepEqual(outlined.named.map(addressOf), whole.named.map(addressOf));
  });

  it('have what changed, newest first', () => {
    assert.ok(whole.newest.length > 100);
    const rowsIn = ({ newest }: CataloguePieces): unknown[] =>
      newest.map(({ on, kind, server, row }) => [on, kind, server.slug, row]);
    assert.deepEqual(rowsIn(outlined), rowsIn(whole));
  });

  it('relate the same tools', () => {
    const relatedIn = ({ tools, comparison }: CataloguePieces): unknown[] => {
      const neighboursOf = neighbours(tools, comparison());
      return tools.map((of) =>
        Object.values(neighboursOf(of)).map((list) => (list as ToolPiece[]).map(addressOf)),
      );
    };
    assert.deepEqual(relatedIn(outlined), relatedIn(whole));
  });
});
