import type { Case } from '../rules/case.ts';
import type { Ruling } from '../rules/category.ts';
import type { RiskRuling } from '../rules/risk.ts';
import { ruleBlocks } from './rule-features.ts';
import { textBlocks } from './text-features.ts';

/** What the rules concluded, or what the definition says in its own words. Training leaves out the first at times. */
export type Part = 'rules' | 'text';

/** Facts of one kind about a tool, each spelled `kind:content`. */
export interface Block {
  part: Part;
  /** What one fact counts. */
  weight: number;
  /** Whether the facts share the weight, so that a long text counts no more than a short one. */
  isShared: boolean;
  /** Whether the facts also count together with the category when the risk is rated. */
  isJoint: boolean;
  facts: readonly string[];
}

/** One fact about a tool as the model sees it. */
export interface Feature {
  name: string;
  /** 30 bits that stand for the name. */
  hash: number;
  value: number;
  part: Part;
  isJoint: boolean;
}

/** A well-mixed number of 30 bits, which an engine keeps unboxed, from another. The finaliser of MurmurHash3. */
export function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) & 0x3fffffff;
}

/** FNV-1a over UTF-16 units, mixed. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return mix(hash);
}

/** Everything the model looks at: the rules' reading of a tool and its words. Each fact counts once. */
export function featuresOf(it: Case, ruling: Ruling, level: RiskRuling): Feature[] {
  const features: Feature[] = [];
  for (const { part, isJoint, isShared, weight, facts } of [
    ...ruleBlocks(it, ruling, level),
    ...textBlocks(it),
  ]) {
    const distinct = new Set(facts);
    const value = isShared ? (2 * weight) / Math.sqrt(distinct.size) : weight;
    for (const name of distinct) features.push({ name, hash: hashOf(name), value, part, isJoint });
  }
  return features;
}
