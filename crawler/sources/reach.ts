import type { PageYield, Store } from '../../src/store/store.ts';
import { Failure } from '../failure.ts';
import { request } from './request.ts';
import type { Web, Wish } from './request.ts';
import type { Machine, Reach, Source } from './source.ts';

/** What the caller of a walk says about it. */
export interface Given {
  /** The address to read instead of the source's own. */
  base: string | null;
  /** A file or folder to read instead. */
  from: string | null;
  /** Ask for everything, even for what is known and has not changed. */
  again: boolean;
  machine: Machine;
}

/** The name under which a walk's place is kept: the source, and the place when it is not the source's own. */
export function walkName({ id, address }: Source, { base, from }: Given): string {
  const place = from ?? (base === address ? null : base);
  return place === null ? id : `${id} ${place}`;
}

/** What a page was read from. */
export interface Trail {
  etags: PageYield['etags'][number][];
  /** The cursor that followed when the page was last read; set when it is unchanged. */
  next: string | null;
}

/** What a source may reach, at its pace. `begin` starts a new page and returns the trail it will leave. */
export function openReach(
  source: Source,
  { given, since, walk }: { given: Given; since: string | null; walk: string },
  { store, web }: { store: Store; web: Web },
  signal: AbortSignal,
): { reach: Reach; begin: () => Trail } {
  let trail: Trail = { etags: [], next: null };
  let isFirst = true;
  const pacedRequest = async (address: string, wish: Wish) => {
    if (!isFirst) await web.sleep(1000 / source.requestsPerSecond);
    isFirst = false;
    return request(address, wish, web, signal);
  };
  const reach: Reach = {
    base: (given.base ?? source.address ?? '').replace(/\/+$/, ''),
    from: given.from,
    since,
    machine: given.machine,
    limits: web.limits,
    async page(address, wish = {}) {
      const known = given.again ? null : await store.etag(walk, address);
      const body = await pacedRequest(address, { ...wish, etag: known?.etag });
      const etag = body === null ? known?.etag : body.etag;
      if (etag != null) trail.etags.push({ address, etag });
      if (body === null) trail.next = known?.next ?? null;
      return body;
    },
    async part(address, wish = {}) {
      const body = await pacedRequest(address, wish);
      if (body === null) throw new Failure('bad-response', 'status 304, although nothing was known');
      return body;
    },
  };
  return { reach, begin: () => (trail = { etags: [], next: null }) };
}
