import { type Category, categoriesByWeight } from '../model/categories.ts';
import { type Risk, risksByWeight } from '../model/risks.ts';
import { riskMeanings } from './sentences.ts';
import { share } from './sentences/lists.ts';
import { riskLists, type ToolList, type ToolLists } from './tool-lists.ts';

/** A bar of a chart and the list it stands for. Lengths are shares of the longest bar, from 0 to 1. */
export interface Bar {
  list: ToolList;
  length: number;
  share: string;
}

/** One category: its list, and the lists of its levels, all of them, worst first. */
export interface RatingRow {
  category: Category;
  list: ToolList;
  cells: { risk: Risk; list: ToolList }[];
}

/** How the tools spread over levels and categories: the numbers of both charts and their tables. */
export interface Spread {
  total: number;
  levels: (Bar & { risk: Risk; meaning: string })[];
  risks: readonly Risk[];
  rows: RatingRow[];
}

/** Levels at which no tool stands take no column, but have their own bar. */
export function spread(lists: ToolLists): Spread {
  const total = lists(null, null).entries.length;
  const levels = riskLists(lists);
  const longest = Math.max(1, ...levels.map(({ entries }) => entries.length));
  const risks = risksByWeight.filter((risk) => lists(risk, null).entries.length > 0);
  return {
    total,
    levels: risksByWeight.map((risk) => {
      const list = lists(risk, null);
      const { length } = list.entries;
      return {
        risk,
        list,
        length: length / longest,
        share: share(length, total),
        meaning: riskMeanings[risk],
      };
    }),
    risks,
    rows: categoriesByWeight.map((category) => ({
      category,
      list: lists(null, category),
      cells: risks.map((risk) => ({ risk, list: lists(risk, category) })),
    })),
  };
}
