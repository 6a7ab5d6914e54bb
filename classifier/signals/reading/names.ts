import { once } from './once.ts';

/** Names of products that camel case would take apart, so that WordPress holds no "press". */
const products =
  /wordpress|woocommerce|litespeed|github|gitlab|openai|openapi|openrouter|youtube|linkedin|godaddy|playwright|playstation|postgresql|clickhouse|browserstack|fastmail|mailchimp|powerpoint|onedrive|sharepoint|salesforce|jsdelivr|nodejs|node_js/giu;

/** The words of a snake, kebab, dotted, spaced or camel case name, in lower case: `getHTTPUrl` is get, http, url. */
export const nameWords: (name: string) => readonly string[] = once((name) =>
  name
    .replace(products, (product) => ` ${product.replace('_', '').toLowerCase()} `)
    .replace(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== ''),
);
