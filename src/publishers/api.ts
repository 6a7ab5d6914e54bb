import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { catalogueFiles } from '../api/catalogue-files.ts';
import { readAttacks } from '../catalogue/attacks.ts';
import { readMeasurements } from '../catalogue/measurements.ts';
import { locations } from '../model/locations.ts';
import type { Publisher } from './publisher.ts';

/** The files of the API that rest on the whole catalogue. */
export const api: Publisher = {
  id: 'api',
  publish(from, folder) {
    const attacks = readAttacks(locations.attacks);
    const measurements = readMeasurements(locations.measurements);
    for (const record of catalogueFiles(from.servers(), attacks, measurements)) {
      const file = join(folder, record.json);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(record));
    }
    return Promise.resolve();
  },
};
