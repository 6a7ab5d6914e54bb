import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CatalogueServer } from '../../src/model/server.ts';
import { tokenBars, tokenPage } from '../../src/view/token-chart.ts';
import { serverTokens } from '../../src/view/token-cost.ts';
import { sampleServer, sampleTool } from '../samples.ts';

const ping = sampleTool({ name: 'ping', description: 'Ping.' });
const long = sampleTool({ name: 'long', description: 'Says a lot of words. '.repeat(50) });

const tokenRow = (server: CatalogueServer) => ({
  ...{ name: server.name, path: `/servers/${server.slug}/` },
  tokens: serverTokens(server),
});

describe('the chart of token costs', () => {
  it('has servers with tools, the heaviest first, with bars as long as their share of the longest', () => {
    const heavy = sampleServer('heavy', [long, ping]);
    const light = sampleServer('light', [ping]);
    const { bars, lead } = tokenPage([light, sampleServer('none'), heavy].map(tokenRow));
    assert.deepEqual(
      bars.map(({ name, tokens }) => [name, tokens]),
      [
        ['heavy', serverTokens(heavy)],
        ['light', serverTokens(light)],
      ],
    );
    assert.equal(bars[0]?.length, 1);
    assert.equal(bars[1]?.length, serverTokens(light) / serverTokens(heavy));
    assert.equal(bars[0].share, serverTokens(heavy) / 200_000);
    assert.match(lead, /The median of 2 servers costs \d+ tokens, .*the heaviest \d+ tokens/);
  });

  it('says that nothing is known where nothing is, and draws nothing of nothing', () => {
    assert.equal(tokenPage([tokenRow(sampleServer('none'))]).lead, 'No server has listed tools yet.');
    assert.deepEqual(tokenBars([{ name: 'x', path: '/', tokens: 0 }])[0]?.length, 0);
  });
});
