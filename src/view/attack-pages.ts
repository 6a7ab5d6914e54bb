import { type Attack, AttackGroup, type Measure } from '../model/attack.ts';
import { paths } from '../model/paths.ts';
import { signals } from '../model/signals.ts';
import type { Ability, Format } from '../policy/format.ts';
import {
  type ExposedList,
  type ExposedRow,
  exposedRow,
  type ExposedTools,
  nothingExposed,
} from './attacks.ts';
import type { Crumb } from './json-ld.ts';
import {
  attackMeta,
  caseSentence,
  casesPhrase,
  exposedPhrase,
  exposedSentence,
  groupLabels,
  groupMeanings,
  measureLabels,
  needsSentence,
} from './sentences/attacks.ts';
import { count, paragraph } from './wording.ts';

/** One attack in a list. */
interface AttackRow {
  name: string;
  path: string;
  summary: string;
  cases: string;
  exposed: string;
}

/** The attacks of one group, and the address that shows only them. */
interface AttackGroupList {
  id: string;
  label: string;
  path: string;
  meaning: string;
  attacks: AttackRow[];
}

/** What the list of attacks shows: all groups, or one. */
export interface AttacksPage {
  title: string;
  meta: string;
  crumbs: Crumb[];
  lead: string;
  /** Links that show all or one group, each with the number of attacks behind it. */
  filters: { label: string; path: string; attacks: number }[];
  groups: AttackGroupList[];
}

/** What the page of one attack shows. */
export interface AttackPage {
  title: string;
  meta: string;
  crumbs: Crumb[];
  name: string;
  group: { label: string; path: string };
  summary: string;
  mechanism: string;
  needs: { sentence: string; legs: { label: string; meaning: string; path: string }[][] };
  cases: { title: string; date: string; ids: string[]; url: string; sentence: string }[];
  policy: { stops: string; cannot: string; measures: { label: string; holds: string }[] };
  maps: { label: string; ids: string[] }[];
  exposed: { sentence: string; all: number; rows: ExposedRow[]; dataPath: string };
}

function attackRow(attack: Attack, exposed: ExposedList): AttackRow {
  return {
    name: attack.name,
    path: paths.attack(attack.id),
    summary: attack.summary,
    cases: casesPhrase(attack.cases.length),
    exposed: exposedPhrase(attack.needs, exposed.all),
  };
}

function groupLists(attacks: readonly Attack[], exposed: ExposedTools): AttackGroupList[] {
  return AttackGroup.options
    .map((id) => ({
      id,
      label: groupLabels[id],
      path: paths.attacksOfGroup(id),
      meaning: groupMeanings[id],
      attacks: attacks
        .filter(({ group }) => group === id)
        .map((attack) => attackRow(attack, exposed.get(attack.id) ?? nothingExposed)),
    }))
    .filter((list) => list.attacks.length > 0);
}

/** Everything the list of attacks shows, or the part of one group. */
export function attacksPage(
  attacks: readonly Attack[],
  exposed: ExposedTools,
  group: AttackGroup | null,
): AttacksPage {
  const all = groupLists(attacks, exposed);
  const groups = group === null ? all : all.filter(({ id }) => id === group);
  const shown = groups.reduce((sum, list) => sum + list.attacks.length, 0);
  const label = group === null ? 'Attacks' : `Attacks: ${groupLabels[group]}`;
  const lead = paragraph(
    `${count(shown, 'way')} in which the access of MCP tools is abused, in our own words`,
    'Each says what evidence links a tool to it, what is documented and how far we checked that, and what a policy cannot stop',
  );
  return {
    title: label,
    meta: lead,
    crumbs:
      group === null ? [] : [attacksCrumb, { label: groupLabels[group], path: paths.attacksOfGroup(group) }],
    lead: group === null ? lead : groupMeanings[group],
    filters: [
      { label: 'All', path: paths.attacks, attacks: attacks.length },
      ...all.map((list) => ({ label: list.label, path: list.path, attacks: list.attacks.length })),
    ],
    groups,
  };
}

const attacksCrumb: Crumb = { label: 'Attacks', path: paths.attacks };

/** Which of the formats can hold a measure, as a phrase. */
function holders(measure: Measure, formats: readonly Format[]): string {
  const ability: Ability = measure;
  const able = (support: 'native' | 'guard'): string[] =>
    formats.filter(({ abilities }) => abilities[ability] === support).map(({ name }) => name);
  const [native, guarded] = [able('native'), able('guard')];
  if (native.length + guarded.length === 0) return 'None of our formats can hold it.';
  return paragraph(
    native.length === 0 ? null : native.join(', '),
    guarded.length === 0 ? null : `With Placard’s guard: ${guarded.join(', ')}`,
  );
}

const taxonomies = {
  owaspMcp: 'OWASP MCP Top 10:2025 (beta)',
  owaspAgentic: 'OWASP Top 10 for Agentic Applications 2026',
  safeMcp: 'SAFE-MCP',
  mitreAtlas: 'MITRE ATLAS 5.6.0',
} as const;

function mapsOf({ maps }: Attack): AttackPage['maps'] {
  return Object.entries(taxonomies)
    .map(([key, label]) => ({ label, ids: maps[key as keyof typeof taxonomies] }))
    .filter(({ ids }) => ids.length > 0);
}

function needsOf({ needs }: Attack): AttackPage['needs'] {
  return {
    sentence: needsSentence(needs),
    legs:
      needs.from === 'signals'
        ? needs.legs.map((leg) => leg.map((id) => ({ ...signals[id], path: paths.signal(id) })))
        : [],
  };
}

/** Everything the page of one attack shows. The count is that of the list it was taken from. */
export function attackPage(attack: Attack, exposed: ExposedList, formats: readonly Format[]): AttackPage {
  const { id, name, group, summary, mechanism, policy } = attack;
  const rows = exposed.gravest.map(exposedRow);
  return {
    title: `${name} (attack)`,
    meta: attackMeta(name, summary),
    crumbs: [attacksCrumb, { label: name, path: paths.attack(id) }],
    name,
    group: { label: groupLabels[group], path: paths.attacksOfGroup(group) },
    summary,
    mechanism,
    needs: needsOf(attack),
    cases: attack.cases.map((each) => ({
      title: each.title,
      date: each.date,
      ids: each.ids,
      url: each.url,
      sentence: caseSentence(each),
    })),
    policy: {
      stops: policy.stops,
      cannot: policy.cannot,
      measures: policy.measures.map((each) => ({
        label: measureLabels[each],
        holds: holders(each, formats),
      })),
    },
    maps: mapsOf(attack),
    exposed: {
      sentence: exposedSentence(attack.needs, rows.length, exposed.all),
      all: exposed.all,
      rows,
      dataPath: paths.attackData(id),
    },
  };
}
