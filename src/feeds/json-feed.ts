import type { Json } from '../model/json.ts';
import type { Feed } from './feed.ts';

/** The feed as JSON Feed 1.1 (jsonfeed.org). */
export function jsonFeed({ title, page, self, author, entries }: Feed): Json {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: self.json,
    language: 'en',
    authors: [{ name: author }],
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.address,
      title: entry.title,
      content_text: entry.text,
      date_published: entry.at,
    })),
  };
}
