import { escaped, inline } from './inline.ts';
import {
  childrenOf,
  hasClass,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isMute,
  rawText,
} from './nodes.ts';

const blockTags = new Set(
  'aside article blockquote caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header li main nav ol p pre section summary table tbody td th thead tr ul'.split(
    ' ',
  ),
);

const isBlock = (node: HtmlNode): boolean => isElement(node) && blockTags.has(node.tagName);

const find = (node: HtmlNode, tag: string): HtmlElement[] =>
  childrenOf(node).flatMap((child) => {
    if (!isElement(child)) return [];
    return child.tagName === tag ? [child] : find(child, tag);
  });

const indented = (text: string, first: string): string =>
  `${first}${text.replaceAll('\n', `\n${' '.repeat(first.length)}`)}`;

function list(element: HtmlElement): string[] {
  const items = childrenOf(element).filter(isElement);
  return [
    items
      .map((item, index) =>
        indented(blocks(childrenOf(item)).join('\n\n'), element.tagName === 'ol' ? `${index + 1}. ` : '- '),
      )
      .join('\n'),
  ];
}

/** Terms and what is said of them, whether or not each pair has an element of its own. */
function pairs(element: HtmlElement): string[] {
  const parts = childrenOf(element).filter(isElement);
  const flat = parts.flatMap((part) =>
    part.tagName === 'div' ? childrenOf(part).filter(isElement) : [part],
  );
  return [
    flat
      .map((part) =>
        part.tagName === 'dt' ? `- **${inline(childrenOf(part))}**:` : ` ${inline(childrenOf(part))}`,
      )
      .join('')
      .replaceAll(/(?<=.)- \*\*/g, '\n- **'),
  ];
}

function table(element: HtmlElement): string[] {
  const rows = find(element, 'tr').map((row) =>
    childrenOf(row)
      .filter(isElement)
      .map((cell) => inline(childrenOf(cell)).replaceAll(/(?<!\\)\|/g, '\\|')),
  );
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [[line(head), line(head.map(() => '---')), ...body.map(line)].join('\n')];
}

function fenced(element: HtmlElement): string[] {
  const text = rawText(element).replace(/\n$/, '');
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
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
  summary: (element) => said(inline(childrenOf(element))).map((text) => `**${text}**`),
  figcaption: (element) => said(inline(childrenOf(element))),
  blockquote: (element) => quoted(blocks(childrenOf(element))),
  nav: (element) =>
    said(
      find(element, 'li')
        .map((item) => inline(childrenOf(item)))
        .join(' / '),
    ),
};

function block(element: HtmlElement): string[] {
  if (isMute(element)) return [];
  const heading = /^h([1-6])$/.exec(element.tagName);
  if (heading !== null) return said(inline(childrenOf(element)), `${'#'.repeat(Number(heading[1]))} `);
  if (hasClass(element, 'own-words')) return quoted(said(escapedLines(element)));
  return makers[element.tagName]?.(element) ?? blocks(childrenOf(element));
}

/** A server’s own words, with the lines they came in. */
function escapedLines(element: HtmlElement): string {
  const parts = childrenOf(element).map((part) =>
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
    made.push(...said(inline(line)));
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
