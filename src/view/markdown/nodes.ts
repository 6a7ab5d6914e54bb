/** An element of a page, as far as it says something to somebody who reads text. */
export interface HtmlElement {
  tag: string;
  /** With a space before and after each. */
  classes: string;
  /** Of a link; null of anything else. */
  href: string | null;
  children: HtmlNode[];
}

/** Text is as it reads, its entities decoded. */
export type HtmlNode = HtmlElement | string;

export function isElement(node: HtmlNode): node is HtmlElement {
  return typeof node !== 'string';
}

export const hasClass = ({ classes }: HtmlElement, name: string): boolean => classes.includes(` ${name} `);

/** The text of a node as it was written. */
export function rawText(node: HtmlNode): string {
  if (!isElement(node)) return node;
  const [first = '', ...others] = node.children;
  return others.length === 0 ? rawText(first) : node.children.map(rawText).join('');
}
