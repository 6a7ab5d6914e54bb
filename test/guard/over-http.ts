import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after } from 'node:test';
import { sha256 } from '../../src/model/canonical.ts';
import { guardAlone, policyFile, workFolder } from './guarding.ts';
import { startProxy } from './proxied.ts';

export const guard = await guardAlone();
export const folder = workFolder();
export const limit = { counter: 'calls', window: 'day', max: 2, scope: 'grant' } as const;
export const tokens = { ann: 'token-of-ann', ben: 'token-of-ben' } as const;

let proxies = 0;

/** A proxy with a grant for each of these people, and what it writes down. */
export async function proxyFor(
  policies: Partial<Record<keyof typeof tokens, object>>,
  behind: readonly string[],
  state?: string,
) {
  const number = (proxies += 1);
  const grants = Object.entries(policies).map(([name, policy]) => {
    const file = policyFile(folder, policy, `${name}-${number}.json`);
    return { name, tokenHash: sha256(tokens[name as keyof typeof tokens]), policy: file };
  });
  const kept = state ?? join(folder, `state-${number}`);
  const file = policyFile(folder, { grants }, `grants-${number}.json`);
  const words = ['proxy', '--listen', '127.0.0.1:0', '--grants', file, '--state', kept];
  const proxy = await startProxy([process.execPath, guard, ...words, ...behind]);
  return { ...proxy, log: join(kept, 'audit.jsonl') };
}

/** A peer that is reached over HTTP. */
export async function peer(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
}

/** Which of these calls, one after the other, were refused. */
export const refusals = async (
  attempts: number,
  attempt: () => Promise<{ isError: boolean }>,
): Promise<boolean[]> => {
  const results = [];
  for (let turn = 0; turn < attempts; turn += 1) results.push(await attempt());
  return results.map(({ isError }) => isError);
};
