import { paths } from '../../model/paths.ts';
import { xmlText } from './xml.ts';

/** opensearch.xml: lets a browser search the catalogue from its address bar. */
export function openSearch(name: string, site: URL): string {
  const address = (path: string): string => xmlText(new URL(path, site).href);
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${xmlText(name)}</ShortName>
<Description>Search MCP tools and servers</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image width="16" height="16" type="image/svg+xml">${address('/favicon.svg')}</Image>
<Url type="text/html" template="${address(paths.search)}?q={searchTerms}"/>
</OpenSearchDescription>
`;
}
