import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import '../setup.ts';
import type { CatalogueServer } from '../../src/model/server.ts';
import { changesIn } from '../pieces.ts';
import { dataCard } from '../../src/view/data-card.ts';
import { sampleServer, sampleTool } from '../samples.ts';

const readOn = (firstSeen: string) =>
  sampleServer(`of-${firstSeen}`, [{ ...sampleTool({ name: 'look' }), firstSeen }]);

const cardOf = (...servers: CatalogueServer[]) =>
  dataCard({ servers: servers.length, tools: servers.length, changes: changesIn(servers) }, []);

describe('the data card', () => {
  it('says of which days the records are', () => {
    const [first, last] = [readOn('2026-03-01'), readOn('2026-05-06')];
    assert.equal(cardOf(last, first).span, 'Its records span 2026-03-01 to 2026-05-06.');
    assert.equal(cardOf(first).span, 'Its records are of 2026-03-01.');
    assert.equal(cardOf().span, null);
  });

  it('claims no accuracy that nobody measured', () => {
    assert.equal(cardOf().accuracy, null);
  });
});
