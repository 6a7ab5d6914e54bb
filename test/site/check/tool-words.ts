import type { BuiltPage } from './page.ts';
import { withoutNames, wordsRead } from './boilerplate.ts';

/** What a tool page says between the site’s header and footer, as words without the names of tool and server. */
export interface ToolWords {
  server: string;
  category: string;
  /** Everything but the blocks to copy. What only a script shows counts in neither. */
  prose: string[];
  all: string[];
}

/** Elements that a reader sees apart from what stands beside them. */
const apart =
  'a, b, code, dd, div, dt, figcaption, h1, h2, h3, li, p, pre, q, section, span, summary, td, th';

/** The words of a tool page; null for every other page. */
export function toolWords({ $, path }: BuiltPage): ToolWords | null {
  const [, first, server = '', tool = '', last] = path.split('/');
  const category = $('.head .tag').first().text();
  if (first !== 'servers' || tool === '' || last !== '' || category === '') return null;
  const crumbs = $('nav.crumbs li').slice(1).toArray();
  const names = [...crumbs.map((item) => $(item).text()), server, tool];
  const main = $('main').clone();
  main.find('[hidden]').remove();
  main.find(apart).prepend(' ').append(' ');
  const all = wordsRead(withoutNames(main.text(), names));
  main.find('figure').remove();
  return { server, category, prose: wordsRead(withoutNames(main.text(), names)), all };
}
