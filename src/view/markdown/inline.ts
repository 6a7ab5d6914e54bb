import {
  childrenOf,
  hasClass,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isMute,
  isText,
  rawText,
} from './nodes.ts';

/** Text in which nothing is Markdown: outside words make no link, no heading and no HTML. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|~&]/g, '\\$&');
}

/** Text between as many backticks as it takes to hold those inside. */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
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

function element(node: HtmlElement): string {
  const inside = childrenOf(node).map(inlineNode).join('');
  switch (node.tagName) {
    case 'a':
      return around(
        '[',
        inside,
        `](${(node.attribs.href ?? '').replaceAll(/[()\s<>]/g, encodeURIComponent)})`,
      );
    case 'b':
    case 'strong':
      return around('**', inside);
    case 'code':
      return codeSpan(rawText(node).replaceAll(/\s+/g, ' ').trim());
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

function inlineNode(node: HtmlNode): string {
  if (isText(node)) return escaped(rawText(node));
  return isElement(node) && !isMute(node) ? element(node) : '';
}

/** Nodes as one line of Markdown, spaces as a browser shows them. */
export function inline(nodes: readonly HtmlNode[]): string {
  const line = nodes.map(inlineNode).join('').replaceAll(/\s+/g, ' ').trim();
  // At the start of a line these would begin a list.
  return line.replace(/^(?:[-+]|\d+[.)])(?= )/, (found) => `${found.slice(0, -1)}\\${found.slice(-1)}`);
}
