import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { endpointOf } from '../../../../src/api/endpoints.ts';
import { openApi } from '../../../../src/api/openapi.ts';
import { fileShapes, type FileShape } from '../../../../src/api/shapes.ts';
import { paths } from '../../../../src/model/paths.ts';
import type { Finding } from '../page.ts';

/** The folders in which every JSON file is described. */
const described = /^\/(?:api\/v1|badges)\/.*\.json$/;

/** One validator for each shape, from the description that the site publishes. */
function validators(): Record<FileShape, ValidateFunction> {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  formats(ajv);
  ajv.addSchema({ ...(openApi() as object), $id: 'api' });
  return Object.fromEntries(
    Object.keys(fileShapes).map((shape) => [
      shape,
      ajv.compile({ $ref: `api#/components/schemas/${shape}` }),
    ]),
  ) as Record<FileShape, ValidateFunction>;
}

/** A page that a file is the twin of, and where it says that it stands itself. */
interface Twin {
  page?: string;
  json?: string;
}

function placeFaults(path: string, value: Twin, files: ReadonlySet<string>): string[] {
  const { page, json } = value;
  if (page === undefined || json === undefined) return [];
  return [
    ...(json === path ? [] : [`it says that it stands at ${json}`]),
    ...(files.has(`${page}index.html`) ? [] : [`it is the twin of ${page}, which does not exist`]),
  ];
}

/** Every file of the API is one that the description knows, holds what it says, and is the twin of a page that exists. */
export function api(folder: string, files: ReadonlySet<string>): Finding[] {
  const valid = validators();
  return [...files]
    .filter((file) => described.test(file) && file !== paths.openApi)
    .flatMap((path) => {
      const endpoint = endpointOf(path);
      if (endpoint === null) return [{ path, says: 'the description of the API has no such file' }];
      const value = JSON.parse(readFileSync(join(folder, path), 'utf8')) as Twin;
      const check = valid[endpoint.shape];
      const shape = check(value)
        ? []
        : [`no ${endpoint.shape}: ${JSON.stringify(check.errors?.slice(0, 3))}`];
      return [...shape, ...placeFaults(path, value, files)].map((says) => ({ path, says }));
    });
}
