import {
  discoverOAuthProtectedResourceMetadata,
  extractWWWAuthenticateParams,
} from '@modelcontextprotocol/client';
import type { Reachability } from '../../src/model/reachability.ts';
import { Failure } from '../failure.ts';
import { textOf } from './wire.ts';
import type { Reply, Wire } from './wire.ts';

type Wish = Extract<Reachability, { state: 'needs-login' | 'needs-payment' }>;

/** What a server wants before it answers, which is no failure. */
export type Condition = Wish extends infer Each
  ? Each extends Wish
    ? Omit<Each, 'remote' | 'at'>
    : never
  : never;

/** Thrown when a server answers only those who meet a condition. */
export class Refusal extends Error {
  override name = 'Refusal' as const;
  readonly condition: Condition;
  constructor(condition: Condition) {
    super(condition.state);
    this.condition = condition;
  }
}

/** The longest list or text of a challenge that is kept, in entries and characters. */
const longest = { entries: 100, text: 2_000 } as const;

const brief = (text: string): string => text.slice(0, longest.text).toWellFormed().replaceAll('\0', '\uFFFD');

/** The metadata (RFC 9728) of a server, when its own host has it. One that stands elsewhere is only noted. */
async function metadataOf(address: URL, named: URL | undefined, wire: Wire) {
  if (named !== undefined && named.hostname !== address.hostname) return null;
  let found: string | null = null;
  const read = async (url: string | URL): Promise<Response> => {
    const { status, headers, body } = await wire(new URL(url), {
      method: 'GET',
      headers: { accept: 'application/json' },
    });
    found = String(url);
    return new Response(await textOf(body), { status, headers });
  };
  try {
    const options = named === undefined ? {} : { resourceMetadataUrl: named };
    return { metadata: await discoverOAuthProtectedResourceMetadata(address, options, read), found };
  } catch {
    return null; // a server need not have any, and what it has need not be valid
  }
}

/** The scheme that the first challenge of a header names (RFC 9110, 11.6.1). */
function schemeOf(headers: Headers): string | null {
  const scheme = /^\s*([\w!#$%&'*+.^`|~-]+)/.exec(headers.get('www-authenticate') ?? '')?.[1];
  return scheme === undefined ? null : brief(scheme);
}

const briefs = (texts: readonly string[]): string[] => texts.slice(0, longest.entries).map(brief);

/** What a challenge and the server's metadata say about the login. */
async function login({ status, headers }: Reply, address: URL, wire: Wire): Promise<Condition> {
  const { resourceMetadataUrl, scope } = extractWWWAuthenticateParams(new Response(null, { headers }));
  const known = await metadataOf(address, resourceMetadataUrl, wire);
  const place = resourceMetadataUrl?.href ?? known?.found ?? null;
  return {
    state: 'needs-login',
    status,
    scheme: schemeOf(headers),
    resourceMetadata: place === null ? null : brief(place),
    authorizationServers: briefs(known?.metadata.authorization_servers ?? []),
    scopes: briefs(scope?.split(/\s+/) ?? known?.metadata.scopes_supported ?? []),
  };
}

/** What a reply asks for, or null when it asks for nothing. */
export async function conditionOf(reply: Reply, address: URL, wire: Wire): Promise<Condition | null> {
  const { status, headers } = reply;
  if (status === 402) return { state: 'needs-payment' };
  const isChallenge = status >= 400 && status < 500 && headers.has('www-authenticate');
  return [401, 403, 407].includes(status) || isChallenge ? login(reply, address, wire) : null;
}

/** What a reply without a message means by its status alone; `text` is what it said instead. */
export function failureOf({ status, headers }: Reply, text: string): Failure {
  const said = `status ${status}, ${headers.get('content-type') ?? 'no content type'}: ${text.slice(0, 200)}`;
  if (status === 404 || status === 410) return new Failure('unreachable', said, status);
  if (status === 429) return new Failure('throttled', said, status);
  if (status >= 500) return new Failure('not-answered', said, status);
  return new Failure(status >= 400 ? 'refused' : 'not-protocol', said, status);
}
