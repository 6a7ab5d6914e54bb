import type { RequestListener } from 'node:http';
import type { FaultKind } from '../../../src/model/fault.ts';
import type { Remote } from '../../../src/model/launch.ts';
import type { Reachability } from '../../../src/model/reachability.ts';
import * as hostile from '../../crawler/remote/hostile.ts';
import { earlierStateless, earlierWithSessions, newest, oldSse } from '../../crawler/remote/peers.ts';

/** A way in which a server of the bench behaves, and what the crawl should make of it. */
export interface Way {
  listener: RequestListener;
  state: Reachability['state'];
  kind: FaultKind | null;
  transport?: Remote['kind'];
  /** Milliseconds that the crawl must wait beyond its usual rests, because it is told to be patient. */
  patience?: number;
}

const megabytes = 1024 * 1024;
const circle = { tools: [{ name: 'fine' }], nextCursor: 'a' };
const own = { tools: [{ name: 'fine' }], cacheScope: 'private', ttlMs: 60_000 };
const refusing = (code: number, data?: object): RequestListener =>
  hostile.answering(() => ({ error: { code, message: 'No.', ...(data && { data }) } }), 400);

/** Servers as they should be: both eras, with and without sessions, and the old transport. */
export const healthy: Readonly<Record<string, Way>> = {
  'newest revision': { listener: newest('reject'), state: 'listed', kind: null },
  'earlier, stateless': { listener: earlierStateless, state: 'listed', kind: null },
  'both eras': { listener: newest('stateless'), state: 'listed', kind: null },
  'earlier, with sessions': { listener: earlierWithSessions().listener, state: 'listed', kind: null },
  'HTTP+SSE': { listener: oldSse(), state: 'listed', kind: null, transport: 'sse' },
};

/** Two rests that are longer than usual: one second and two, in place of 0.6 each. */
const retries = 1_800;

/** Every way to fail, or to want something first. */
export const failing: Readonly<Record<string, Way>> = {
  'slow loris': { listener: hostile.slowLoris, state: 'unknown', kind: 'timed-out' },
  silent: { listener: hostile.silent, state: 'unknown', kind: 'timed-out' },
  'endless events': { listener: hostile.endlessEvents, state: 'unknown', kind: 'timed-out' },
  'hangs up': { listener: hostile.hangsUp, state: 'unknown', kind: 'not-answered' },
  '100 MB': { listener: hostile.floods(100 * megabytes), state: 'unlisted', kind: 'too-much-output' },
  'gzip bomb': { listener: hostile.gzipBomb, state: 'unlisted', kind: 'too-much-output' },
  'HTML under 200': {
    listener: hostile.always(200, { 'content-type': 'text/html' }, '<!doctype html>'),
    ...{ state: 'unlisted', kind: 'not-protocol' },
  },
  '404': { listener: hostile.always(404), state: 'unreachable', kind: 'unreachable' },
  '405': { listener: hostile.always(405), state: 'unlisted', kind: 'refused' },
  '410': { listener: hostile.always(410), state: 'unreachable', kind: 'unreachable' },
  '429': { listener: hostile.always(429), state: 'unknown', kind: 'throttled', patience: retries },
  '503': { listener: hostile.always(503), state: 'unknown', kind: 'not-answered', patience: retries },
  'header mismatch': { listener: refusing(-32020), state: 'unlisted', kind: 'refused' },
  'later revision': {
    listener: refusing(-32022, { supported: ['2099-01-01'] }),
    ...{ state: 'unlisted', kind: 'not-protocol' },
  },
  'redirect to a private address': {
    listener: hostile.always(307, { location: 'http://169.254.169.254/' }),
    ...{ state: 'unlisted', kind: 'leads-elsewhere' },
  },
  'endpoint elsewhere': {
    listener: hostile.endpointAt('http://169.254.169.254/'),
    ...{ state: 'unlisted', kind: 'leads-elsewhere', transport: 'sse' },
  },
  'pages in circles': {
    listener: hostile.answering(hostile.earlier(() => ({ result: circle }))),
    ...{ state: 'unlisted', kind: 'endless-listing' },
  },
  'private listing': {
    listener: hostile.answering(hostile.newest(() => own)),
    ...{ state: 'unlisted', kind: 'private-listing' },
  },
  login: { listener: hostile.always(401), state: 'needs-login', kind: null },
  payment: { listener: hostile.always(402), state: 'needs-payment', kind: null },
};
