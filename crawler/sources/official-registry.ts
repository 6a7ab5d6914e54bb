import { fetchRegistryPage } from './registry-page.ts';
import type { Source } from './source.ts';

/**
 * The official MCP Registry.
 *
 * Address: https://registry.modelcontextprotocol.io, `GET /v0.1/servers` (documented at /docs, OpenAPI at /openapi.yaml).
 * Authentication: none to read.
 * Paging: opaque cursor, 100 a page. `updated_since` asks for changes only, and then names deleted servers too.
 * Limits: 600 list requests a minute for all callers of one ingress together, so at most two a second are made;
 * who polls is asked to do so about once an hour.
 * Terms: the data is in the public domain (CC0 1.0). It gives no tools.
 */
export const officialRegistry: Source = {
  id: 'official-registry',
  about: 'the official MCP Registry',
  address: 'https://registry.modelcontextprotocol.io',
  requestsPerSecond: 2,
  page: (cursor, reach) =>
    fetchRegistryPage({ id: 'official-registry', path: '/v0.1/servers' }, cursor, reach),
};
