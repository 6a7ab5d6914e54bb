import { paths } from '../model/paths.ts';

/** Pages that have a JSON twin: those of what the catalogue holds, not those about the site. */
const twinned: readonly RegExp[] = [
  /^\/(?:method\/|data\/|contradictions\/|formats\/|attacks\/|risk\/|categories\/|signals\/|changes\/|tools\/)?$/,
  /^\/servers\/(?:[^/]+\/){0,2}$/,
  /^\/(?:policies|formats)\/[^/]+\/$/,
  /^\/attacks\/(?:groups\/)?[^/]+\/$/,
  /^\/(?:tools|changes)\/\d+\/$/,
  /^\/(?:risk|server-list)\/(?:[^/]+\/){1,3}$/,
  /^\/(?:categories|signals|contradictions)\/(?:[^/]+\/){1,2}$/,
];

/** The JSON twin of a page, or null when it has none. */
export function jsonTwin(page: string): string | null {
  return twinned.some((pattern) => pattern.test(page)) ? paths.json(page) : null;
}
