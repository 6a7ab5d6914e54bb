import type { TextFault } from '../../clients/configuration.ts';
import { contextWindow } from '../../model/context-window.ts';
import { visible } from '../../model/display.ts';
import type { KeyKind } from '../../lookup/keys.ts';
import type { ChainState } from '../../stack/chains.ts';
import { count, enumeration, figure } from '../wording.ts';
import { shareWords } from './server.ts';

const kindWords: Readonly<Record<KeyKind, string>> = {
  package: 'package',
  image: 'image',
  remote: 'address',
  repository: 'repository',
  name: 'name',
};

const registries: Readonly<Record<string, string>> = {
  npm: 'npm package',
  pypi: 'PyPI package',
  nuget: 'NuGet package',
  cargo: 'Rust crate',
  mcpb: 'bundle',
  oci: 'container image',
};

/** "npm package @sea/files": by what a server was recognised or looked for. */
export function keyWords({ kind, text }: { kind: KeyKind; text: string }): string {
  const colon = text.indexOf(':');
  const label = registries[text.slice(0, colon)] ?? kindWords[kind];
  return `${label} ${visible(text.slice(colon + 1))}`;
}

/** What to do about a server that nobody could recognise. */
export const unrecognised = {
  nothing:
    'It starts something of your own, so nothing tells it from other servers. The command “placard stack --start” lists it in a sandbox on your machine.',
  missing: (looked: readonly string[]) =>
    `The catalogue has no ${looked.length === 0 ? 'such server' : enumeration(looked)}. What it can do is in no figure here. If it is public, it can be listed: see “Report a mistake” below.`,
  several: (number: number) =>
    `${count(number, 'server')} of the catalogue fit. Choose the one that you run.`,
  unlisted: 'Nobody has listed its tools, so what it can do is in no figure here.',
  failed: (cause: string) => `It could not be loaded: ${cause}. Try again later.`,
  off: 'It is switched off in the configuration, and counted here all the same.',
} as const;

/** "Line 3, column 5: A comma is missing." */
export function faultSentence({ place, message }: TextFault): string {
  return place === null ? message : `Line ${place.line}, column ${place.column}: ${message}`;
}

/** What a stack costs on every request. */
export function stackCost(tokens: number, share: number): string {
  return `${count(tokens, 'token')} of definitions on every request, ${shareWords(share)}${share >= 1 ? '' : ' of'} a window of ${figure(contextWindow)}`;
}

export const stateWords: Readonly<Record<ChainState, { label: string; meaning: string }>> = {
  open: { label: 'Open', meaning: 'Under the policy below the agent can walk it by itself.' },
  asked: { label: 'Asks first', meaning: 'Under the policy below it takes a person’s yes.' },
  broken: { label: 'Broken', meaning: 'Under the policy below a link of it is missing.' },
};

/** How many chains a policy leaves in which state. */
export function chainTally(states: readonly ChainState[]): string {
  const of = (state: ChainState) => states.filter((each) => each === state).length;
  if (states.length === 0) return 'There is no chain to break.';
  return `Of ${count(states.length, 'chain')}, this policy breaks ${of('broken')}, leaves ${of('asked')} to a person’s yes and ${of('open')} open.`;
}

/** What the smallest set of denials is. */
export function denialSentence(denials: number, chains: number): string {
  if (chains === 0)
    return 'No chain was found in what is known of these tools. That is no proof that there is none.';
  return `Deny ${denials === 1 ? 'this tool' : `these ${denials} tools`}, and ${chains === 1 ? 'the chain is' : `all ${chains} chains are`} broken. No smaller set does it.`;
}

/** Tools that are a chain by themselves. */
export function aloneSentence(tools: readonly string[]): string | null {
  if (tools.length === 0) return null;
  return tools.length === 1
    ? `${tools[0] ?? ''} does all of it alone.`
    : `${count(tools.length, 'tool')} do all of it alone, ${tools[0] ?? ''} among them.`;
}

export const collisionWords = {
  same: 'the same name',
  alike: 'names that differ only in capitals or separators',
} as const;

export const collisionMeaning =
  'A client that does not put the server before the name, or a model that is told to use one of them, can call the other.';

export const shadowMeaning =
  'These definitions give orders about a tool of another server, which that server knows nothing of.';
