import type { TokenCost } from '../token-cost.ts';
import { count, figure, paragraph } from '../wording.ts';

/** "12 tools first seen", "All 3 tools changed". */
export function historySentence(kind: 'first-seen' | 'changed', tools: number, isAll: boolean): string {
  const what = isAll && tools > 1 ? `all ${count(tools, 'tool')}` : count(tools, 'tool');
  const verb = kind === 'changed' ? 'changed' : 'first seen';
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} ${verb}.`;
}

/** A share as people say it: "0.4 %", "12 %", "2.6 times". */
export function shareWords(share: number): string {
  if (share >= 1) return `${share.toFixed(1)} times`;
  const percent = share * 100;
  return percent < 0.1 ? 'less than 0.1 %' : `${percent.toFixed(percent < 10 ? 1 : 0)} %`;
}

/** What a server's definitions cost on every request, and where that stands among the catalogue's servers. */
export function tokenSentence({ tokens, share, heavier }: TokenCost, window: number): string {
  const cost = `The model reads ${count(tokens, 'token')} of tool definitions on every request, ${shareWords(share)}${share >= 1 ? '' : ' of'} a window of ${figure(window)}`;
  return paragraph(cost, heavier === null ? null : heavierWords(heavier));
}

const heavierWords = (percent: number): string =>
  percent === 0
    ? 'No other server with tools here costs more'
    : `At most ${percent} % of the servers with tools here cost more`;

/** What the definitions of the median and of the heaviest server cost, from counts that are sorted, the largest first. */
export function tokenChartLead(tokens: readonly number[], window: number): string {
  const [heaviest] = tokens;
  const median = tokens[Math.floor(tokens.length / 2)];
  if (heaviest === undefined || median === undefined) return 'No server has listed tools yet.';
  const share = (amount: number): string =>
    `${count(amount, 'token')}, ${shareWords(amount / window)}${amount >= window ? '' : ' of'} a window of ${figure(window)}`;
  return paragraph(
    'A model reads the definitions of every tool it is given on every request',
    `The median of ${count(tokens.length, 'server')} costs ${share(median)}, the heaviest ${share(heaviest)}`,
  );
}

/** How tokens are counted, in small print. */
export const tokenMethod =
  'Counted over name, description and input schema as JSON, in the o200k_base encoding. Other models count differently, and a client may send less.';
