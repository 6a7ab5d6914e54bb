import type { Category } from '../../../src/model/categories.ts';
import { type RiskLevel, shift, worse } from '../../../src/model/risks.ts';
import type { Case } from './case.ts';
import { type Ruling, isReadingQuery } from './category.ts';
import { isAbout, objects } from './objects.ts';

/** A circumstance that puts a call at a level of its own. */
interface Circumstance {
  risk: RiskLevel;
  when: (it: Case, ruling: Ruling) => boolean;
}

interface RiskTable {
  start: RiskLevel;
  /** The first that applies replaces the start, unless something raises. */
  lower: readonly Circumstance[];
  /** The worst that applies stands. */
  raise: readonly Circumstance[];
}

const about = (list: RegExp) => (it: Case) => it.action !== null && isAbout(list, it.action.object);

/** The rubric's table of levels: start, then lower or raise. */
const tables: Readonly<Record<Category, RiskTable>> = {
  Read: {
    start: 'Low',
    lower: [],
    raise: [
      {
        risk: 'Medium',
        when: (it) => it.has('private-data') || it.has('arbitrary-url') || it.has('p:credential'),
      },
      { risk: 'Medium', when: (it) => it.has('p:path') && it.has('local-filesystem') },
      { risk: 'Medium', when: (it) => it.has('raw-query') || it.has('p:sql') },
      { risk: 'High', when: (it) => it.has('returns-secrets') },
      { risk: 'Critical', when: (it) => it.has('returns-secrets') && about(objects.master)(it) },
    ],
  },
  Write: {
    start: 'Medium',
    lower: [
      {
        risk: 'Low',
        when: (it) => !it.isUndescribed && (it.has('session-state') || it.action?.act === 'mark'),
      },
    ],
    raise: [
      {
        risk: 'High',
        when: (it) => it.has('sends-message') || it.has('publishes') || it.has('changes-access'),
      },
      {
        risk: 'High',
        when: (it) => it.has('p:path') || (it.has('local-filesystem') && about(objects.code)(it)),
      },
      { risk: 'High', when: (it) => it.has('changes-infrastructure') && about(objects.live)(it) },
    ],
  },
  Execute: {
    start: 'High',
    lower: [
      { risk: 'Medium', when: (_, { ground }) => ground === 'operation' },
      {
        risk: 'Medium',
        when: (it, { ground }) => ground === 'trigger' && !it.isUndescribed && !about(objects.live)(it),
      },
    ],
    raise: [
      { risk: 'Critical', when: (_, { ground }) => ground === 'payload' },
      { risk: 'Critical', when: (it, { ground }) => ground === 'query' && !isReadingQuery(it) },
    ],
  },
  Destructive: {
    start: 'High',
    lower: [{ risk: 'Medium', when: about(objects.small) }],
    raise: [
      { risk: 'Critical', when: about(objects.container) },
      { risk: 'Critical', when: (it) => it.has('p:force-or-recursive') && it.has('changes-infrastructure') },
    ],
  },
  Financial: {
    start: 'Critical',
    lower: [{ risk: 'High', when: (it) => it.action?.act === 'cancel' || about(objects.indirect)(it) }],
    raise: [],
  },
};

const safeguard =
  /\b(?:confirmation token|confirm(?:ation)? (?:code|step)|two-step|requires? confirmation|dry[- ]run by default|moves? (?:it |them )?to (?:the )?trash|soft[- ]delete|returns? to draft|can be restored|recoverable)\b/;

/** How grave one call is: the worst level that something raises to, else a lower one where it applies, else the start. */
export function riskOf(it: Case, ruling: Ruling): RiskLevel {
  const { start, lower, raise } = tables[ruling.category];
  const raised = raise.filter(({ when }) => when(it, ruling)).map(({ risk }) => risk);
  const base =
    raised.length > 0
      ? [start, ...raised].reduce((a, b) => worse(a, b) as RiskLevel)
      : (lower.find(({ when }) => when(it, ruling))?.risk ?? start);
  const isCareful = ruling.category === 'Destructive' && safeguard.test(it.prose);
  const level = isCareful ? shift(base, -1) : base;
  const isUnread = it.isUndescribed && it.action !== null && it.action.act !== 'look';
  return isUnread ? (worse(level, 'Medium') as RiskLevel) : level;
}
