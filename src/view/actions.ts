import type { Category } from '../model/categories.ts';
import type { Classification } from '../model/classification.ts';
import { visible } from '../model/display.ts';
import { limits } from '../model/limits.ts';
import type { Risk } from '../model/risks.ts';
import { actionsCut, actionsLead } from './sentences.ts';
import { place } from './why.ts';
import { shortened } from './wording.ts';

/** One action of a tool. Text is ready to show. */
export interface ActionRow {
  name: string;
  /** Null when nobody can tell what the action does. */
  category: Category | null;
  risk: Risk;
  quote: string;
  place: string;
}

/** The actions of a tool, each with its own rating. */
export interface Actions {
  lead: string;
  rows: ActionRow[];
  /** Said when there are more than the rows; null when there are not. */
  cut: string | null;
}

/** The actions as a page shows them, in the order of the definition; null for a tool that does one thing. */
export function actions({ actions: rated, actionsLeft }: Classification): Actions | null {
  if (rated.length === 0) return null;
  const names = [...new Set(rated.map(({ argument }) => visible(argument)))];
  return {
    lead: actionsLead(names),
    rows: rated.map(({ name, category, risk, quote, at }) => ({
      name: shortened(visible(name), 80),
      category,
      risk,
      quote: shortened(visible(quote), limits.actionCharacters),
      place: place(at),
    })),
    cut: actionsCut(rated.length, actionsLeft),
  };
}
