import type { Json } from '../model/json.ts';
import type { Address } from './json-ld.ts';

/** What a page about one thing says of it. Text is ready to show. */
export interface Described {
  name: string;
  /** Null where nobody says anything. */
  description: string | null;
  path: string;
}

const node = (type: string, { name, description, path }: Described, address: Address) => ({
  '@type': type,
  name,
  ...(description === null ? {} : { description }),
  url: address(path),
});

/** A server, as software. It has no rating there: a risk level is no review. */
export function softwareApplication(server: Described, address: Address): Json {
  return { ...node('SoftwareApplication', server, address), applicationCategory: 'DeveloperApplication' };
}

/** A word of our vocabulary, and the page or place that lists the words it belongs to. */
export function definedTerm(term: Described, set: string, address: Address): Json {
  return { ...node('DefinedTerm', term, address), inDefinedTermSet: address(set) };
}

/** A data set and the files it can be had as. */
export function dataset(
  data: Described & {
    license: string;
    files: readonly { path: string; mediaType: string }[];
    /** The days that its records span; null for an empty one. */
    covers?: { from: string; to: string } | null;
  },
  address: Address,
): Json {
  return {
    ...node('Dataset', data, address),
    license: data.license,
    isAccessibleForFree: true,
    ...(data.covers == null ? {} : { temporalCoverage: `${data.covers.from}/${data.covers.to}` }),
    distribution: data.files.map(({ path, mediaType }) => ({
      '@type': 'DataDownload',
      contentUrl: address(path),
      encodingFormat: mediaType,
    })),
  };
}
