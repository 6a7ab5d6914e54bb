import type { Lead } from '../leads.ts';

/**
 * Where the files of the registry stand for the addresses that its clients ask. The rule for a cursor is one that hosts which do not
 * look at queries leave out; they have the first page, which is the whole list of a registry that is not very large.
 */
export const registryRules = [
  '/v0.1/servers cursor=:cursor /v0.1/pages/:cursor/index.json 200',
  '/v0.1/servers /v0.1/servers/index.json 200',
  ...['versions', 'versions/:version'].map((rest) => {
    const path = `/v0.1/servers/:namespace/:name/${rest}`;
    return `${path} ${path}/index.json 200`;
  }),
]
  .map((rule) => `${rule}\n`)
  .join('');

/**
 * Where data stood before the API. Netlify takes `:file.json` for the whole last part of an address, so that there the rules catch
 * pages that do not exist as well; Cloudflare Pages takes `.json` at its word.
 */
const formerData = ['attacks', 'policies']
  .map((folder) => `/${folder}/:file.json /api/v1/${folder}/:file.json 301\n`)
  .join('');

/**
 * `_redirects`, as Netlify, Cloudflare Pages and others read it. Slugs hold nothing that would need escaping. What stands first counts,
 * so rules for one address come before those for many.
 */
export function redirectsText(leads: readonly Lead[], hasRegistry = false): string {
  const moved = leads.map(({ from, to }) => `${from} ${to} 301\n`).join('');
  return `${hasRegistry ? registryRules : ''}${moved}${formerData}`;
}
