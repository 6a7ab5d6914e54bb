import { sha256 } from '../../../src/model/canonical.ts';
import { failing, healthy } from './ways.ts';
import type { Way } from './ways.ts';

/** One server of the bench. */
export interface Planned {
  name: string;
  way: Way;
  hostname: string;
  path: string;
  /** Milliseconds before it answers. */
  latency: number;
}

/** A number from 0 to 1 that depends on the name alone, so that every run plans the same servers. */
const draw = (name: string): number => parseInt(sha256(name).slice(0, 8), 16) / 0xffffffff;

function nth(ways: Readonly<Record<string, Way>>, index: number): [string, Way] {
  const entries = Object.entries(ways);
  const found = entries[index % entries.length];
  if (found === undefined) throw new RangeError('there is no way at all');
  return found;
}

/**
 * The server of this number: one in ten fails, each in the next way; latencies are spread from 5 to 500 ms; of five
 * servers two share a host.
 */
export function planned(index: number): Planned {
  const isFailing = index % 10 === 9;
  const [name, way] = isFailing ? nth(failing, Math.floor(index / 10)) : nth(healthy, index);
  return {
    ...{ name, way, hostname: `host-${Math.floor(index * 0.8)}.example`, path: `/${index}` },
    latency: 5 + 495 * draw(`latency of ${index}`),
  };
}
