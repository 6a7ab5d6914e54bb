import { hasClass, type HtmlElement, type HtmlNode, isElement, rawText } from './nodes.ts';

const mark = /[\\`*_[\]<>#|~&]/;
const marks = new RegExp(mark, 'g');

/** Whether any white space but single spaces stands there. Most text has none, and to look is cheaper than to replace. */
const isLoose = /[^\S ]| \s/;

/** White space as a browser shows it: one space for each run. */
export const folded = (text: string): string =>
  (isLoose.test(text) ? text.replaceAll(/[^\S ]\s*| \s+/g, ' ') : text).trim();

/** Text in which nothing is Markdown: outside words make no link, no heading and no HTML. A function replaces in a fifth of the time that a pattern takes. */
export function escaped(text: string): string {
  return mark.test(text) ? text.replaceAll(marks, (found) => `\\${found}`) : text;
}

/** The most backticks that stand in a text together. */
export const mostBackticks = (text: string): number =>
  text.includes('`') ? Math.max(...[...text.matchAll(/`+/g)].map(([run]) => run.length)) : 0;

/** Text between as many backticks as it takes to hold those inside. */
export function codeSpan(text: string): string {
  const fence = '`'.repeat(mostBackticks(text) + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return text === '' ? '' : `${fence}${space}${text}${space}${fence}`;
}

const around = (mark: string, text: string, end = mark): string => {
  const trimmed = text.trim();
  return trimmed === '' ? '' : `${mark}${trimmed}${end}`;
};

/** Marks that leave the spaces at both ends outside. */
const aroundWords = (mark: string, text: string): string =>
  text.trim() === '' ? text : text.replace(/^\s*/, `$&${mark}`).replace(/\s*$/, `${mark}$&`);

const addressed = (href: string): string =>
  /[()\s<>]/.test(href) ? href.replaceAll(/[()\s<>]/g, encodeURIComponent) : href;

function element(node: HtmlElement): string {
  const inside = joined(node.children);
  switch (node.tag) {
    case 'a':
      return around('[', inside, `](${addressed(node.href ?? '')})`);
    case 'b':
    case 'strong':
      return around('**', inside);
    case 'code':
      return codeSpan(folded(rawText(node)));
    case 'del':
      return aroundWords('~~', inside);
    case 'ins':
      return aroundWords('**', inside);
    case 'q':
      return around('“', inside, '”');
    case 'br':
      return ' ';
    default:
      if (hasClass(node, 'tag')) return ` · ${inside} `;
      return hasClass(node, 'block') ? ` ${inside} ` : inside;
  }
}

const inlineNode = (node: HtmlNode): string => (isElement(node) ? element(node) : escaped(node));

function joined(nodes: readonly HtmlNode[]): string {
  let line = '';
  for (const node of nodes) line += inlineNode(node);
  return line;
}

/** What begins a list where it stands at the start of a line. */
const listMark = /^(?:[-+]|\d+[.)])(?= )/;

/** Nodes as one line of Markdown, spaces as a browser shows them. */
export function inline(nodes: readonly HtmlNode[]): string {
  const line = folded(joined(nodes));
  return line.replace(listMark, (found) => `${found.slice(0, -1)}\\${found.slice(-1)}`);
}
