import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CheerioAPI, load } from 'cheerio';

export interface BuiltPage {
  path: string;
  html: string;
  $: CheerioAPI;
}

/** Every page of a built site, parsed. */
export function builtPages(folder: string): BuiltPage[] {
  return globSync('**/*.html', { cwd: folder }).map((file) => {
    const html = readFileSync(join(folder, file), 'utf8');
    return { path: `/${file.replace(/index\.html$/, '')}`, html, $: load(html) };
  });
}
