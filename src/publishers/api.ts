import { catalogueFiles } from '../api/catalogue-files.ts';
import { type LightServer, lightServer } from '../api/light-catalogue.ts';
import { openApi } from '../api/openapi.ts';
import { readMeasurements } from '../catalogue/measurements.ts';
import { locations } from '../model/locations.ts';
import { paths } from '../model/paths.ts';
import { attackBase } from './attack-base.ts';
import type { Publisher } from './publisher.ts';

/** The files of the API that rest on the whole catalogue, and the description of all. */
export const api: Publisher<LightServer> = {
  id: 'api',
  partOf: (server) => lightServer(server, attackBase().exposuresOf),
  publish({ parts }, files) {
    const { attacks } = attackBase();
    const measurements = readMeasurements(locations.measurements);
    for (const record of catalogueFiles(parts(), attacks, measurements))
      files.put(record.json, JSON.stringify(record));
    files.put(paths.openApi, JSON.stringify(openApi()));
  },
};
