import { attackBase } from './attack-base.ts';
import type { SearchDocument } from '../model/search.ts';
import { Collector } from '../search/collect.ts';
import { searchFiles } from '../search/publish.ts';
import { furtherSearchDocuments, searchDocuments, searchFacetValues } from '../view/search-documents.ts';
import type { Publisher } from './publisher.ts';

/** The index of the search. */
export const search: Publisher<readonly SearchDocument[]> = {
  id: 'search',
  partOf: searchDocuments,
  publish({ parts }, files) {
    const collector = new Collector(searchFacetValues);
    for (const documents of parts()) for (const document of documents) collector.add(document);
    for (const document of furtherSearchDocuments(attackBase().attacks)) collector.add(document);
    for (const { path, text } of searchFiles(collector.collection)) files.put(path, text);
  },
};
