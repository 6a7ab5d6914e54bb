import { exitCodes, UserError } from '../../src/terminal/command.ts';
import { fetchRegistryPage } from './registry-page.ts';
import type { Source } from './source.ts';
import { headerValue, variable } from './variables.ts';

const headerVariable = 'PLACARD_REGISTRY_HEADER';

/** One header as `Name: value` from the environment. @throws UserError when it is none. */
function headerOf(variables: Parameters<typeof variable>[0]): Record<string, string> {
  const text = variable(variables, headerVariable);
  if (text === null) return {};
  const [, name, value] = /^([A-Za-z0-9-]+):[ \t]*(\S.*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined)
    throw new UserError(
      `${headerVariable} is no header: write it as Name: value, such as X-API-Key: followed by the key.`,
      exitCodes.usage,
    );
  return { [name.toLowerCase()]: headerValue(value, headerVariable) };
}

/**
 * Any registry that speaks the official API, such as the private sub-registry of a company.
 *
 * Address: the caller's, `GET /v0.1/servers` below it.
 * Authentication: the header that PLACARD_REGISTRY_HEADER holds, as `Name: value`; it goes to that address only,
 * because redirects are not followed.
 * Paging: as the official registry. Limits: unknown, so two requests a second. Terms: the operator's own.
 */
export const registry: Source = {
  id: 'registry',
  about: 'any registry that speaks the official API',
  address: null,
  wants: 'registry',
  variables: [headerVariable],
  requestsPerSecond: 2,
  page: (cursor, reach) => {
    const headers = headerOf(reach.machine.variables);
    return fetchRegistryPage({ id: 'registry', path: '/v0.1/servers', headers }, cursor, reach);
  },
};
