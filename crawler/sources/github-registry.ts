import { fetchRegistryPage } from './registry-page.ts';
import type { Source } from './source.ts';

/**
 * The GitHub MCP Registry, a curated list that editors read.
 *
 * Address: https://api.mcp.github.com, `GET /v0/servers`, in an earlier shape of the official API (`next_cursor`).
 * Authentication: none. Paging: opaque cursor. Limits: not published, so one request a second.
 * Terms: GitHub's terms of service; nothing is published about the data. It gives no tools.
 */
export const githubRegistry: Source = {
  id: 'github-registry',
  about: 'the GitHub MCP Registry',
  address: 'https://api.mcp.github.com',
  requestsPerSecond: 1,
  page: (cursor, reach) => fetchRegistryPage({ id: 'github-registry', path: '/v0/servers' }, cursor, reach),
};
