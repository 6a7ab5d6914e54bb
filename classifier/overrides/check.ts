import { isVerbatim } from '../../src/model/evidence.ts';
import type { Classification } from '../../src/model/classification.ts';
import type { Override } from '../../src/model/override.ts';
import type { CatalogueServer, CatalogueTool } from '../../src/model/server.ts';
import { oneLine } from '../../src/model/display.ts';
import { byJudge } from '../fallback.ts';
import type { Judge } from '../judge.ts';

/** What a check says of one correction: what it does, or why it cannot be taken and what to do about it. */
export interface CheckedCorrection {
  server: string;
  tool: string;
  isGood: boolean;
  says: string;
}

const rated = ({ category, risk }: Pick<Classification, 'category' | 'risk'>): string =>
  `${category}, ${risk}`;

function missingQuote({ definition }: CatalogueTool, { quotes }: Override): string | null {
  const missing = quotes.find((quote) => !isVerbatim(definition, { id: 'quote', ...quote }));
  if (missing === undefined) return null;
  return `it quotes “${oneLine(missing.quote)}”, which does not stand at ${missing.at} of the definition. Copy the words from the tool's page, character by character.`;
}

async function check(
  server: CatalogueServer | undefined,
  correction: Override,
  judge: Judge,
): Promise<Pick<CheckedCorrection, 'isGood' | 'says'>> {
  const refused = (says: string) => ({ isGood: false, says });
  if (server === undefined)
    return refused(
      'the catalogue has no such server. Take the id under “Server” from its JSON, such as npm:name.',
    );
  const tool = server.tools.find(({ definition }) => definition.name === correction.tool);
  if (tool === undefined)
    return refused(
      `the catalogue has no such tool of ${server.id}. Names are spelled as the server spells them.`,
    );
  if (tool.hash !== correction.definition)
    return refused(
      `it is stale: it was made for the definition ${correction.definition.slice(0, 12)}…, and the tool has ${tool.hash} now. Read the new definition; then renew the correction or delete it.`,
    );
  const missing = missingQuote(tool, correction);
  if (missing !== null) return refused(missing);
  const { name, description } = server;
  const context = description === null ? { name } : { name, description };
  const judged = await byJudge(judge, { server: context, tool: tool.definition });
  if (rated(judged) === rated(correction))
    return refused(`it is not needed: the judge says ${rated(judged)} as well. Delete it.`);
  return {
    isGood: true,
    says: `${rated(judged)} becomes ${rated(correction)}, on the word of ${correction.by}.`,
  };
}

/** Checks corrections against the published catalogue, one answer for each, in the order of the files. */
export async function checkCorrections(
  overrides: ReadonlyMap<string, readonly Override[]>,
  servers: readonly CatalogueServer[],
  judge: Judge,
): Promise<CheckedCorrection[]> {
  const known = new Map(servers.map((server) => [server.id, server]));
  const checked: CheckedCorrection[] = [];
  for (const [id, corrections] of overrides)
    for (const correction of corrections)
      checked.push({ server: id, tool: correction.tool, ...(await check(known.get(id), correction, judge)) });
  return checked;
}
