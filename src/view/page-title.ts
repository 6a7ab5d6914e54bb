const own = 'Placard';

/** The title of a page in the browser. The home page has the site's name as title and says what the site is. */
export function pageTitle(title: string, site: string): string {
  if (title !== site) return `${title} · ${site}`;
  return `${site}: the ${site === own ? 'open ' : ''}risk catalogue of MCP tools`;
}

/** What the home page says first. */
export const siteHeading = (site: string): string =>
  site === own ? 'The open risk catalogue of MCP tools' : `${site}: the risk catalogue of MCP tools`;
