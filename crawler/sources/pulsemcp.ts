import { fetchRegistryPage } from './registry-page.ts';
import type { Source } from './source.ts';
import { headerValue, keyOf, variable } from './variables.ts';

/**
 * PulseMCP, a sub-registry in the shape of the official one.
 *
 * Address: https://api.pulsemcp.com, `GET /v0.1/servers`. The older `/v0beta` answers 410 since 2026.
 * Authentication: `X-API-Key` from PULSEMCP_API_KEY, and `X-Tenant-ID` from PULSEMCP_TENANT_ID where the key needs it.
 * Paging: as the official registry, with `updated_since`. Limits: not published; 429 is honoured, one request a second.
 * Terms: not published with the API; ask PulseMCP for a key. It gives no tools.
 */
export const pulsemcp: Source = {
  id: 'pulsemcp',
  about: 'PulseMCP',
  address: 'https://api.pulsemcp.com',
  key: 'PULSEMCP_API_KEY',
  variables: ['PULSEMCP_TENANT_ID'],
  requestsPerSecond: 1,
  page: (cursor, reach) => {
    const { variables } = reach.machine;
    const tenant = variable(variables, 'PULSEMCP_TENANT_ID');
    const headers = {
      'x-api-key': keyOf(variables, 'PULSEMCP_API_KEY'),
      ...(tenant === null ? {} : { 'x-tenant-id': headerValue(tenant, 'PULSEMCP_TENANT_ID') }),
    };
    return fetchRegistryPage({ id: 'pulsemcp', path: '/v0.1/servers', headers }, cursor, reach);
  },
};
