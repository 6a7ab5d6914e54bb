import { attackBase } from './attack-base.ts';
import { collect } from '../search/collect.ts';
import { searchPart, type SearchPart } from '../search/part.ts';
import { searchFiles } from '../search/publish.ts';
import { furtherSearchDocuments, searchDocuments, searchFacetValues } from '../view/search-documents.ts';
import { asJson, type Publisher, readJson } from './publisher.ts';

/** The parts of all servers, and what can be found besides. */
function* withFurther(parts: Iterable<SearchPart>): Generator<SearchPart> {
  yield* parts;
  yield searchPart(furtherSearchDocuments(attackBase().attacks), searchFacetValues);
}

/** The index of the search. */
export const search: Publisher<SearchPart> = {
  id: 'search',
  kept: asJson((server, before) => {
    // The server itself is the first document.
    const places = before?.places.map((place) => (place < 0 ? place : place + 1)) ?? [];
    const same = before && { part: readJson(before.part()) as SearchPart, places: [-1, ...places] };
    return searchPart(searchDocuments(server), searchFacetValues, same);
  }),
  publish({ parts }, files) {
    const collection = collect(withFurther(parts()), searchFacetValues);
    for (const { path, text } of searchFiles(collection)) files.put(path, text);
  },
};
