import { readFileSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { catalogueFolder } from '../catalogue/folder.ts';
import { readCatalogue } from '../catalogue/read.ts';
import { lastChanges, sitemap } from '../view/files/sitemap.ts';

/** Whether a built page only leads on to another address. */
const leadsOn = (file: URL): boolean => readFileSync(file, 'utf8').includes('http-equiv="refresh"');

/** Lists every page that was built, whoever made it, when the site knows its own address. */
export function sitemapOfPages(): AstroIntegration {
  let site: URL | undefined;
  return {
    name: 'sitemap',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site === undefined ? undefined : new URL(config.site);
      },
      'astro:build:done': ({ dir, pages }) => {
        if (site === undefined) return;
        const found = pages
          .map(({ pathname }) => pathname)
          .filter((path) => !path.startsWith('404') && (path === '' || path.endsWith('/')))
          .filter((path) => !leadsOn(new URL(`${path}index.html`, dir)))
          .map((path) => `/${path}`);
        const changes = lastChanges(readCatalogue(catalogueFolder));
        for (const { path, text } of sitemap(found, changes, site)) writeFileSync(new URL(path, dir), text);
      },
    },
  };
}
