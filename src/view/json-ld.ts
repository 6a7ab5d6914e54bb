import type { Json } from '../model/json.ts';
import type { Question } from './faq.ts';

export interface Crumb {
  label: string;
  path: string;
}

/** JSON that no text inside can leave: safe between <script> tags, in old and new script engines. */
export function scriptJson(value: Json): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const breadcrumb = (crumbs: readonly Crumb[], address: (path: string) => string): Json => ({
  '@type': 'BreadcrumbList',
  itemListElement: crumbs.map(({ label, path }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: label,
    item: address(path),
  })),
});

const faqPage = (questions: readonly Question[]): Json => ({
  '@type': 'FAQPage',
  mainEntity: questions.map(({ question, quote, answer, more }) => ({
    '@type': 'Question',
    name: question,
    acceptedAnswer: {
      '@type': 'Answer',
      text: [quote, answer, more?.label].filter((part) => typeof part === 'string').join(' '),
    },
  })),
});

/** The address that structured data has for a path of the site. */
export type Address = (path: string) => string;

/** Absolute addresses on the site; paths as they are when the site does not know its own. */
export function addressOn(site: URL | undefined): Address {
  return (path) => (site === undefined ? path : new URL(path, site).href);
}

/** The schema.org description of a page as the text of a script element, or null when there is nothing to describe. */
export function jsonLd(
  page: { crumbs: readonly Crumb[]; questions?: readonly Question[]; things?: readonly Json[] },
  address: Address,
): string | null {
  const graph = [
    ...(page.crumbs.length === 0 ? [] : [breadcrumb(page.crumbs, address)]),
    ...(page.questions === undefined ? [] : [faqPage(page.questions)]),
    ...(page.things ?? []),
  ];
  return graph.length === 0 ? null : scriptJson({ '@context': 'https://schema.org', '@graph': graph });
}
