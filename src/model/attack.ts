import { z } from 'zod';
import { Category } from './categories.ts';
import { limits } from './limits.ts';
import { SignalId } from './signals.ts';

/** Where in the way of a call an attack takes hold, in the order pages show. */
export const AttackGroup = z.enum([
  'metadata',
  'content',
  'data-flow',
  'server-flaw',
  'capability',
  'identity',
  'exposure',
  'impact',
  'supply-chain',
  'human',
]);
export type AttackGroup = z.infer<typeof AttackGroup>;

/** How far we have checked a case ourselves. `url-cited`: others cite the page, and we have not read it. */
export const Verification = z.enum(['cve-record', 'repository-file', 'page-excerpt', 'url-cited']);
export type Verification = z.infer<typeof Verification>;

const words = z.string().trim().min(20).max(limits.attackText);

/** Something that happened, or that somebody has shown in public. */
export const AttackCase = z.strictObject({
  title: z.string().trim().min(5).max(limits.attackText),
  /** The year, the month or the day on which it became known. */
  date: z
    .string()
    .regex(/^20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'expected 2025, 2025-07 or 2025-07-09'),
  /** What others call it: CVE, GitHub advisory, ATLAS case study, arXiv. */
  ids: z.array(
    z
      .string()
      .regex(
        /^(CVE-\d{4}-\d{4,7}|GHSA(-[2-9cfghjmpqrvwx]{4}){3}|AML\.CS\d{4}|arXiv:\d{4}\.\d{5})$/,
        'expected a CVE, GHSA, ATLAS case study or arXiv number',
      ),
  ),
  url: z.url({ protocol: /^https$/ }),
  verification: Verification,
  /** Whether a tool was called over MCP. Others are kept because the same access leads to the same harm. */
  isMcp: z.boolean(),
  /** What a reader must know of the source; null: nothing. */
  note: words.nullable(),
});
export type AttackCase = z.infer<typeof AttackCase>;

/**
 * What links a tool to an attack, always by evidence.
 * `signals`: one signal of every leg, and one of the categories unless the list is empty. Of them at least one is the
 * tool's own. `schema`: each stands in its input or output schema; `tool`: anywhere in its definition; `server`: other
 * tools of its server may supply the rest.
 * `change`: the server has changed the definition since we first saw it.
 * `open-address`: an address of the server listed its tools to us without a login.
 * `nothing`: no listing can show it, and `why` says so.
 */
export const AttackNeeds = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('signals'),
    legs: z.array(z.array(SignalId).min(1)).min(1).max(3),
    within: z.enum(['schema', 'tool', 'server']),
    categories: z.array(Category),
  }),
  z.strictObject({ from: z.literal('change') }),
  z.strictObject({ from: z.literal('open-address') }),
  z.strictObject({ from: z.literal('nothing'), why: words }),
]);
export type AttackNeeds = z.infer<typeof AttackNeeds>;

/** What a policy can do about calls. */
export const Measure = z.enum(['hide', 'deny', 'ask', 'arguments', 'limits', 'definition']);
export type Measure = z.infer<typeof Measure>;

/** data/attacks/<id>.json: a way to abuse what tools can do, in our own words. */
export const Attack = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'expected lower-case words joined by hyphens'),
  name: z.string().trim().min(4).max(60),
  group: AttackGroup,
  /** One sentence. */
  summary: words,
  /** How it works, in two to four sentences. */
  mechanism: words,
  needs: AttackNeeds,
  /** Empty when no source was found. */
  cases: z.array(AttackCase),
  policy: z.strictObject({
    /** What of a policy works against it, the strongest first; empty when no rule on calls does. */
    measures: z.array(Measure),
    /** What to do, in a sentence or two. */
    stops: words,
    /** What that does not stop. */
    cannot: words,
  }),
  maps: z.strictObject({
    owaspMcp: z.array(z.string().regex(/^MCP(0[1-9]|10)$/)),
    owaspAgentic: z.array(z.string().regex(/^ASI(0[1-9]|10)$/)),
    safeMcp: z.array(z.string().regex(/^SAFE-T\d{4}$/)),
    mitreAtlas: z.array(z.string().regex(/^AML\.T\d{4}(\.\d{3})?$/)),
  }),
});
export type Attack = z.infer<typeof Attack>;
