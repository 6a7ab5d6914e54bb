import type { TestContext } from 'node:test';
import { type Classified, classify, type Run } from '../../../classifier/classify.ts';
import type { Judge } from '../../../classifier/judge.ts';
import type { CatalogueServer } from '../../../src/model/server.ts';
import type { ToolDefinition } from '../../../src/model/tool.ts';
import { openStore } from '../../../src/store/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { sampleLive } from '../../samples.ts';

export const read: ToolDefinition = { name: 'get_book', description: 'Returns a book.' };
export const remove: ToolDefinition = { name: 'delete_book', description: 'Deletes a book for good.' };

/** A store in memory that holds these servers and their tools. */
export async function storeWith(
  test: TestContext,
  servers: Record<string, ToolDefinition[]>,
): Promise<Store> {
  const store = await openStore(':memory:');
  test.after(async () => {
    await store.close();
  });
  for (const [name, tools] of Object.entries(servers)) await store.saveLive(sampleLive(name, tools), []);
  return store;
}

/** What a run makes of a store, with the servers it hands on and their reviews. */
export async function classified(
  run: Omit<Run, 'progress'>,
): Promise<Classified & { servers: CatalogueServer[] }> {
  const servers: CatalogueServer[] = [];
  const done = await classify({ ...run, progress: () => undefined }, (server) => servers.push(server));
  const reviewed = servers.map((server): CatalogueServer => {
    const review = done.reviews.get(server.id);
    return review === undefined ? server : { ...server, review };
  });
  return { ...done, servers: reviewed };
}

/** Classifies a store at a fixed time. */
export const run = (store: Store, judge: Judge, at = '2026-03-04T05:06:07.000Z') =>
  classified({ store, judge, overrides: new Map(), now: () => new Date(at) });
