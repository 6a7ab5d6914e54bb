import { limits } from '../model/limits.ts';
import { type Category, categoriesByWeight } from '../model/categories.ts';
import { paths } from '../model/paths.ts';
import { type Risk, risksByWeight } from '../model/risks.ts';
import type { PagedList } from './paging.ts';
import { listTitle } from './sentences/lists.ts';
import { marksByName } from './marks.ts';
import { briefOf, type Listed, type Placed } from './tool-row.ts';

/** The tools of one level, of one category, or of both. */
export interface ToolList<Entry = Listed> extends PagedList<Entry> {
  risk: Risk | null;
  category: Category | null;
}

/** Finds the tools of a level, a category or both, in the order in which all were given. */
export type ToolLists<Entry = Listed> = (risk: Risk | null, category: Category | null) => ToolList<Entry>;

function pathOf(risk: Risk | null, category: Category | null): string {
  if (risk !== null && category !== null) return paths.riskAndCategory(risk, category);
  if (risk !== null) return paths.risk(risk);
  return category === null ? paths.tools : paths.category(category);
}

/** Every list by rating that the site has, from one pass over the tools: counts are the lengths of these. */
export function toolLists<Entry extends Listed | Placed>(tools: readonly Entry[]): ToolLists<Entry> {
  const groups = new Map<string, Entry[]>();
  const group = (key: string): Entry[] => {
    const found = groups.get(key) ?? [];
    groups.set(key, found);
    return found;
  };
  for (const entry of tools) {
    const { risk, category } = briefOf(entry);
    for (const key of [`${risk} `, ` ${category}`, `${risk} ${category}`]) group(key).push(entry);
  }
  return (risk, category) => ({
    path: pathOf(risk, category),
    title: listTitle(risk, category),
    marks: marksByName,
    ...(risk === null || category === null ? { rows: limits.listRows } : {}),
    risk,
    category,
    entries:
      risk === null && category === null ? tools : (groups.get(`${risk ?? ''} ${category ?? ''}`) ?? []),
  });
}

/** One list for each level, worst first, empty ones included. */
export function riskLists<Entry>(lists: ToolLists<Entry>): ToolList<Entry>[] {
  return risksByWeight.map((risk) => lists(risk, null));
}

/** One list for each category, worst first, empty ones included. */
export function categoryLists<Entry>(lists: ToolLists<Entry>): ToolList<Entry>[] {
  return categoriesByWeight.map((category) => lists(null, category));
}

/** The lists of one level and one category each, of all levels or of one; empty ones are left out. */
export function crossedLists<Entry>(
  lists: ToolLists<Entry>,
  risks: readonly Risk[] = risksByWeight,
): ToolList<Entry>[] {
  return risks
    .flatMap((risk) => categoriesByWeight.map((category) => lists(risk, category)))
    .filter(({ entries }) => entries.length > 0);
}
