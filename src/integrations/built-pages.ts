import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { catalogueFolder } from '../catalogue/folder.ts';
import { paths } from '../model/paths.ts';
import { folderFiles } from '../publishers/folder-files.ts';
import { publishSite } from '../publishers/publish.ts';
import { markdownTwin } from '../view/markdown/twin.ts';

/** Writes the Markdown twin of a built page. Returns whether it is a page of its own and does not only lead on. */
function writeTwin(path: string, folder: URL): boolean {
  const html = readFileSync(new URL(`.${path}index.html`, folder), 'utf8');
  if (html.includes('http-equiv="refresh"')) return false;
  const twin = markdownTwin(html);
  if (twin !== null) writeFileSync(new URL(`.${paths.markdown(path)}`, folder), twin);
  return true;
}

/** Makes what needs all pages: a Markdown twin of each, and what is published besides. A build that makes none only compiles. */
export function builtPages(): AstroIntegration {
  let site: URL | undefined;
  return {
    name: 'built-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site === undefined ? undefined : new URL(config.site);
      },
      'astro:build:done': async ({ dir, pages }) => {
        if (pages.length === 0) return;
        const found = pages
          .map(({ pathname }) => `/${pathname}`)
          .filter((path) => path.endsWith('/') && !path.startsWith('/404'))
          .filter((path) => writeTwin(path, dir));
        const from = { catalogue: catalogueFolder(), site, pages: () => found };
        await publishSite(from, folderFiles(fileURLToPath(dir)));
      },
    },
  };
}
