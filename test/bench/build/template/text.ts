import { bars, type Risk } from '../../../../src/model/risks.ts';
import { languageOf } from '../../../../src/view/language.ts';
import { riskTitle } from '../../../../src/view/sentences.ts';
import type { Quote } from '../../../../src/view/why.ts';
import { limits } from '../../../../src/model/limits.ts';
import { shortened } from '../../../../src/view/wording.ts';

const inText: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text between tags, as Astro escapes it. */
export const text = (value: string | null): string =>
  value === null ? '' : value.replace(/[&<>"']/g, (found) => inText[found] ?? found);

/** Text inside an attribute. */
export const value = (of: string): string => of.replaceAll('&', '&#38;').replaceAll('"', '&#34;');

/** What there is of each item, one after the other. */
export const each = <Item>(items: readonly Item[], print: (item: Item, index: number) => string): string =>
  items.map(print).join('');

/** A thing that may not be there. */
export const given = <Item>(item: Item | null, print: (item: Item) => string): string =>
  item === null ? '' : print(item);

/** The attributes of outside text. */
export function language(of: string): string {
  const tag = languageOf(of);
  return `${tag === '' ? 'lang' : `lang="${tag}"`} dir="auto"`;
}

export const outside = (of: string, classes: string | null = null): string =>
  `<span ${language(of)}${given(classes, (names) => ` class="${names}"`)}>${text(of)}</span>`;

export function risk(of: Risk, isLong = false): string {
  const meter = each([1, 2, 3, 4], (bar) => (bar <= bars(of) ? '<i class="on"></i>' : '<i></i>'));
  return `<span class="risk ${of.toLowerCase()}"><span class="meter" aria-hidden="true">${meter}</span>${isLong ? riskTitle(of) : of}</span>`;
}

function quoted(of: string | null): string {
  if (of === null) return '<span class="text-sm">Nothing stands there.</span>';
  const isLong = Array.from(of).length > limits.quoteCharacters;
  return `<q ${language(of)}>${text(isLong ? shortened(of, limits.quoteCharacters) : of)}</q>`;
}

export const quotes = (all: readonly Quote[]): string =>
  each(
    all,
    (quote) =>
      `<span class="block">${quoted(quote.text)} <span class="note">${text(quote.place)}</span></span>`,
  );

export const tableHead = (columns: readonly string[]): string =>
  `<thead role="rowgroup"><tr role="row">${each(columns, (label) => `<th scope="col" role="columnheader">${label}</th>`)}</tr></thead>`;
