import type { Cheerio, CheerioAPI } from 'cheerio';

type NodeOf<Selection> = Selection extends Cheerio<infer Node> ? Node : never;

/** A node of parsed HTML. */
export type HtmlNode = NodeOf<ReturnType<ReturnType<CheerioAPI['root']>['contents']>>;
/** An element of parsed HTML. */
export type HtmlElement = Extract<HtmlNode, { tagName: string }>;

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

/** Whether it is text; comments hold data as well and are none. */
export function isText(node: HtmlNode): node is Extract<HtmlNode, { data: string }> {
  return node.nodeType === 3;
}

export function childrenOf(node: HtmlNode): HtmlNode[] {
  return 'children' in node ? node.children : [];
}

export function hasClass(element: HtmlElement, name: string): boolean {
  return (element.attribs.class ?? '').split(' ').includes(name);
}

/** Controls and drawings: what they show is said in words beside them, or is of no use on paper. */
const shownOnly = new Set(['script', 'style', 'button', 'form', 'svg', 'template']);

/** Whether an element says nothing to somebody who reads text. */
export function isMute(element: HtmlElement): boolean {
  const { hidden, role } = element.attribs;
  return (
    shownOnly.has(element.tagName) ||
    hidden !== undefined ||
    role === 'status' ||
    element.attribs['aria-hidden'] === 'true' ||
    hasClass(element, 'no-script')
  );
}

/** The text of a node as it was written, controls left out. */
export function rawText(node: HtmlNode): string {
  if (isText(node)) return node.data;
  if (isElement(node) && isMute(node)) return '';
  return childrenOf(node).map(rawText).join('');
}
