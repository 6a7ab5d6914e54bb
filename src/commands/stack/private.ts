import { chooseJudge } from '../../../classifier/judges.ts';
import { visible } from '../../model/display.ts';
import { Preset, type Policies } from '../../model/policy.ts';
import type { ScannedServer } from '../../model/scanned.ts';
import { policyOf } from '../../policy/recommend.ts';
import { scanAll } from '../../scan/scan-all.ts';
import { definitionTokens } from '../../model/tokens.ts';
import { toStandardError } from '../../terminal/progress.ts';
import { targetOf } from '../configured.ts';
import { interruption, scanningHere } from '../scanning.ts';
import type { FiledEntry } from './entries.ts';

/** Asks a person a question that is answered with yes or no. */
export type Ask = (question: string) => Promise<boolean>;

function withTools(entry: FiledEntry, { name, tools, state, problem }: ScannedServer): FiledEntry {
  if (state !== 'listed') return { ...entry, failure: problem ?? state };
  const about = { id: `own:${name}`, name, tools };
  const policies: Policies = {
    strict: policyOf(about, 'strict'),
    balanced: policyOf(about, 'balanced'),
    'read-only': policyOf(about, Preset.enum['read-only']),
  };
  const read = tools.map((tool) => ({
    name: tool.definition.name,
    page: null,
    category: tool.classification.category,
    risk: tool.classification.risk,
    tokens: definitionTokens(tool.definition),
    signals: tool.classification.signals,
  }));
  return {
    ...entry,
    slug: entry.alias,
    policies,
    server: { ...about, slug: entry.alias, page: null, tools: read },
  };
}

/**
 * The same entries, those that the catalogue does not have with the tools they list now. Each is started in the sandbox, or asked at
 * its address, only after a yes; without a sandbox none is started. What cannot be listed says why.
 */
export async function listPrivate(entries: readonly FiledEntry[], ask: Ask): Promise<FiledEntry[]> {
  const { judge } = chooseJudge('model', process.env);
  const scanning = scanningHere();
  const signal = interruption();
  const listed: FiledEntry[] = [];
  for (const entry of entries) {
    const target = entry.server === null ? targetOf(entry.raw) : null;
    const what = target?.kind === 'remote' ? 'Ask it at its address' : 'Start it in the sandbox';
    const shown = `${visible(entry.alias)}: ${visible(entry.configured.launch ?? '')}`;
    if (target === null || !(await ask(`${shown}\n${what} and list its tools?`))) {
      listed.push(entry);
      continue;
    }
    const rating = { judge, told: toStandardError };
    const [scanned] = await scanAll([{ name: entry.alias, target }], scanning, rating, signal);
    listed.push(scanned === undefined ? entry : withTools(entry, scanned));
  }
  return listed;
}
