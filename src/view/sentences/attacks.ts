import type { AttackCase, AttackGroup, AttackNeeds, Measure, Verification } from '../../model/attack.ts';
import { categoriesByWeight } from '../../model/categories.ts';
import type { Ground } from '../../model/exposure.ts';
import { count, enumeration, paragraph } from '../wording.ts';

export const groupLabels: Readonly<Record<AttackGroup, string>> = {
  metadata: 'Words of a definition',
  content: 'Content that comes back',
  'data-flow': 'Ways of data',
  'server-flaw': 'Flaws of servers',
  capability: 'Abilities as such',
  identity: 'Identity and secrets',
  exposure: 'Open doors',
  impact: 'Harm done by calls',
  'supply-chain': 'Supply chain',
  human: 'People',
};

/** One sentence for each group: where such attacks take hold. */
export const groupMeanings: Readonly<Record<AttackGroup, string>> = {
  metadata: 'The text of a tool works on the model that reads it.',
  content: 'What a tool returns works on the model that reads it.',
  'data-flow': 'Data goes from where it belongs to where it does not, by calls that are each allowed.',
  'server-flaw': 'The server trusts an argument that it should check.',
  capability: 'The tool does what it is for, and that is enough.',
  identity: 'Rights, tokens or keys end up with somebody else.',
  exposure: 'The server can be reached by those who should not reach it.',
  impact: 'Honest tools do harm when they are called wrongly or too often.',
  'supply-chain': 'The code behind the tool is not what it claims to be.',
  human: 'People who should decide no longer do.',
};

/** How far a case was checked, as a sentence. */
export const verificationSentences: Readonly<Record<Verification, string>> = {
  'cve-record': 'We read the CVE record.',
  'repository-file': 'We read a file about it in a public repository.',
  'page-excerpt': 'We read an excerpt of a page about it.',
  'url-cited': 'Others cite this page. We have not read it.',
};

export const measureLabels: Readonly<Record<Measure, string>> = {
  hide: 'Hide the tool',
  deny: 'Deny the call',
  ask: 'Ask a person',
  arguments: 'Conditions on arguments',
  limits: 'Limits on calls',
  definition: 'A pin on the definition',
};

/** What of a case is to be known beside its title, date and numbers. */
export function caseSentence({ verification, isMcp, note }: AttackCase): string {
  return paragraph(verificationSentences[verification], isMcp ? null : 'It did not happen over MCP', note);
}

/** "4 cases and reports", or that there is none. */
export function casesPhrase(cases: number): string {
  return cases === 0 ? 'no case or report found' : count(cases, 'case or report', 'cases and reports');
}

/** "12 tools", and for what no listing shows: "not visible in a listing". */
export function exposedPhrase(needs: AttackNeeds, tools: number): string {
  return needs.from === 'nothing' ? 'not visible in a listing' : count(tools, 'tool');
}

const places = {
  schema: 'It stands in the tool’s input or output schema',
  tool: null,
  server: 'At least one is the tool’s own; other tools of its server may supply the rest',
} as const;

/** What a tool must show to be listed, as a paragraph. The signals themselves are listed beside it. */
export function needsSentence(needs: AttackNeeds): string {
  switch (needs.from) {
    case 'signals': {
      const among = categoriesByWeight.filter((category) => needs.categories.includes(category)).reverse();
      const rated =
        among.length === 0 ? 'A tool' : `A tool rated ${enumeration(among).replace(' and ', ' or ')}`;
      const what = needs.legs.length === 1 ? 'shows one of these signals' : 'shows one signal of each group';
      return paragraph(`${rated} is listed when its definition ${what}`, places[needs.within]);
    }
    case 'change':
      return 'A tool is listed when its server has changed the definition since we first saw it.';
    case 'open-address':
      return 'A tool is listed when an address of its server gave us the list of tools without a login. Whether calls need one is not known.';
    case 'nothing':
      return paragraph(needs.why, 'Which tools are open to it is therefore unknown');
  }
}

/** What links a tool to an attack when it is no signal, in a few words. */
export function groundLabel(ground: Exclude<Ground, { by: 'signal' }>): string {
  return ground.by === 'change'
    ? `Its definition changed on ${ground.on}`
    : `Its server listed its tools without a login on ${ground.at.slice(0, 10)}`;
}

const fitting: Readonly<Record<Exclude<AttackNeeds['from'], 'nothing'>, [one: string, many: string]>> = {
  signals: ['has the access that this attack abuses', 'have the access that this attack abuses'],
  change: ['has changed its definition', 'have changed their definitions'],
  'open-address': ['is listed to anybody without a login', 'are listed to anybody without a login'],
};

/** What is said of the list of exposed tools. Exposed is not attacked, and what no listing shows is unknown. */
export function exposedSentence({ from }: AttackNeeds, shown: number, all: number): string {
  if (from === 'nothing') return 'Which tools are open to it is unknown: no listing shows it.';
  const [one, many] = fitting[from];
  if (all === 0) return `No tool of the catalogue ${one}.`;
  return paragraph(
    `${count(all, 'tool')} of the catalogue ${all === 1 ? one : many}`,
    shown < all ? `The ${shown} gravest are shown` : null,
    'That says nothing about whether anybody has attacked them',
  );
}

/** The description of the page of one attack. */
export function attackMeta(name: string, summary: string): string {
  return paragraph(`${name}: ${summary}`, 'How it works, cases and reports, and what a policy can do');
}
