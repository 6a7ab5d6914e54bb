import { catalogueFiles } from '../api/catalogue-files.ts';
import { openApi } from '../api/openapi.ts';
import { serverPart } from '../api/server-part.ts';
import { readMeasurements } from '../catalogue/measurements.ts';
import { locations } from '../model/locations.ts';
import { paths } from '../model/paths.ts';
import { attackBase } from './attack-base.ts';
import { asBytes, type Publisher } from './publisher.ts';

/** The files of the API that rest on the whole catalogue, and the description of all. */
export const api: Publisher<Buffer> = {
  id: 'api',
  kept: asBytes((server, before) => {
    const same = before?.isLentAlike === true ? { ...before, part: before.part() } : undefined;
    return serverPart(server, attackBase().exposuresOf, same);
  }),
  publish({ parts }, files) {
    const { attacks } = attackBase();
    const measurements = readMeasurements(locations.measurements);
    for (const { path, content } of catalogueFiles(parts, attacks, measurements)) files.put(path, content);
    files.put(paths.openApi, JSON.stringify(openApi()));
  },
};
