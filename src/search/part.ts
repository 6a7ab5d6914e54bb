import type {
  SearchDocument,
  SearchedServer,
  SearchFacetValue,
  SearchRoot,
  SearchServer,
} from '../model/search.ts';
import { searchKinds } from '../model/search.ts';
import { hash32 } from './address.ts';
import { classOf, fields, ratingOf } from './codes.ts';
import { serverKey } from './servers.ts';
import { type NotedWords, NotingWords, readNoted } from './noted-words.ts';
import { bagOf, isEmpty, searchWords, tellingWords, termOf, wholeWords } from './words.ts';

/** A document without its words, as the index holds it. */
export interface IndexedDocument {
  /** Its place in `searchKinds`. */
  kind: number;
  name: string;
  slug: string;
  /** See `ratingOf`. */
  rating: number;
  /** Places of its signals in the facets. */
  signals: number[];
  /** Its name in words, and the same in no order. */
  spaced: string;
  bag: string;
  /** Its class, and a number of its own that decides between equals. */
  class: number;
  order: number;
  /** The same for documents whose descriptions begin with the same words. */
  text: number;
}

/** Documents of one server, or of none, of whose texts nothing is left but which words they have. */
export interface SearchPart extends NotedWords {
  server: SearchedServer | null;
  /** What its tools are listed under by its name. */
  key: string;
  documents: IndexedDocument[];
}

const nothing: SearchPart = { server: null, key: '', documents: [], words: [], wordsOf: '' };

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

type Facets = SearchRoot['facets'];

/** A document's words, and the fields in which each one stands. */
type Where = Map<string, number>;

function note(where: Where, words: readonly string[], field: number): void {
  for (const word of words) {
    const term = termOf(word);
    where.set(term, (where.get(term) ?? 0) | field);
  }
}

const allWords = (text: string): string[] => [...searchWords(text), ...wholeWords(text)];

function whereWords(
  { name, server, kind, description }: SearchDocument,
  nameWords: readonly string[],
  ofTools: readonly string[],
): Where {
  const where: Where = new Map();
  note(where, nameWords, fields.name);
  if (kind === 'server') note(where, wholeWords(name), fields.name);
  note(where, kind === 'server' ? allWords(server?.known ?? '') : ofTools, fields.server);
  const said = allWords(description.slice(0, descriptionRead));
  note(
    where,
    said.filter((word) => !isEmpty(word)),
    fields.description,
  );
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

const placesIn = (values: readonly SearchFacetValue[], wanted: readonly string[]): number[] =>
  wanted.map((value) => values.findIndex(([known]) => known === value)).filter((place) => place >= 0);

const searchedServer = ({ name, slug, reach, sources }: SearchServer, facets: Facets): SearchedServer => [
  ...([name, slug] as const),
  ...([placesIn(facets.reach, reach), placesIn(facets.source, sources)] as const),
];

function indexed(document: SearchDocument, nameWords: readonly string[], facets: Facets): IndexedDocument {
  const { kind, name, slug, server, risk, category, signals, isKnown } = document;
  const [placeOfRisk = -1] = placesIn(facets.risk, risk === null ? [] : [risk]);
  const [placeOfCategory = -1] = placesIn(facets.category, category === null ? [] : [category]);
  return {
    kind: searchKinds.indexOf(kind),
    ...{ name, slug },
    rating: ratingOf(placeOfRisk, placeOfCategory),
    signals: placesIn(facets.signal, signals),
    spaced: nameWords.join(' '),
    bag: bagOf(nameWords),
    class: classOf(tellingWords(nameWords).length, isKnown),
    order: hash32(`${kind}\0${server?.slug ?? ''}\0${slug}`),
    text: textOf(document),
  };
}

/** A part of the same server, as it is named and known now, and for each document now its place there; -1 where it is another. */
export interface PartBefore {
  part: SearchPart;
  places: readonly number[];
}

/**
 * What the index takes in of documents that are all of one server, or of none. Of a document that stands in a part from before, that is
 * taken from there.
 */
export function searchPart(
  all: readonly SearchDocument[],
  facets: Facets,
  before: PartBefore = { part: nothing, places: [] },
): SearchPart {
  const server = all[0]?.server ?? null;
  const ofTools = server === null ? [] : allWords(`${server.name} ${server.known}`);
  const words = new NotingWords();
  const known = [...readNoted(before.part)];
  const documents = all.map((document, number) => {
    const place = before.places[number] ?? -1;
    const [same, where] = [before.part.documents[place], known[place]];
    if (same !== undefined && where !== undefined) {
      words.add(where);
      return same;
    }
    const nameWords = searchWords(document.name);
    const found = whereWords(document, nameWords, ofTools);
    for (const word of filters(document)) found.set(word, 0);
    words.add([...found]);
    return indexed(document, nameWords, facets);
  });
  return {
    server: server === null ? null : searchedServer(server, facets),
    key: server === null ? '' : serverKey(searchWords(server.name)),
    ...{ documents, ...words.all },
  };
}
