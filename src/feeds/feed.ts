import { limits } from '../model/limits.ts';
import { paths } from '../model/paths.ts';
import { type Risk, risksByWeight } from '../model/risks.ts';
import type { CatalogueServer } from '../model/server.ts';
import { changeRow, type ChangeRow } from '../view/change-page.ts';
import { type Change, listOfChanges, serverChanges } from '../view/changes.ts';
import { changesFeed, type FeedLink, riskFeedLink, serverFeedLink } from '../view/feed-link.ts';
import { serverRisk } from '../view/server-row.ts';
import { NewestChanges } from './newest.ts';

/** Something that changed, as feeds say it. Text is ready to show; addresses are absolute. */
export interface FeedEntry {
  /** A tag URI (RFC 4151) that the entry keeps whatever becomes of its pages. */
  id: string;
  title: string;
  address: string;
  /** The day it was seen, as a moment: no clock is read. */
  at: string;
  text: string;
}

/** A feed, whatever format it is printed in. Newest entries first; there is always one. */
export interface Feed {
  title: string;
  /** The page whose list it is. */
  page: string;
  /** Where it stands itself, in each format. */
  self: Readonly<Record<'xml' | 'json', string>>;
  id: string;
  at: string;
  author: string;
  entries: FeedEntry[];
}

/** A site that feeds speak for: its address and its name. */
export interface Publication {
  site: URL;
  name: string;
}

const tag = ({ site }: Publication, words: readonly string[]): string =>
  `tag:${site.hostname},2026:${words.map(encodeURIComponent).join('/')}`;

const momentOf = (day: string): string => `${day}T00:00:00Z`;

function titleOf({ label, name, server }: ChangeRow): string {
  return server === null
    ? `${name}: read for the first time`
    : `${name} of ${server.name}: ${label.toLowerCase()}`;
}

const ratingsOf = ({ ratings }: ChangeRow): string[] =>
  ratings.map(
    ({ label, rating }) =>
      `${label === null ? 'Rated' : `Rated ${label}`}: ${rating.risk}, ${rating.category}.`,
  );

/** A change as feeds say it, wherever they stand: without its server, so that many can be kept. */
export interface FeedChange extends Pick<Change, 'on' | 'kind' | 'tool'> {
  server: Pick<CatalogueServer, 'id' | 'slug'>;
  title: string;
  path: string;
  text: string;
  /** The levels it concerns. */
  risks: readonly Risk[];
}

/** The levels to which a change brought a tool or from which it took one away, or at which the gravest tool of a new server stands. */
function risksOf({ kind, server, before, after }: Change): Risk[] {
  const risks = kind === 'listed' ? [serverRisk(server)] : [before?.risk, after?.risk];
  return risksByWeight.filter((risk) => risks.includes(risk));
}

function feedChange(change: Change): FeedChange {
  const { on, kind, server, tool } = change;
  const row = changeRow(change);
  return {
    ...{ on, kind, tool, server: { id: server.id, slug: server.slug } },
    title: titleOf(row),
    path: row.path ?? paths.server(server.slug),
    text: [row.sentence, ...ratingsOf(row)].join(' '),
    risks: risksOf(change),
  };
}

/** What changed in one server, as feeds say it. */
export const feedChanges = (server: CatalogueServer): FeedChange[] => serverChanges(server).map(feedChange);

function feedEntry({ on, kind, tool, ...change }: FeedChange, publication: Publication): FeedEntry {
  return {
    id: tag(publication, ['change', on, kind, change.server.id, ...(tool === null ? [] : [tool])]),
    title: change.title,
    address: new URL(change.path, publication.site).href,
    at: momentOf(on),
    text: change.text,
  };
}

/** What a feed is about: where it stands, and the page whose list it is. */
interface Subject {
  link: FeedLink;
  words: readonly string[];
  page: string;
}

/** The newest day of changes that come newest first; null when there are none. */
const newestOf = ([newest]: readonly FeedChange[]): string | null => newest?.on ?? null;

/** A feed of these changes. It is as new as its newest entry, or as `day` when it has none; null without either. */
function feedOf(
  changes: readonly FeedChange[],
  { link, words, page }: Subject,
  publication: Publication,
  day: string | null = newestOf(changes),
): Feed | null {
  if (day === null) return null;
  const address = (path: string): string => new URL(path, publication.site).href;
  return {
    title: `${link.title} · ${publication.name}`,
    page: address(page),
    self: { xml: address(link.atom), json: address(link.json) },
    id: tag(publication, ['feed', ...words]),
    at: momentOf(newestOf(changes) ?? day),
    author: publication.name,
    entries: changes.slice(0, limits.feedEntries).map((change) => feedEntry(change, publication)),
  };
}

const riskSubject = (risk: Risk): Subject => ({
  link: riskFeedLink(risk),
  words: ['risk', risk.toLowerCase()],
  page: paths.risk(risk),
});

/**
 * The feeds over what changed in servers: everything, then what changed in tools of each level. As long as nothing did at a level, its
 * feed is as new as everything else. None where nobody has read any tools.
 */
export function catalogueFeeds(ofServers: Iterable<readonly FeedChange[]>, publication: Publication): Feed[] {
  const all = new NewestChanges<FeedChange>();
  const levels = risksByWeight.map((risk) => ({ risk, its: new NewestChanges<FeedChange>() }));
  for (const changes of ofServers)
    for (const change of changes) {
      all.add(change);
      for (const { risk, its } of levels) if (change.risks.includes(risk)) its.add(change);
    }
  const subject = { link: changesFeed, words: ['changes'], page: paths.changes };
  const day = newestOf(all.entries);
  return [
    feedOf(all.entries, subject, publication),
    ...levels.map(({ risk, its }) => feedOf(its.entries, riskSubject(risk), publication, day)),
  ].filter((feed) => feed !== null);
}

/** What changed in one server, newest first; null for one whose tools nobody has read. */
export function serverFeed(server: CatalogueServer, publication: Publication): Feed | null {
  const link = serverFeedLink(server);
  if (link === null) return null;
  const subject = { link, words: ['server', server.id], page: paths.server(server.slug) };
  return feedOf(listOfChanges(feedChanges(server)).entries, subject, publication);
}
