import { z } from 'zod';
import { paths } from '../model/paths.ts';
import { dataLicence } from '../view/sentences/data.ts';
import { Amount, placeOf, SitePath, twins } from './entry.ts';

/** One file of the data set. */
export const DataFile = z.object({
  path: SitePath,
  mediaType: z.string(),
  bytes: Amount,
  sha256: z.string().length(64),
});
export type DataFile = z.infer<typeof DataFile>;

/** Every file of the data set: the twin of the page about the data. */
export const DataRecord = z.object({
  ...twins,
  licence: z.object({ name: z.string(), address: z.url() }),
  card: SitePath.describe('The data card, for people.'),
  checksums: SitePath.describe('The same checksums as sha256sum reads them.'),
  files: z.array(DataFile),
});
export type DataRecord = z.infer<typeof DataRecord>;

/** What each ending of a file of the data set says. */
const mediaTypes: Readonly<Record<string, string>> = {
  json: 'application/json',
  jsonl: 'application/jsonl',
  parquet: 'application/vnd.apache.parquet',
  sqlite: 'application/vnd.sqlite3',
};

/** The media type of a file of the data set, by its ending. */
export function mediaTypeOf(path: string): string {
  return mediaTypes[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

/** The record of these files. */
export function dataRecord(files: DataFile[]): DataRecord {
  return {
    ...placeOf(paths.data),
    licence: { ...dataLicence },
    ...{ card: paths.dataCard, checksums: paths.checksums, files },
  };
}
