import { z } from 'zod';
import { type BuiltPage, plainText } from '../page.ts';

const Named = z.looseObject({
  '@type': z.string(),
  name: z.string().optional(),
  description: z.string().optional(),
});
const Graph = z.object({ '@context': z.literal('https://schema.org'), '@graph': z.array(Named).min(1) });
const Breadcrumbs = z.looseObject({
  '@type': z.literal('BreadcrumbList'),
  itemListElement: z.array(z.looseObject({ position: z.number(), name: z.string(), item: z.string() })),
});
const Questions = z.looseObject({
  '@type': z.literal('FAQPage'),
  mainEntity: z.array(
    z.looseObject({ name: z.string(), acceptedAnswer: z.looseObject({ text: z.string() }) }),
  ),
});

/** The first text that the structured data and the page do not have in common. */
function difference(what: string, said: readonly string[], shown: readonly string[]): string[] {
  const pairs = Array.from({ length: Math.max(said.length, shown.length) }, (_, index) =>
    [said[index], shown[index]].map((text) => (text === undefined ? 'nothing' : plainText(text))),
  );
  const first = pairs.find(([a, b]) => a !== b);
  return first === undefined
    ? []
    : [`${what}: the structured data says “${first[0]}”, the page “${first[1]}”`];
}

/** The words of the element’s children, a space between two of them. */
const textOf = ($: BuiltPage['$'], element: Parameters<BuiltPage['$']>[0], without: string): string =>
  $(element)
    .children()
    .not(without)
    .toArray()
    .map((child) => $(child).text())
    .join(' ');

function crumbs({ $ }: BuiltPage, node: unknown): string[] {
  const said = Breadcrumbs.parse(node).itemListElement.map(({ name }) => name);
  const shown = $('nav.crumbs li').toArray();
  return difference(
    'breadcrumb',
    said,
    shown.map((item) => $(item).text()),
  );
}

function questions({ $ }: BuiltPage, node: unknown): string[] {
  const said = Questions.parse(node).mainEntity;
  const shown = $('section[aria-labelledby=questions] details').toArray();
  return [
    ...difference(
      'questions',
      said.map(({ name }) => name),
      shown.map((item) => $(item).children('summary').text()),
    ),
    ...difference(
      'answers',
      said.map(({ acceptedAnswer }) => acceptedAnswer.text),
      shown.map((item) => textOf($, item, 'summary')),
    ),
  ];
}

function words({ $ }: BuiltPage, node: z.infer<typeof Named>): string[] {
  const shown = plainText($('main').text());
  return [node.name, node.description]
    .filter((text) => text !== undefined)
    .filter((text) => !shown.includes(plainText(text)))
    .map((text) => `${node['@type']}: “${text}” does not stand on the page`);
}

/** Structured data is JSON-LD of schema.org and says what the page says, no more and no less. */
export function structuredData(page: BuiltPage): string[] {
  const { $ } = page;
  return $('script[type="application/ld+json"]')
    .toArray()
    .flatMap((element) => {
      try {
        return Graph.parse(JSON.parse($(element).text()))['@graph'].flatMap((node) => {
          if (node['@type'] === 'BreadcrumbList') return crumbs(page, node);
          if (node['@type'] === 'FAQPage') return questions(page, node);
          return words(page, node);
        });
      } catch (error) {
        return [`structured data: ${error instanceof Error ? error.message : String(error)}`];
      }
    });
}
