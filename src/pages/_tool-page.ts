import { ownSite } from '../catalogue/own-site.ts';
import { correctionFact } from '../view/correction.ts';
import type { Fact } from '../view/facts.ts';
import type { FormerOwner } from '../view/leads.ts';
import { type ToolPage, toolPage } from '../view/tool-page.ts';
import type { Listed } from '../view/tool-row.ts';
import type { ToolServer } from '../view/tool-server.ts';
import { exposuresOf } from './_attacks.ts';
import { formerOwnerOf, neighboursOf } from './_catalogue.ts';

/** All that the page of a tool is rendered from, as data: it stays the same as JSON. */
export interface ShownTool {
  page: ToolPage;
  facts: readonly Fact[];
  /** Whose address the server has now; absent where it is nobody else's. */
  former?: FormerOwner;
}

/** What the page of a tool shows on this site. */
export function shownTool({ server, tool }: Listed<ToolServer>): ShownTool {
  const page = toolPage(server, tool, { neighboursOf, exposuresOf });
  const former = formerOwnerOf.get(server.slug);
  return {
    page,
    facts: [...page.facts, correctionFact(ownSite().repository, server, tool)],
    ...(former === undefined ? {} : { former }),
  };
}
