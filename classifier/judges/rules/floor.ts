import type { Category } from '../../../src/model/categories.ts';
import type { RiskLevel } from '../../../src/model/risks.ts';
import type { ToolDefinition } from '../../../src/model/tool.ts';
import { nameWords } from '../../signals/reading/reading.ts';

/** The mildest rating a definition leaves open, and why, as the end of a sentence. */
export interface Floor {
  category: Category;
  risk: RiskLevel;
  because: string;
}

const removing = new Set(['delete', 'drop', 'purge', 'destroy', 'erase', 'wipe', 'terminate']);

/** What name and schema prove, or null when they prove nothing. */
export function floorOf(tool: ToolDefinition): Floor | null {
  const verb = nameWords(tool.name).find((word) => removing.has(word));
  if (verb === undefined) return null;
  return { category: 'Destructive', risk: 'Medium', because: `its name says "${verb}".` };
}
