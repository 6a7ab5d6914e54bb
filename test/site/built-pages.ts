import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { type BuiltPage, builtPage } from './check/page.ts';

/** Every page of a built site, parsed. */
export function builtPages(folder: string): BuiltPage[] {
  return globSync('**/*.html', { cwd: folder }).map((file) =>
    builtPage(`/${file.replace(/index\.html$/, '')}`, readFileSync(join(folder, file), 'utf8')),
  );
}

/** The text a reader sees, with what servers wrote in their own elements left out. */
export function ownText({ html }: BuiltPage): string {
  const $ = load(html);
  $('script, style, pre, nav.crumbs').remove();
  $('code, .name, [dir="auto"]').replaceWith('X');
  $('p, li, dt, dd, td, th, h1, h2, h3, summary, details, div, section, caption, span').append('\n');
  return $('body').text();
}
