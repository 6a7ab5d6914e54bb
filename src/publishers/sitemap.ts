import { lastChanges, sitemap as sitemapFiles } from '../view/files/sitemap.ts';
import { asJson, type Publisher } from './publisher.ts';

/** The list of all pages, with the days on which servers and tools last changed. */
export const sitemap: Publisher<[path: string, day: string][]> = {
  id: 'sitemap',
  kept: asJson(lastChanges),
  publish({ parts, pages, site }, files) {
    if (site === undefined) return;
    const days = new Map(Iterator.from(parts()).flatMap((its) => its));
    for (const { path, text } of sitemapFiles([...pages()], days, site)) files.put(`/${path}`, text);
  },
};
