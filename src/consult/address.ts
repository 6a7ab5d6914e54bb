import { z } from 'zod';
import type { ChangeEntry } from '../api/change.ts';
import { ChangeList } from '../api/list.ts';
import { shardOf } from '../catalogue/shards.ts';
import { limits } from '../model/limits.ts';
import { LookupShard } from '../model/lookup.ts';
import { paths } from '../model/paths.ts';
import { CatalogueServer } from '../model/server.ts';
import { UserError } from '../terminal/command.ts';
import { type Consulted, slugsOf } from './consulted.ts';
import { type Fetching, SiteFiles } from './files.ts';
import { searchAt } from './search.ts';

/** As much of a server's record as says in which file of the data set it is. */
const Identified = z.object({ id: z.string().min(1) });

/** The entry of a server in a file of the data set. */
function entryIn(text: string, id: string, subject: string): CatalogueServer {
  const line = text.split('\n').find((each) => each.includes(JSON.stringify(id)) && isOf(each, id));
  const parsed = line === undefined ? undefined : CatalogueServer.safeParse(JSON.parse(line));
  if (parsed?.success === true) return parsed.data;
  throw new UserError(
    `${subject}: it holds no entry of ${id} that this version of Placard can read.\nUpdate one of the two.`,
  );
}

function isOf(line: string, id: string): boolean {
  try {
    return Identified.safeParse(JSON.parse(line)).data?.id === id;
  } catch {
    return false;
  }
}

/** The look-up's file. A site has all of them, so that one that is missing says that there is no catalogue. */
async function lookupShard(files: SiteFiles, name: string): Promise<LookupShard> {
  const shard = await files.json(paths.lookup(name), LookupShard);
  if (shard !== null) return shard;
  throw new UserError(
    `${files.address.href}: there is no catalogue at this address.\nName the address of a site that Placard built, or a folder.`,
  );
}

/** A server by its slug; none when the look-up is newer than the rest of the site. */
async function serverAt(files: SiteFiles, slug: string): Promise<CatalogueServer[]> {
  const record = await files.json(paths.json(paths.server(slug)), Identified);
  if (record === null) return [];
  const path = paths.catalogueFile(shardOf(record.id));
  const text = await files.text(path);
  return text === null ? [] : [entryIn(text, record.id, path)];
}

/** What changed, page by page, until it is older or enough. */
async function changesFrom(files: SiteFiles, since: string, most: number): Promise<ChangeEntry[]> {
  const found: ChangeEntry[] = [];
  let next: string | null = paths.json(paths.changes);
  for (let page = 0; next !== null && page < limits.changePages && found.length < most; page += 1) {
    const list: ChangeList | null = await files.json(next, ChangeList);
    if (list === null) break;
    const entries: ChangeEntry[] = list.entries.filter(({ on }) => on >= since);
    found.push(...entries);
    next = entries.length < list.entries.length ? null : list.next;
  }
  return found.slice(0, most);
}

/** The catalogue of a site that Placard built. Only files that an answer needs are fetched. */
export function consultAddress(address: URL, fetching: Fetching): Consulted {
  const files = new SiteFiles(address, fetching);
  return {
    origin: files.address.href,
    isRemote: true,
    async find(sought) {
      const slugs = await slugsOf(sought, (name) => lookupShard(files, name));
      return (await Promise.all(slugs.map((slug) => serverAt(files, slug)))).flat();
    },
    search: (query) => searchAt(files, query),
    changes: (since, most) => changesFrom(files, since, most),
  };
}
