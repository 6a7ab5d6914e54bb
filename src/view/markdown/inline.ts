import { decoded, type HtmlReader, type Tag } from './html-reader.ts';

const mark = /[\\`*_[\]<>#|~&]/;
const marks = new RegExp(mark, 'g');

/** Whether any white space but single spaces stands there. Most text has none, and to look is cheaper than to replace. */
const isLoose = /[^\S ]|  /;

/** White space as a browser shows it: one space for each run. */
const folded = (text: string): string =>
  (isLoose.test(text) ? text.replaceAll(/[^\S ]\s*| \s+/g, ' ') : text).trim();

/** Text in which nothing is Markdown: outside words make no link, no heading and no HTML. */
export function escaped(text: string): string {
  let all = '';
  let start = 0;
  marks.lastIndex = 0;
  while (marks.test(text)) {
    const at = marks.lastIndex - 1;
    all += `${text.slice(start, at)}\\`;
    start = at;
  }
  return all + text.slice(start);
}

/** Text of HTML as text of Markdown. Most has nothing that either of them writes in another way. */
export const said = (html: string): string => (mark.test(html) ? escaped(decoded(html)) : html);

/** The most backticks that stand in a text together. */
export const mostBackticks = (text: string): number =>
  text.includes('`') ? Math.max(...[...text.matchAll(/`+/g)].map(([run]) => run.length)) : 0;

/** Text between as many backticks as it takes to hold those inside. */
function codeSpan(text: string): string {
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

/** The text of the element that is open, to its end, as it was written. */
export function rawText(page: HtmlReader): string {
  let text = '';
  for (let tag = page.next(); ; tag = page.next()) {
    text += decoded(page.text);
    if (tag === null) return text;
    text += rawText(page);
  }
}

/** The element that was just opened, to its end, as a part of a line. */
export function inlineElement(page: HtmlReader, { name, classes }: Tag): string {
  if (name === 'code') return codeSpan(folded(rawText(page)));
  const { href } = page;
  const inside = joined(page);
  switch (name) {
    case 'a':
      return around('[', inside, `](${addressed(decoded(href))})`);
    case 'b':
    case 'strong':
      return around('**', inside);
    case 'del':
      return aroundWords('~~', inside);
    case 'ins':
      return aroundWords('**', inside);
    case 'q':
      return around('“', inside, '”');
    case 'br':
      return ' ';
    default:
      if (classes.has('tag')) return ` · ${inside} `;
      return classes.has('block') ? ` ${inside} ` : inside;
  }
}

function joined(page: HtmlReader): string {
  let line = '';
  for (let tag = page.next(); ; tag = page.next()) {
    line += said(page.text);
    if (tag === null) return line;
    line += inlineElement(page, tag);
  }
}

/** What begins a list where it stands at the start of a line. */
const listMark = /^(?:[-+]|\d+[.)])(?= )/;

/** What makes a line, with spaces as a browser shows them. */
export function lineOf(parts: string): string {
  const line = folded(parts);
  const found = listMark.exec(line);
  return found === null ? line : `${line.slice(0, found[0].length - 1)}\\${line.slice(found[0].length - 1)}`;
}

/** The element that is open, to its end, as one line of Markdown. */
export const inline = (page: HtmlReader): string => lineOf(joined(page));
