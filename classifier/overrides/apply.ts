import type { Classification } from '../../src/model/classification.ts';
import { hashOf } from '../../src/model/canonical.ts';
import { isVerbatim } from '../../src/model/evidence.ts';
import type { Override } from '../../src/model/override.ts';
import { bars } from '../../src/model/risks.ts';
import type { StoredServer, StoredTool } from '../../src/store/store.ts';
import { UserError } from '../../src/terminal/command.ts';
import { isMilder } from '../severity.ts';

/**
 * What became of a correction. stale: the definition has changed since. needless: the judge says the same by now.
 * unknown: the server lists no such tool. elsewhere: the store does not know the server, or none of its tools.
 */
export type Fate = 'applied' | 'stale' | 'needless' | 'unknown' | 'elsewhere';

/** One correction of a run and what became of it. */
export interface Corrected {
  server: string;
  tool: string;
  fate: Fate;
}

/** A person who has read the definition can still be wrong. */
const personal = 0.99;

function requireQuotes(server: string, { definition }: StoredTool, { tool, quotes }: Override): void {
  const missing = quotes.find((quote) => !isVerbatim(definition, { id: 'quote', ...quote }));
  if (missing === undefined) return;
  throw new UserError(
    `The correction of ${tool} of ${server} quotes "${missing.quote}", which does not stand at ${missing.at}.\nCopy the words from the definition on the tool's page, character by character.`,
  );
}

/** Whether an action of the tool is graver than the tool is said to be: then it was not meant, and is not shown. */
function exceeds(classification: Classification, { category, risk }: Override): boolean {
  return classification.actions.some(
    (action) =>
      bars(action.risk) > bars(risk) || (action.category !== null && isMilder(category, action.category)),
  );
}

/** The verdict on a person's word, with what it replaced. Evidence that the person refutes is left out. */
function overruled(classification: Classification, override: Override): Classification {
  const { category, risk, reason, quotes, refuted, by, on } = override;
  const { judge, category: otherCategory, risk: otherRisk, signals, gloss } = classification;
  const isExceeded = exceeds(classification, override);
  return {
    category,
    risk,
    confidence: personal,
    signals: signals.filter(({ id }) => !refuted.some((refutedId) => refutedId === id)),
    rationale: reason,
    ...(gloss === undefined ? {} : { gloss }),
    judge: 'human',
    judgeVersion: hashOf(override),
    raised: null,
    actions: isExceeded ? [] : classification.actions,
    actionsLeft: isExceeded ? 0 : classification.actionsLeft,
    doubts: [],
    correction: { by, on, quotes, instead: { judge, category: otherCategory, risk: otherRisk } },
  };
}

function fateOf(override: Override, tool: StoredTool, { category, risk }: Classification): Fate {
  if (override.definition !== tool.hash) return 'stale';
  return override.category === category && override.risk === risk ? 'needless' : 'applied';
}

/**
 * The classifications of a server's tools, in the order of the store, with what people have corrected put in. A
 * correction wins over judge and floor, and holds only for the definition it was made for. Those for tools that the
 * server does not list are not among `corrected`.
 * @throws UserError when a correction that applies quotes what does not stand in the definition.
 */
export function applyOverrides(
  { id, tools }: Pick<StoredServer, 'id' | 'tools'>,
  classifications: readonly Classification[],
  overrides: readonly Override[],
): { classifications: Classification[]; corrected: Corrected[] } {
  const corrected: Corrected[] = [];
  const result = classifications.map((classification, index) => {
    const tool = tools[index];
    const override = overrides.find((each) => each.tool === tool?.definition.name);
    if (tool === undefined || override === undefined) return classification;
    const fate = fateOf(override, tool, classification);
    corrected.push({ server: id, tool: override.tool, fate });
    if (fate !== 'applied') return classification;
    requireQuotes(id, tool, override);
    return overruled(classification, override);
  });
  return { classifications: result, corrected };
}
