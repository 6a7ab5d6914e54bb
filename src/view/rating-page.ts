import { type Category, categories, categoriesByWeight } from '../model/categories.ts';
import { paths } from '../model/paths.ts';
import { type Risk, risksByWeight } from '../model/risks.ts';
import { ratedRule } from '../policy/table.ts';
import type { Crumb } from './json-ld.ts';
import { type ListPage, listPage, type PageOf } from './paging.ts';
import { shownPreset } from './policy-block.ts';
import { advice } from './sentences.ts';
import {
  categoryGrounds,
  held,
  listMeanings,
  listTitle,
  pageTitle,
  riskGrounds,
  share,
  span,
} from './sentences/lists.ts';
import { frequentSignals } from './signal-lists.ts';
import type { ToolList, ToolLists } from './tool-lists.ts';
import { type ToolRow, toolRow } from './tool-row.ts';
import { paragraph } from './wording.ts';

/** A narrower list, and what its tools have in common. */
export interface Crossing {
  list: ToolList;
  share: string;
  /** What we recommend for every tool of one level and one category. */
  rule: string;
}

/** What explains a list; only its first page has it. */
export interface Explanation {
  grounds: string[];
  /** What we recommend for the tools of one level and one category; null for a list of several. */
  rule: string | null;
  crossings: Crossing[];
  /** What the definitions of these tools show most often. */
  signals: { label: string; path: string; tools: number; share: string }[];
}

/** Exactly what one page of a list by rating shows. Text is ready to show. */
export interface RatingPage {
  title: string;
  meta: string;
  crumbs: Crumb[];
  heading: string;
  risk: Risk | null;
  category: Category | null;
  meanings: string[];
  span: string;
  order: string;
  /** Where the rest stands of a list of which the first are shown; null where all are. */
  others: string | null;
  explanation: Explanation | null;
  list: ListPage<ToolRow>;
}

/** What is recommended for a level and a category, before anything is known of the tool. */
function ruleSentence(risk: Risk, category: Category): string {
  const { decision, rates } = ratedRule({ category, risk }, shownPreset);
  return advice({ decision, limits: rates });
}

function crossings(of: ToolList, lists: ToolLists): Crossing[] {
  const { risk, category, entries } = of;
  if (risk !== null && category !== null) return [];
  const risks = risk === null ? risksByWeight : [risk];
  const kinds = category === null ? categoriesByWeight : [category];
  return risks
    .flatMap((level) => kinds.map((kind) => ({ level, kind, list: lists(level, kind) })))
    .filter(({ list }) => list.entries.length > 0)
    .map(({ level, kind, list }) => ({
      list,
      share: share(list.entries.length, entries.length),
      rule: ruleSentence(level, kind),
    }));
}

function groundsOf({ risk, category }: ToolList): string[] {
  return [
    ...(category === null ? [] : [`${categories[category].question} ${categoryGrounds[category]}`]),
    ...(risk === null ? [] : [riskGrounds[risk]]),
  ];
}

function explanationOf(list: ToolList, lists: ToolLists): Explanation {
  const { risk, category } = list;
  return {
    grounds: groundsOf(list),
    rule: risk === null || category === null ? null : ruleSentence(risk, category),
    crossings: crossings(list, lists),
    signals: frequentSignals(list.entries, 6).map(({ title, id, entries }) => ({
      label: title,
      path: paths.signal(id),
      tools: entries.length,
      share: share(entries.length, list.entries.length),
    })),
  };
}

function crumbsOf({ risk, category, title, path }: ToolList): Crumb[] {
  if (risk === null)
    return [
      { label: 'Categories', path: paths.categories },
      { label: title, path },
    ];
  const level = { label: listTitle(risk, null), path: paths.risk(risk) };
  const above = [{ label: 'Risk', path: paths.risks }, level];
  return category === null ? above : [...above, { label: category, path }];
}

/** Everything that a page of a list by rating shows. */
export function ratingPage(place: PageOf<ToolList>, lists: ToolLists): RatingPage {
  const of = place.list;
  const { risk, category } = of;
  const { entries, ...page } = listPage(place);
  const list = { ...page, entries: entries.map(toolRow) };
  const meanings = listMeanings(risk, category);
  const title = pageTitle(of.title, page.range);
  return {
    title,
    meta: paragraph(`${held(title, page.total, 'MCP tool')} with risk, category and policy`, ...meanings),
    crumbs: crumbsOf(of),
    heading: title,
    risk,
    category,
    meanings,
    span: span(list, 'tool'),
    order: of.rows === undefined ? 'by name' : 'gravest first',
    others:
      of.rows === undefined || of.entries.length <= of.rows
        ? null
        : `All of them stand by ${risk === null ? 'risk' : 'category'} above.`,
    explanation: page.range === null ? explanationOf(of, lists) : null,
    list,
  };
}
