/** Names of products that camel case would take apart, so that WordPress holds no "press". */
const products =
  /wordpress|woocommerce|litespeed|github|gitlab|openai|openapi|openrouter|youtube|linkedin|godaddy|playwright|playstation|postgresql|clickhouse|browserstack|fastmail|mailchimp|powerpoint|onedrive|sharepoint|salesforce|jsdelivr|nodejs|node_js/giu;

/** The words of a name of any script. */
const wordsOfAny = (name: string): string[] =>
  name
    .replace(products, (product) => ` ${product.replace('_', '').toLowerCase()} `)
    .replace(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const ascii = /^[ -~]*$/;
/** The same words of a name of ASCII without a product, which most names are: patterns without Unicode are far faster. */
const asciiWord = /[A-Z]+(?=[A-Z][a-z])|[A-Z]*[a-z\d]+|[A-Z]+/g;

/** The words of a snake, kebab, dotted, spaced or camel case name, in lower case: `getHTTPUrl` is get, http, url. */
export function nameWords(name: string): readonly string[] {
  if (!ascii.test(name) || name.search(products) >= 0) return wordsOfAny(name);
  return name.match(asciiWord)?.map((word) => word.toLowerCase()) ?? [];
}
