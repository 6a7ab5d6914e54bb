import { attackBase } from './attack-base.ts';
import { collect } from '../search/collect.ts';
import { searchPart, type SearchPart } from '../search/part.ts';
import { searchFiles } from '../search/publish.ts';
import { furtherSearchDocuments, searchDocuments, searchFacetValues } from '../view/search-documents.ts';
import { asJson, type Publisher } from './publisher.ts';

/** The parts of all servers, and what can be found besides. */
function* withFurther(parts: Iterable<SearchPart>): Generator<SearchPart> {
  yield* parts;
  yield searchPart(furtherSearchDocuments(attackBase().attacks), searchFacetValues);
}

/** The index of the search. */
export const search: Publisher<SearchPart> = {
  id: 'search',
  kept: asJson((server) => searchPart(searchDocuments(server), searchFacetValues)),
  publish({ parts }, files) {
    const collection = collect(withFurther(parts()), searchFacetValues);
    for (const { path, text } of searchFiles(collection)) files.put(path, text);
  },
};
