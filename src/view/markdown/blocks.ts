import { decoded, type HtmlReader, type Tag } from './html-reader.ts';
import { escaped, inline, inlineElement, lineOf, mostBackticks, rawText, said } from './inline.ts';

const blockTags = new Set(
  'aside article blockquote caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header li main nav ol p pre section summary table tbody td th thead tr ul'.split(
    ' ',
  ),
);

/** Reads each element in the one that is open, to its end; text between them is none. */
function each<Read>(page: HtmlReader, read: (tag: Tag) => Read): Read[] {
  const all: Read[] = [];
  for (let tag = page.next(); tag !== null; tag = page.next()) all.push(read(tag));
  return all;
}

/** Reads each element of a name, however deep it stands. */
const find = <Read>(page: HtmlReader, name: string, read: () => Read): Read[] =>
  each(page, (tag) => (tag.name === name ? [read()] : find(page, name, read))).flat();

const indented = (text: string, first: string): string =>
  `${first}${text.includes('\n') ? text.replaceAll('\n', `\n${' '.repeat(first.length)}`) : text}`;

const list = (page: HtmlReader): string => each(page, () => indented(blocks(page), '- ')).join('\n');

const numbered = (page: HtmlReader): string =>
  each(page, () => blocks(page))
    .map((item, index) => indented(item, `${index + 1}. `))
    .join('\n');

/** Terms and what is said of them, whether or not each pair has an element of its own. */
function pairs(page: HtmlReader): string {
  const pair = ({ name }: Tag): string => (name === 'dt' ? `\n- **${inline(page)}**:` : ` ${inline(page)}`);
  return each(page, (tag) => (tag.name === 'div' ? each(page, pair).join('') : pair(tag)))
    .join('')
    .trimStart();
}

const cellText = (text: string): string => (text.includes('|') ? text.replaceAll(/(?<!\\)\|/g, '\\|') : text);

function table(page: HtmlReader): string {
  const [head = [], ...body] = find(page, 'tr', () => each(page, () => cellText(inline(page))));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

function fenced(page: HtmlReader): string {
  const whole = rawText(page);
  const text = whole.endsWith('\n') ? whole.slice(0, -1) : whole;
  const fence = '`'.repeat(Math.max(2, mostBackticks(text)) + 1);
  return `${fence}\n${text}\n${fence}`;
}

const quoted = (text: string): string => (text === '' ? '' : text.replaceAll(/^/gm, '> '));

/** A line with a mark before it; nothing where it says nothing. */
const marked = (before: string, line: string, after = ''): string =>
  line === '' ? '' : `${before}${line}${after}`;

/** A server’s own words, with the lines they came in. */
function ownWords(page: HtmlReader): string {
  let text = '';
  for (let tag = page.next(); ; tag = page.next()) {
    text += decoded(page.text);
    if (tag === null) break;
    text += `${rawText(page)}${tag.classes.has('block') ? '\n' : ''}`;
  }
  const lines = escaped(text).split('\n');
  return lines
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

const makers = new Map<string, (page: HtmlReader) => string>(
  Object.entries({
    h1: (page: HtmlReader) => marked('# ', inline(page)),
    h2: (page: HtmlReader) => marked('## ', inline(page)),
    h3: (page: HtmlReader) => marked('### ', inline(page)),
    h4: (page: HtmlReader) => marked('#### ', inline(page)),
    h5: (page: HtmlReader) => marked('##### ', inline(page)),
    h6: (page: HtmlReader) => marked('###### ', inline(page)),
    ul: list,
    ol: numbered,
    dl: pairs,
    table,
    pre: fenced,
    summary: (page: HtmlReader) => marked('**', inline(page), '**'),
    figcaption: inline,
    blockquote: (page: HtmlReader) => quoted(blocks(page)),
    nav: (page: HtmlReader) => find(page, 'li', () => inline(page)).join(' / '),
  }),
);

const block = (page: HtmlReader, { name, classes }: Tag): string =>
  classes.has('own-words') ? quoted(ownWords(page)) : (makers.get(name) ?? blocks)(page);

/** What the element that is open holds, to its end, as blocks of Markdown: what stands in a line together becomes one. */
export function blocks(page: HtmlReader): string {
  let all = '';
  let line = '';
  const add = (made: string): void => {
    if (made !== '') all += all === '' ? made : `\n\n${made}`;
  };
  for (let tag = page.next(); ; tag = page.next()) {
    line += said(page.text);
    if (tag !== null && !blockTags.has(tag.name)) {
      line += inlineElement(page, tag);
      continue;
    }
    if (line !== '') add(lineOf(line));
    if (tag === null) return all;
    line = '';
    add(block(page, tag));
  }
}
