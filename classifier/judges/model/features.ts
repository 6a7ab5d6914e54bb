import { goingOn } from '../../signals/reading/hash.ts';
import type { Case } from '../rules/case.ts';
import type { Ruling } from '../rules/category.ts';
import type { RiskRuling } from '../rules/risk.ts';
import { ruleBlocks } from './rule-features.ts';
import { textBlocks } from './text-features.ts';

/** What the rules concluded, or what the definition says in its own words. Training leaves out the first at times. */
export type Part = 'rules' | 'text';

/** Hears of one thing that a tool has: of what kind, and what, in one part or two. */
export type Tell = (kind: string, first: string, second?: string) => void;

/** Facts about a tool that count alike. */
export interface Block {
  part: Part;
  /** What one fact counts. */
  weight: number;
  /** Whether the facts share the weight, so that a long text counts no more than a short one. */
  isShared: boolean;
  /** Whether the facts also count together with the category when the risk is rated. */
  isJoint: boolean;
  /** Tells each fact, some of them more than once, in the same order every time. A tool has a hundred, so nobody keeps them. */
  facts: (tell: Tell) => void;
}

/** Facts of one block as the model sees them: for each, once, 30 bits that stand for it, and what each counts. */
export interface Portion extends Pick<Block, 'part' | 'isJoint' | 'facts'> {
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

/** Where the hash of each kind of fact begins. There are some hundred kinds. */
const kinds = new Map<string, number>();

/** The kind that was told last: many facts of one kind are told in a row. */
let last = { kind: '', start: 0 };

function startOf(kind: string): number {
  if (kind === last.kind) return last.start;
  const start = kinds.get(kind) ?? goingOn(0x811c9dc5, `${kind}:`);
  kinds.set(kind, start);
  last = { kind, start };
  return start;
}

/** The hash of `kind:first second`, which is never put together. */
export function hashOf(kind: string, first: string, second?: string): number {
  const hash = goingOn(startOf(kind), first);
  return mix(second === undefined ? hash : goingOn(goingOn(hash, ' '), second));
}

/** Where the hashes of one block are noted, each with 1 added: a set that costs no memory. At least half of it stays empty. */
const usual = 256;
let noted = new Int32Array(usual);

/** Makes room for so many hashes, a power of two, and says how many. */
function emptied(size: number): number {
  if (size > noted.length) noted = new Int32Array(size);
  else noted.fill(0, 0, size);
  return size;
}

/** Notes a hash among others, in a part of `noted` of this size, a power of two. False when it is there already. */
function note(hash: number, size: number): boolean {
  let at = hash & (size - 1);
  for (; noted[at] !== 0; at = (at + 1) & (size - 1)) if (noted[at] === hash + 1) return false;
  noted[at] = hash + 1;
  return true;
}

/** The hashes of the block that is told, in order: a list that grew for each would cost more than the hashing. */
const told: number[] = [];

/** What a block says, each fact once. */
function portionOf({ part, isJoint, isShared, weight, facts }: Block): Portion {
  let count = 0;
  let size = emptied(usual);
  facts((kind, first, second) => {
    const hash = hashOf(kind, first, second);
    if (!note(hash, size)) return;
    told[count] = hash;
    count += 1;
    if (2 * count <= size) return;
    size = emptied(2 * size);
    for (let index = 0; index < count; index += 1) note(told[index] ?? 0, size);
  });
  const hashes = told.slice(0, count);
  const value = isShared ? (2 * weight) / Math.sqrt(hashes.length) : weight;
  return { part, isJoint, facts, hashes, value };
}

/** Everything the model looks at: the rules' reading of a tool and its words. */
export function featuresOf(it: Case, ruling: Ruling, level: RiskRuling): Portion[] {
  return [...ruleBlocks(it, ruling, level), ...textBlocks(it)].map(portionOf);
}
