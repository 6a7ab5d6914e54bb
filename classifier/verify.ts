import { Category } from '../src/model/categories.ts';
import type { Classification, Verdict } from '../src/model/classification.ts';
import { type Evidence, isVerbatim } from '../src/model/evidence.ts';
import { Risk } from '../src/model/risks.ts';
import { SignalId } from '../src/model/signals.ts';
import type { Subject } from '../src/model/tool.ts';

const known: ReadonlySet<string> = new Set(SignalId.options);

/**
 * The verdict with only the evidence that holds: a signal of our vocabulary whose quote stands verbatim at its
 * pointer in the definition. What does not hold comes back in `dropped`, so that a caller can count it.
 */
export function verify({ tool }: Subject, verdict: Verdict): { verdict: Verdict; dropped: Evidence[] } {
  const signals: Evidence[] = [];
  const dropped: Evidence[] = [];
  for (const evidence of verdict.signals)
    (known.has(evidence.id) && isVerbatim(tool, evidence) ? signals : dropped).push(evidence);
  return { verdict: { ...verdict, signals }, dropped };
}

const category = Category.options.join('|');
const level = Risk.options.join('|');
const rated = String.raw`\b(?:rated?|rates|classif(?:y|ied|ies)|categori[sz]ed?|labell?ed|judged|considered)(?: (?:it|this|as|an?|the)){0,3} ["'“]?`;

/** How English says which category something is in. A verb such as "read" alone says nothing. */
const categoryClaims = new RegExp(
  [
    String.raw`\ban? ["'“]?(${category})["'”]?[ -](?:tool|operation|action|call)\b`,
    String.raw`\bcategory["']?(?: (?:is|of|remains)|:| =) ?["'“]?(${category})\b`,
    String.raw`\b(${category})["'”]? category\b`,
    String.raw`${rated}(${category})\b`,
  ].join('|'),
  'gi',
);

/** How English says how grave something is. */
const levelClaims = new RegExp(
  [
    String.raw`\b(${level})["'”]?[ -](?:risk|severity|blast radius)\b`,
    String.raw`\b(${level}) (?:rather than|and not|instead of) (?:${level})\b`,
    String.raw`\b(?:risk|severity)(?: (?:level|rating))?["']?(?: (?:is|of|as|stays|remains)|:| =)? ?["'“]?(${level})\b`,
    String.raw`${rated}(${level})\b`,
  ].join('|'),
  'gi',
);

function namesOther(text: string, claims: RegExp, own: string): boolean {
  return [...text.matchAll(claims)].some((match) => {
    const named = match.slice(1).find(Boolean);
    return named?.toLowerCase() !== own.toLowerCase();
  });
}

/** Whether a reason says in words that the tool has another category or level than the rating it is given for. */
export function contradicts(rationale: string, rating: Pick<Classification, 'category' | 'risk'>): boolean {
  const text = rationale.replaceAll(/\s+/g, ' ');
  return namesOther(text, categoryClaims, rating.category) || namesOther(text, levelClaims, rating.risk);
}
