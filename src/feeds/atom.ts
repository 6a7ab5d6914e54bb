import { xmlText } from '../view/files/xml.ts';
import type { Feed, FeedEntry } from './feed.ts';

const element = (name: string, text: string): string => `<${name}>${xmlText(text)}</${name}>`;

const link = (rel: string, address: string, type: string): string =>
  `<link rel="${rel}" type="${type}" href="${xmlText(address)}"/>`;

const entry = ({ id, title, address, at, text }: FeedEntry): string =>
  [
    '<entry>',
    element('id', id),
    element('title', title),
    link('alternate', address, 'text/html'),
    element('updated', at),
    element('summary', text),
    '</entry>',
  ].join('\n');

/** The feed as Atom (RFC 4287). */
export function atom({ id, title, page, self, at, author, entries }: Feed): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    element('id', id),
    element('title', title),
    element('updated', at),
    `<author>${element('name', author)}</author>`,
    link('self', self.xml, 'application/atom+xml'),
    link('alternate', page, 'text/html'),
    ...entries.map(entry),
    '</feed>',
    '',
  ].join('\n');
}
