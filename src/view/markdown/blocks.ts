import { escaped, inline, mostBackticks } from './inline.ts';
import { hasClass, type HtmlElement, type HtmlNode, isElement, rawText } from './nodes.ts';

const blockTags = new Set(
  'aside article blockquote caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header li main nav ol p pre section summary table tbody td th thead tr ul'.split(
    ' ',
  ),
);

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

const isBlock = (node: HtmlNode): boolean => isElement(node) && blockTags.has(node.tag);

const find = ({ children }: HtmlElement, tag: string): HtmlElement[] =>
  children.filter(isElement).flatMap((child) => (child.tag === tag ? [child] : find(child, tag)));

const indented = (text: string, first: string): string =>
  `${first}${text.includes('\n') ? text.replaceAll('\n', `\n${' '.repeat(first.length)}`) : text}`;

function list(element: HtmlElement): string[] {
  const items = element.children.filter(isElement);
  return [
    items
      .map((item, index) =>
        indented(blocks(item.children).join('\n\n'), element.tag === 'ol' ? `${index + 1}. ` : '- '),
      )
      .join('\n'),
  ];
}

/** Terms and what is said of them, whether or not each pair has an element of its own. */
function pairs(element: HtmlElement): string[] {
  const parts = element.children.filter(isElement);
  const flat = parts.flatMap((part) => (part.tag === 'div' ? part.children.filter(isElement) : [part]));
  return [
    flat
      .map((part) => (part.tag === 'dt' ? `- **${inline(part.children)}**:` : ` ${inline(part.children)}`))
      .join('')
      .replaceAll(/(?<=.)- \*\*/g, '\n- **'),
  ];
}

const cellText = (text: string): string => (text.includes('|') ? text.replaceAll(/(?<!\\)\|/g, '\\|') : text);

function table(element: HtmlElement): string[] {
  const rows = find(element, 'tr').map((row) =>
    row.children.filter(isElement).map(({ children }) => cellText(inline(children))),
  );
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [[line(head), line(head.map(() => '---')), ...body.map(line)].join('\n')];
}

function fenced(element: HtmlElement): string[] {
  const text = rawText(element).replace(/\n$/, '');
  const fence = '`'.repeat(Math.max(2, mostBackticks(text)) + 1);
  return [`${fence}\n${text}\n${fence}`];
}

const quoted = (texts: readonly string[]): string[] =>
  texts.length === 0 ? [] : [texts.join('\n\n').replaceAll(/^/gm, '> ')];

const said = (text: string, before = ''): string[] => (text === '' ? [] : [`${before}${text}`]);

const makers: Readonly<Record<string, (element: HtmlElement) => string[]>> = {
  ul: list,
  ol: list,
  dl: pairs,
  table,
  pre: fenced,
  summary: (element) => said(inline(element.children)).map((text) => `**${text}**`),
  figcaption: (element) => said(inline(element.children)),
  blockquote: (element) => quoted(blocks(element.children)),
  nav: (element) =>
    said(
      find(element, 'li')
        .map((item) => inline(item.children))
        .join(' / '),
    ),
};

function block(element: HtmlElement): string[] {
  const level = headings.indexOf(element.tag);
  if (level >= 0) return said(inline(element.children), `${'#'.repeat(level + 1)} `);
  if (hasClass(element, 'own-words')) return quoted(said(escapedLines(element)));
  return makers[element.tag]?.(element) ?? blocks(element.children);
}

/** A server’s own words, with the lines they came in. */
function escapedLines(element: HtmlElement): string {
  const parts = element.children.map((part) =>
    isElement(part) && hasClass(part, 'block') ? `${rawText(part)}\n` : rawText(part),
  );
  return escaped(parts.join(''))
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

/** Nodes as blocks of Markdown: what stands in a line together becomes one. */
export function blocks(nodes: readonly HtmlNode[]): string[] {
  const made: string[] = [];
  let line: HtmlNode[] = [];
  const end = (): void => {
    if (line.length > 0) made.push(...said(inline(line)));
    line = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || !isBlock(node)) line.push(node);
    else {
      end();
      made.push(...block(node));
    }
  }
  end();
  return made;
}
