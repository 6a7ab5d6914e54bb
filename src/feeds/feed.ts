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

function feedEntry(change: Change, publication: Publication): FeedEntry {
  const { on, kind, server, tool } = change;
  const row = changeRow(change);
  return {
    id: tag(publication, ['change', on, kind, server.id, ...(tool === null ? [] : [tool])]),
    title: titleOf(row),
    address: new URL(row.path ?? paths.server(server.slug), publication.site).href,
    at: momentOf(on),
    text: [row.sentence, ...ratingsOf(row)].join(' '),
  };
}

/** What a feed is about: where it stands, and the page whose list it is. */
interface Subject {
  link: FeedLink;
  words: readonly string[];
  page: string;
}

/** The newest day of changes that come newest first; null when there are none. */
const newestOf = ([newest]: readonly Change[]): string | null => newest?.on ?? null;

/** A feed of these changes. It is as new as its newest entry, or as `day` when it has none; null without either. */
function feedOf(
  changes: readonly Change[],
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

/** Whether a change brought a tool to a level or took it away from there, or a server whose gravest tool stands there. */
function concerns({ kind, server, before, after }: Change, risk: Risk): boolean {
  return kind === 'listed' ? serverRisk(server) === risk : before?.risk === risk || after?.risk === risk;
}

const riskSubject = (risk: Risk): Subject => ({
  link: riskFeedLink(risk),
  words: ['risk', risk.toLowerCase()],
  page: paths.risk(risk),
});

/**
 * The feeds over these servers, of which one is read at a time: everything that changed, then what changed in tools of each level.
 * As long as nothing did at a level, its feed is as new as everything else. None where nobody has read any tools.
 */
export function catalogueFeeds(servers: Iterable<CatalogueServer>, publication: Publication): Feed[] {
  const all = new NewestChanges();
  const levels = risksByWeight.map((risk) => ({ risk, its: new NewestChanges() }));
  for (const change of Iterator.from(servers).flatMap(serverChanges)) {
    all.add(change);
    for (const { risk, its } of levels) if (concerns(change, risk)) its.add(change);
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
  return feedOf(listOfChanges(serverChanges(server)).entries, subject, publication);
}
