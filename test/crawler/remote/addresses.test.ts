import assert from 'node:assert/strict';
import type { LookupAddress } from 'node:dns';
import { describe, it } from 'node:test';
import { guardedLookup, isPublic } from '../../../crawler/remote/connector.ts';
import { earlier, answering, always } from './hostile.ts';
import { partsFor, serve, visit } from './loopback.ts';

const loopback: LookupAddress = { address: '127.0.0.1', family: 4 };
const listing = answering(earlier(() => ({ result: { tools: [{ name: 'fine' }] } })));
const strict = { isAllowed: () => false };

/** The same port under another name. */
const named = (url: string, name: string): string => url.replace('127.0.0.1', name);

describe('an IP address', () => {
  const refused = [
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.9.9.9', '169.254.169.254', '172.16.0.1'],
    ...['192.0.0.1', '192.0.2.1', '192.168.1.1', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::a00:1', '64:ff9b:1::1'],
    ...['2001:0:1::', '2001:db8::1', '2002:7f00:1::', 'fc00::1', 'fd12::1', 'fe80::1', 'fec0::1', 'ff02::1'],
    ...['fe80::1%eth0', '', 'localhost', '1.2.3.4.5'],
  ];
  for (const address of refused) {
    it(`"${address}" is none of the public Internet`, () => {
      assert.equal(isPublic(address), false);
    });
  }
  for (const address of ['8.8.8.8', '203.0.112.1', '2606:4700::1111', '2a00:1450:4001::1']) {
    it(`"${address}" is one of the public Internet`, () => {
      assert.equal(isPublic(address), true);
    });
  }
});

describe('a private address', () => {
  const refusal = async (url: string, addresses: LookupAddress[]) => {
    const reach = { ...strict, resolve: () => Promise.resolve(addresses) };
    const { state, faults } = await visit(url, partsFor({}, reach));
    return [state, ...faults.map(({ kind, cause }) => `${kind}: ${cause}`)];
  };

  it('is never connected to when a name leads there', async () => {
    const { url, asked } = await serve(listing);
    const outcome = await refusal(named(url, 'tools.example'), [loopback]);
    assert.deepEqual(outcome, ['unknown', 'private-address: tools.example is 127.0.0.1']);
    assert.deepEqual(asked, []);
  });

  it('is left out when a name leads to public ones as well', async () => {
    const global = { address: '2606:4700::1111', family: 6 };
    const look = guardedLookup({ ...strict, resolve: () => Promise.resolve([loopback, global]) });
    const { promise, resolve } = Promise.withResolvers<unknown>();
    look('tools.example', { all: true }, (_error, addresses) => {
      resolve(addresses);
    });
    assert.deepEqual(await promise, [global]);
  });

  for (const host of ['127.0.0.1', '0x7f.1', '2130706433', '[::1]', '[::ffff:127.0.0.1]']) {
    it(`is never connected to when it is written as ${host}`, async () => {
      const { url, asked } = await serve(listing);
      const [state, cause] = await refusal(named(url, host), []);
      assert.equal(state, 'unknown');
      assert.match(cause ?? '', /^private-address: /);
      assert.deepEqual(asked, []);
    });
  }

  it('is visited when the user names its host', async () => {
    const { url } = await serve(listing);
    const reach = {
      isAllowed: (hostname: string) => hostname === 'tools.example',
      resolve: () => Promise.resolve([loopback]),
    };
    assert.deepEqual((await visit(named(url, 'tools.example'), partsFor({}, reach))).tools, ['fine']);
  });

  it('is not followed to when a name is public when it is looked up and private when it is looked up again', async () => {
    const { url, asked } = await serve(always(307, { location: '/again', connection: 'close' }));
    let lookups = 0;
    const reach = {
      resolve: () => Promise.resolve([loopback]),
      isAllowed: () => ++lookups === 1, // stands for a public address the first time
    };
    const { faults } = await visit(named(url, 'tools.example'), partsFor({}, reach));
    assert.deepEqual(
      faults.map(({ kind }) => kind),
      ['private-address'],
    );
    assert.equal(asked.length, 1);
  });

  it('is told apart from a name that does not exist', async () => {
    const missing = Object.assign(new Error('getaddrinfo ENOTFOUND nowhere.example'), { code: 'ENOTFOUND' });
    const reach = { ...strict, resolve: () => Promise.reject(missing) };
    const { state, faults } = await visit('https://nowhere.example/mcp', partsFor({}, reach));
    assert.equal(state, 'unreachable');
    assert.match(faults[0]?.cause ?? '', /no such host/);
  });

  it('is told apart from a name server that is down', async () => {
    const failing = Object.assign(new Error('getaddrinfo EAI_AGAIN'), { code: 'EAI_AGAIN' });
    const reach = { ...strict, resolve: () => Promise.reject(failing) };
    assert.equal((await visit('https://nowhere.example/mcp', partsFor({}, reach))).state, 'unknown');
  });
});
