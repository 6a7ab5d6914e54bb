import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { catalogueFiles } from '../api/catalogue-files.ts';
import { openApi } from '../api/openapi.ts';
import { readAttacks } from '../catalogue/attacks.ts';
import { readMeasurements } from '../catalogue/measurements.ts';
import { locations } from '../model/locations.ts';
import { paths } from '../model/paths.ts';
import type { Publisher } from './publisher.ts';

/** The files of the API that rest on the whole catalogue, and the description of all. */
export const api: Publisher = {
  id: 'api',
  publish(from, folder) {
    const write = (path: string, value: unknown): void => {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(value));
    };
    const attacks = readAttacks(locations.attacks);
    const measurements = readMeasurements(locations.measurements);
    for (const record of catalogueFiles(from.servers(), attacks, measurements)) write(record.json, record);
    write(paths.openApi, openApi());
    return Promise.resolve();
  },
};
