import type { Decision, Preset } from '../model/policy.ts';
import type { Ability, Proof, Support } from '../policy/format.ts';
import { enumeration, paragraph } from './wording.ts';

/** What each ability is called over a column, and what it means. */
export const abilityWords: Readonly<Record<Ability, { label: string; meaning: string }>> = {
  allow: { label: 'Allow', meaning: 'A tool is called without a question.' },
  ask: { label: 'Ask', meaning: 'A person is asked before each call.' },
  deny: { label: 'Deny', meaning: 'A call is refused.' },
  hide: { label: 'Hide', meaning: 'The agent is not shown the tool.' },
  arguments: { label: 'Arguments', meaning: 'A call is refused for what stands in its arguments.' },
  limits: { label: 'Limits', meaning: 'Calls are counted, and those over the limit are refused.' },
  definition: {
    label: 'Definition',
    meaning: 'A tool whose definition changed is refused until a person has looked.',
  },
};

export const supportWords: Readonly<Record<Support, string>> = {
  native: 'Yes',
  guard: 'With the guard',
  none: 'No',
};

/** How a proof is named in a cell. */
export function proofLabel({ kind }: Proof): string {
  return { executed: 'executed', parsed: 'parsed', schema: 'schema', 'not-executed': 'not executed' }[kind];
}

/** A proof as one sentence. */
export function proofSentence(proof: Proof): string {
  switch (proof.kind) {
    case 'executed':
      return `Executed in ${proof.against} ${proof.version} by ${proof.by}.`;
    case 'parsed':
      return `Read by the parser of ${proof.against} ${proof.version} in ${proof.by}; the program itself was not executed.`;
    case 'schema':
      return `Checked against ${proof.against} ${proof.version} in ${proof.by}; the program itself was not executed.`;
    case 'not-executed':
      return `Not executed. Written from ${proof.from}, as of ${proof.dated}.`;
  }
}

export const presetWords: Readonly<Record<Preset, { label: string; meaning: string }>> = {
  strict: {
    label: 'Strict',
    meaning: 'Writing is asked about, and what needs a bound stays closed until you have filled it in.',
  },
  balanced: {
    label: 'Balanced',
    meaning:
      'The rules of the method page: reading is allowed, writing within limits, and what is graver is asked about or closed.',
  },
  'read-only': {
    label: 'Read-only',
    meaning: 'Only reading up to Medium risk that returns no secrets; everything else is hidden.',
  },
};

const verbs: Readonly<Record<Decision, string>> = {
  allow: 'allowed',
  ask: 'asked about',
  deny: 'denied',
  hide: 'hidden',
};

/** "3 allowed, 2 asked about": how many tools a policy decides how. */
export function decisionTally(decisions: readonly Decision[]): string {
  const counts = Map.groupBy(decisions, (decision) => decision);
  return (Object.keys(verbs) as Decision[])
    .flatMap((decision) => {
      const number = counts.get(decision)?.length ?? 0;
      return number === 0 ? [] : [`${number} ${verbs[decision]}`];
    })
    .join(', ');
}

/** What a reader must know before copying an export: under which name the server is written there. */
export function aliasSentence(alias: string): string {
  return `The server is called “${alias}” here; put your own configuration’s name for it in its place.`;
}

/** Under a tool’s export: what to put in place of the alias, and what the format cannot hold. */
export function toolExportNote({
  alias,
  fault,
  lost,
}: {
  alias: string;
  fault: string | null;
  lost: string[];
}): string {
  return paragraph(
    fault ?? `“${alias}” is your server’s name`,
    lost.length === 0 ? null : `Without ${enumeration(lost)}`,
  );
}

/** Beside exports that nothing here could run. */
export const untried = 'Not executed: nothing here could run it.';
