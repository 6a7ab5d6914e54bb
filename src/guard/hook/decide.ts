import { Decision } from '../../model/policy.ts';
import type { Ruleset } from '../../policy/ruleset.ts';
import type { Counters } from '../counters.ts';
import { type Asking, judge, type Verdict } from '../judge.ts';
import { plain } from '../spelling.ts';
import { words } from '../words.ts';
import type { ClientCall, HookClient } from './client.ts';

export interface HookParts {
  client: HookClient;
  alias: string;
  policy: Ruleset;
  counters: Counters;
  asking: Asking;
  now: Date;
}

/** The tools that a client may mean: those that it spells like this, or the name itself when the policy has none. */
function meant({ spelled, isExact }: ClientCall, { client, policy }: HookParts): string[] {
  const named = [...new Set([...policy.tools.keys(), ...policy.hidden.keys()])].filter((tool) =>
    isExact ? tool === spelled : plain(tool) === plain(spelled),
  );
  return named.length > 0 || !client.namesServer ? named : [spelled];
}

const severity = ({ decision }: Verdict): number => Decision.options.indexOf(decision);

/** What to print for a call of the server that the hook guards. Tools that the client cannot tell apart must all pass. */
export function decideCall(call: ClientCall, parts: HookParts): string {
  const { client, policy, counters, asking, now } = parts;
  const verdicts = meant(call, parts).map((tool) => ({
    tool,
    ...judge(policy, { tool, arguments: call.arguments, definition: null }, counters, now),
  }));
  const worst = verdicts.toSorted((a, b) => severity(b) - severity(a))[0];
  if (worst === undefined || worst.decision === 'allow') return client.silence;
  if (worst.decision === 'ask' && asking === 'client') return client.silence;
  if (worst.decision === 'ask' && client.canAsk) return client.print('ask', words.ask(worst.tool, worst));
  for (const { taken } of verdicts) taken?.release();
  const say = worst.decision === 'ask' ? words.cannotAsk : words.refused;
  return client.print('deny', say(worst.tool, worst));
}
