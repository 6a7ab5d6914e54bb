import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shareWords, tokenSentence } from '../../src/view/sentences/server.ts';
import { serverTokens, tokenCosts } from '../../src/view/token-cost.ts';
import { sampleServer, sampleTool } from '../samples.ts';

const ping = sampleTool({ name: 'ping', description: 'Ping.', inputSchema: { type: 'object' } });
const long = sampleTool({ name: 'long', description: 'Says a lot of words about many things. '.repeat(50) });

describe('the token cost of a server', () => {
  it('is the sum of its tools, beside how many of the servers with tools cost more', () => {
    const servers = [
      sampleServer('small', [ping]),
      sampleServer('large', [ping, long]),
      sampleServer('alike', [ping]),
      sampleServer('none'),
    ];
    const costs = tokenCosts(servers);
    const [small, large, alike, none] = servers.map((server) => costs(server));
    assert.equal(large?.tokens, ping.tokens + long.tokens);
    assert.deepEqual([large.heavier, small?.heavier, alike?.heavier], [0, 34, 34]);
    assert.equal(tokenCosts([sampleServer('alone', [ping])]).heavier(16), null);
    assert.deepEqual(
      large.heaviest.map(({ name }) => name),
      ['long', 'ping'],
    );
    assert.equal(none, null);
    assert.equal(serverTokens({ tools: [] }), 0);
  });

  it('is said in one sentence, with its share of a window and how many cost more', () => {
    const cost = { tokens: 1234, share: 0.00617, heavier: 34, heaviest: [] };
    assert.equal(
      tokenSentence(cost, 200_000),
      'The model reads 1,234 tokens of tool definitions on every request, 0.6 % of a window of 200,000. At most 34 % of the servers with tools here cost more.',
    );
    const first = tokenSentence({ ...cost, heavier: 0, share: 2.58 }, 200_000);
    assert.match(first, /2\.6 times a window of 200,000\. No other server with tools here costs more/);
    assert.match(tokenSentence({ ...cost, heavier: null }, 200_000), /200,000\.$/);
    assert.deepEqual([0, 0.0004, 0.12, 1].map(shareWords), [
      'less than 0.1 %',
      'less than 0.1 %',
      '12 %',
      '1.0 times',
    ]);
  });
});
