import { hashOf } from '../model/canonical.ts';
import type { Json } from '../model/json.ts';
import type { Redirects } from '../model/redirects.ts';
import type { AddressedServer } from './addresses.ts';

/** What names a server in the world: two entries that share one are of the same server. */
const marks = ({ packages, remotes }: AddressedServer): string[] => [
  ...packages.map(({ kind, name }) => `${kind} ${name}`),
  ...remotes.map(({ url }) => url),
];

/** Finds the server that an entry went into: the one with its id, else the first that has its package or its address. */
function heirsAmong(after: readonly AddressedServer[]): (server: AddressedServer) => AddressedServer | null {
  const byId = new Map(after.map((server) => [server.id, server]));
  const byMark = new Map<string, number>();
  for (const [place, server] of after.entries())
    for (const mark of marks(server)) if (!byMark.has(mark)) byMark.set(mark, place);
  return (server) => {
    const places = marks(server).map((mark) => byMark.get(mark) ?? Infinity);
    return byId.get(server.id) ?? after[Math.min(...places)] ?? null;
  };
}

/** A definition without its name: what a renamed tool still has. */
const bodyOf = ({ definition }: AddressedServer['tools'][number]): string =>
  hashOf({ ...definition, name: '' } as Json);

/** The tools that are no longer there, each with the slug of the new tool that is the same but for its name. */
function formerTools(before: AddressedServer, after: AddressedServer): Record<string, string | null> {
  const old = new Set(before.tools.map(({ slug }) => slug));
  const present = new Set(after.tools.map(({ slug }) => slug));
  const gone = before.tools.filter(({ slug }) => !present.has(slug));
  if (gone.length === 0) return {};
  const added = after.tools.filter(({ slug }) => !old.has(slug)).toReversed();
  const slugs = new Map(added.map((tool) => [bodyOf(tool), tool.slug]));
  return Object.fromEntries(gone.map((tool) => [tool.slug, slugs.get(bodyOf(tool)) ?? null]));
}

/** What was known of a server’s former tools, led on to where they are now; what has a page again leads nowhere. */
function ledOn(
  known: Readonly<Record<string, string | null>>,
  former: Readonly<Record<string, string | null>>,
  tools: AddressedServer['tools'],
): Record<string, string | null> {
  const present = new Set(tools.map(({ slug }) => slug));
  const entries = Object.entries({ ...known, ...former }).map(([slug, next]) => {
    const further = next !== null && Object.hasOwn(former, next) ? (former[next] ?? null) : next;
    return [slug, further] as const;
  });
  return Object.fromEntries(entries.filter(([slug]) => !present.has(slug)));
}

/**
 * The former addresses of a catalogue once `after` takes the place of `before`: every address that `before` had
 * and `after` has not is among them. A server that is gone keeps its id, under which it may come back. An address that another
 * server has taken stays noted, so that its page can say whose it was.
 */
export function redirectsAfter(
  known: Redirects,
  before: readonly AddressedServer[],
  after: readonly AddressedServer[],
): Redirects {
  const servers = { ...known.servers };
  const tools = { ...known.tools };
  const heirOf = heirsAmong(after);
  for (const server of before) {
    const heir = heirOf(server);
    const id = heir?.id ?? server.id;
    if (heir?.slug !== server.slug) servers[server.slug] = id;
    if (id !== server.id)
      for (const [slug, former] of Object.entries(servers)) if (former === server.id) servers[slug] = id;
    if (heir === null) continue;
    const former = ledOn({ ...known.tools[server.id], ...tools[id] }, formerTools(server, heir), heir.tools);
    if (Object.keys(former).length > 0) tools[id] = former;
    else Reflect.deleteProperty(tools, id);
    if (id !== server.id) Reflect.deleteProperty(tools, server.id);
  }
  const owners = new Map(after.map(({ slug, id }) => [slug, id]));
  const former = Object.entries(servers).filter(([slug, id]) => owners.get(slug) !== id);
  return { servers: Object.fromEntries(former), tools };
}
