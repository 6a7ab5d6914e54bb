import type { Case } from '../rules/case.ts';
import type { Ruling } from '../rules/category.ts';
import type { RiskRuling } from '../rules/risk.ts';
import { ruleBlocks } from './rule-features.ts';
import { textBlocks } from './text-features.ts';

/** What the rules concluded, or what the definition says in its own words. Training leaves out the first at times. */
export type Part = 'rules' | 'text';

/** One thing that a tool has: of what kind, and what, in one part or two. */
export type Fact = readonly [kind: string, first: string, second?: string];

/** Facts about a tool that count alike. */
export interface Block {
  part: Part;
  /** What one fact counts. */
  weight: number;
  /** Whether the facts share the weight, so that a long text counts no more than a short one. */
  isShared: boolean;
  /** Whether the facts also count together with the category when the risk is rated. */
  isJoint: boolean;
  facts: readonly Fact[];
}

/** Facts of one block as the model sees them: each once, with 30 bits that stand for it, and what each counts. */
export interface Portion extends Pick<Block, 'part' | 'isJoint'> {
  facts: readonly Fact[];
  hashes: readonly number[];
  value: number;
}

/** A well-mixed number of 30 bits, which an engine keeps unboxed, from another. The finaliser of MurmurHash3. */
export function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) & 0x3fffffff;
}

/** FNV-1a over UTF-16 units, going on from a hash. */
function goingOn(start: number, text: string): number {
  let hash = start;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
}

/** Where the hash of each kind of fact begins. There are some hundred kinds. */
const kinds = new Map<string, number>();

function startOf(kind: string): number {
  const start = kinds.get(kind) ?? goingOn(0x811c9dc5, `${kind}:`);
  kinds.set(kind, start);
  return start;
}

/** The hash of `kind:first second`, which is never put together. */
function hashOf([kind, first, second]: Fact): number {
  const hash = goingOn(startOf(kind), first);
  return mix(second === undefined ? hash : goingOn(goingOn(hash, ' '), second));
}

/** What a block says, each fact once. */
function portionOf({ part, isJoint, isShared, weight, facts }: Block): Portion {
  const seen = new Set<number>();
  const distinct: Fact[] = [];
  for (const fact of facts) {
    const hash = hashOf(fact);
    if (seen.has(hash)) continue;
    seen.add(hash);
    distinct.push(fact);
  }
  const value = isShared ? (2 * weight) / Math.sqrt(distinct.length) : weight;
  return { part, isJoint, facts: distinct, hashes: [...seen], value };
}

/** Everything the model looks at: the rules' reading of a tool and its words. */
export function featuresOf(it: Case, ruling: Ruling, level: RiskRuling): Portion[] {
  return [...ruleBlocks(it, ruling, level), ...textBlocks(it)].map(portionOf);
}
