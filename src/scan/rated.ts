import type { Judge } from '../../classifier/judge.ts';
import { rate } from '../../classifier/rate.ts';
import { publicAddress } from '../clients/addresses.ts';
import { hashOf } from '../model/canonical.ts';
import { faultKinds } from '../model/fault.ts';
import type { Json } from '../model/json.ts';
import type { RatedTool, ScannedServer } from '../model/scanned.ts';
import type { Target } from '../model/target.ts';
import type { ToolDefinition } from '../model/tool.ts';
import type { Listed, Outcome, Wish } from './listed.ts';
import { byText } from '../model/text-order.ts';

const sentence = ({ kind, message }: Listed['failures'][number]): string =>
  `${faultKinds[kind].label} ${message}`.trim();

/** What a server wants, and that we do not have it. */
function wishSentence(wish: Wish): string {
  if (wish.state === 'needs-payment') return 'It asks for a payment before it lists its tools.';
  if (wish.state === 'needs-configuration')
    return `Its address holds values of your own: ${wish.variables.join(', ')}. Put them in.`;
  const scheme = wish.scheme === null ? '' : ` (${wish.scheme})`;
  const at = wish.authorizationServers.length === 0 ? '' : ` at ${wish.authorizationServers.join(', ')}`;
  return `It asks for a login${scheme}${at}, status ${wish.status}. Placard asks without credentials: save what a client of yours gets for tools/list and compare that with "placard diff".`;
}

/** The target as it may be shown and kept. */
function shownTarget(target: Target): Target {
  if (target.kind !== 'remote') return target;
  const { kind, url } = target.remote;
  return { kind: 'remote', remote: { kind, url: publicAddress(url) ?? '{secret}' } };
}

/** Rates the tools of one server, sorted by name. `told` hears of each tool that the judge gave no answer on. */
export async function ratedTools(
  server: string,
  tools: readonly ToolDefinition[],
  judge: Judge,
  told: (line: string) => void,
): Promise<RatedTool[]> {
  const subjects = tools.map((tool) => ({ server: { name: server }, tool }));
  const classifications = await rate(judge, subjects, (index, why) => {
    told(`${tools[index]?.name ?? ''}: the rules decided. ${why}`);
  });
  return tools
    .flatMap((definition, index) => {
      const classification = classifications[index];
      return classification === undefined
        ? []
        : [{ definition, hash: hashOf(definition as Json), classification }];
    })
    .sort((a, b) => byText(a.definition.name, b.definition.name));
}

/** What came of listing a server, with its tools rated. */
export async function scannedServer(
  { name, target, outcome }: { name: string; target: Target; outcome: Outcome },
  judge: Judge,
  told: (line: string) => void,
): Promise<ScannedServer> {
  const about = { name, target: shownTarget(target), version: null, integrity: null, protocol: null };
  const nothing = { ...about, tools: [], leftOut: [] };
  if (outcome.state === 'wants')
    return { ...nothing, state: outcome.wish.state, problem: wishSentence(outcome.wish) };
  if (outcome.state === 'failed') return { ...nothing, state: 'failed', problem: sentence(outcome.failure) };
  const { tools, failures, version, integrity, protocol } = outcome.listed;
  return {
    ...{ ...about, state: 'listed', problem: null, version, integrity, protocol },
    tools: await ratedTools(name, tools, judge, told),
    leftOut: failures.map(sentence),
  };
}
