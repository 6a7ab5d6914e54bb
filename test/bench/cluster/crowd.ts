import type { RequestListener } from 'node:http';
import { sha256 } from '../../../src/model/canonical.ts';
import type { ServerListing } from '../../../src/model/server.ts';
import { always, hangsUp, silent } from '../../crawler/remote/hostile.ts';
import { earlierStateless, earlierWithSessions, newest } from '../../crawler/remote/peers.ts';
import { sampleListing } from '../../samples.ts';

/** One server of a crowd: where it is, how long it thinks (milliseconds) and what it answers. */
export interface Member {
  hostname: string;
  latency: number;
  answers: string;
  listener: RequestListener;
}

const sessions = earlierWithSessions().listener;
const html = always(200, { 'content-type': 'text/html' }, '<!doctype html>');

/**
 * What remote servers of the official registry answer, and how often, as measured for all 16,305 of them on 2026-09-07
 * (issue 1626 of modelcontextprotocol/registry): lists its tools, wants a login, is no MCP server, is gone, is silent.
 */
const answers: readonly [share: number, name: string, listeners: readonly RequestListener[]][] = [
  [0.585, 'lists its tools', [newest('reject'), newest('stateless'), earlierStateless, sessions]],
  [0.254, 'wants a login', [always(401)]],
  [0.092, 'is no MCP server', [html, always(404), always(405)]],
  [0.063, 'is gone', [hangsUp]],
  [0.006, 'is silent', [silent]],
];

/** A number from 0 to 1 that depends on the name alone, so that every run has the same servers. */
const draw = (name: string): number => parseInt(sha256(name).slice(0, 8), 16) / 0x1_0000_0000;

/** The server of this number; of five servers two share a host, and it thinks for 1 to 20 ms. */
export function member(index: number): Member {
  let left = draw(`answer of ${index}`);
  const found = answers.find(([share]) => (left -= share) < 0) ?? answers[0];
  if (found === undefined) throw new RangeError('there is no answer at all');
  const [, name, listeners] = found;
  return {
    hostname: `host-${Math.floor(index * 0.8)}.example`,
    latency: 1 + 19 * draw(`latency of ${index}`),
    answers: name,
    listener: listeners[index % listeners.length] ?? silent,
  };
}

/** What a registry says of the server; its addresses are at a port of loopback, under names that only the bench knows. */
export function listingOf(index: number, port: number, hostnames = [member(index).hostname]): ServerListing {
  const remotes = hostnames.map((hostname) => ({
    kind: 'streamable-http' as const,
    url: `http://${hostname}:${port}/${index}`,
  }));
  return sampleListing(`crowd/${index}`, { source: 'official-registry', packages: [], remotes });
}
