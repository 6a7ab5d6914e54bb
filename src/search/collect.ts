import type { SearchDocument, SearchedRecord, SearchedServer, SearchRoot } from '../model/search.ts';
import { searchFacets, searchKinds } from '../model/search.ts';
import { hash32 } from './address.ts';
import { classOf, fields, ratingOf } from './codes.ts';
import { Numbers } from './numbers.ts';
import { bagOf, isEmpty, searchWords, tellingWords, termOf, wholeWords } from './words.ts';

/** A document without its words, as the index holds it. */
export interface Collected {
  record: SearchedRecord;
  /** Its name in words, and the same in no order. */
  spaced: string;
  bag: string;
  /** Its class, and a number of its own that decides between equals. */
  class: number;
  order: number;
  /** The same for documents whose descriptions begin with the same words. */
  text: number;
  /** Decides over which buckets documents of one name are spread. */
  spread: string;
}

/** Everything that the index is made from. */
export interface Collection {
  documents: Collected[];
  servers: SearchedServer[];
  /** Each word, and its number. */
  terms: Map<string, number>;
  /** For each place of a word: its number, and eight times the place of the document plus the fields it stands in. */
  numberOf: Numbers;
  placeOf: Numbers;
  facets: SearchRoot['facets'];
}

/** Characters of one description that are read. One in a hundred is longer. */
const descriptionRead = 1_500;

/** Words with which the descriptions of near copies begin alike. */
const alike = 6;

/** A number of the first words of a description; of the name where there is none. */
const textOf = ({ description, name }: SearchDocument): number =>
  hash32(
    searchWords(description.slice(0, 40 * alike))
      .slice(0, alike)
      .join(' ') || name,
  );

type Where = Map<string, number>;

function note(where: Where, words: readonly string[], field: number): void {
  for (const word of words) {
    const term = termOf(word);
    where.set(term, (where.get(term) ?? 0) | field);
  }
}

function wordsIn({ name, server, kind, description }: SearchDocument, nameWords: readonly string[]): Where {
  const where: Where = new Map();
  note(where, nameWords, fields.name);
  if (kind === 'server') note(where, wholeWords(name), fields.name);
  if (server !== null) {
    const known = kind === 'server' ? server.known : `${server.name} ${server.known}`;
    note(where, [...searchWords(known), ...wholeWords(known)], fields.server);
  }
  const read = description.slice(0, descriptionRead);
  const said = [...searchWords(read), ...wholeWords(read)].filter((word) => !isEmpty(word));
  note(where, said, fields.description);
  return where;
}

/** The facets of a document as words, such as `risk:critical`. */
function filters({ kind, risk, category, signals, server }: SearchDocument): string[] {
  return [
    `kind:${kind}`,
    ...(risk === null ? [] : [`risk:${risk}`]),
    ...(category === null ? [] : [`category:${category}`]),
    ...signals.map((signal) => `signal:${signal}`),
    ...(server?.reach ?? []).map((reach) => `reach:${reach}`),
    ...(server?.sources ?? []).map((source) => `source:${source}`),
    ...(server === null ? [] : [`server:${server.slug}`]),
  ];
}

const placesIn = (values: SearchRoot['facets'][keyof SearchRoot['facets']], wanted: readonly string[]) =>
  wanted.map((value) => values.findIndex(([known]) => known === value)).filter((place) => place >= 0);

/** Takes documents in, one by one, and remembers of their texts only which words they have. */
export class Collector {
  readonly #collection: Collection;
  #lastServer = '';

  constructor(facets: SearchRoot['facets']) {
    for (const facet of searchFacets)
      if (facets[facet].some(([value]) => /[\s":]/.test(value.replace(/^p:/, ''))))
        throw new TypeError(`A value of ${facet} cannot be typed in a search.`);
    this.#collection = {
      ...{ documents: [], servers: [], terms: new Map(), facets },
      ...{ numberOf: new Numbers(), placeOf: new Numbers() },
    };
  }

  add(document: SearchDocument): void {
    const { documents, facets } = this.#collection;
    const nameWords = searchWords(document.name);
    const place = documents.length;
    const rating = ratingOf(
      placesIn(facets.risk, document.risk === null ? [] : [document.risk])[0] ?? -1,
      placesIn(facets.category, document.category === null ? [] : [document.category])[0] ?? -1,
    );
    const key = `${document.kind}\0${document.server?.slug ?? ''}\0${document.slug}`;
    documents.push({
      record: [
        ...([0, searchKinds.indexOf(document.kind), document.name, document.slug] as const),
        ...([this.#serverOf(document), rating, placesIn(facets.signal, document.signals)] as const),
      ],
      spaced: nameWords.join(' '),
      bag: bagOf(nameWords),
      class: classOf(tellingWords(nameWords).length, document.isKnown),
      order: hash32(key),
      text: textOf(document),
      spread: document.server?.slug ?? document.slug,
    });
    for (const [word, where] of wordsIn(document, nameWords)) this.#place(word, place * 8 + where);
    for (const word of filters(document)) this.#place(word, place * 8);
  }

  /** What was taken in. */
  get collection(): Collection {
    return this.#collection;
  }

  #place(word: string, place: number): void {
    const { terms, numberOf, placeOf } = this.#collection;
    let term = terms.get(word);
    if (term === undefined) {
      term = terms.size;
      terms.set(word, term);
    }
    numberOf.push(term);
    placeOf.push(place);
  }

  /** Documents of one server come one after the other, so that only the last one has to be compared. */
  #serverOf({ server }: SearchDocument): number {
    const { servers, facets } = this.#collection;
    if (server === null) return -1;
    if (server.slug !== this.#lastServer || servers.length === 0) {
      this.#lastServer = server.slug;
      const { name, slug, reach, sources } = server;
      servers.push([name, slug, placesIn(facets.reach, reach), placesIn(facets.source, sources)]);
    }
    return servers.length - 1;
  }
}
