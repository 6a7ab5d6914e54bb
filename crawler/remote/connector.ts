import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, buildConnector } from 'undici';
import type { Limits } from '../../src/model/limits.ts';
import { Failure } from '../failure.ts';

/** All addresses of a host name. Rejects as `dns.promises.lookup` does. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

/** What decides where a connection may lead. */
export interface Reach {
  resolve: Resolve;
  /** Whether the user has named this host, so that it may be a private one. */
  isAllowed: (hostname: string) => boolean;
}

/**
 * Whether an IP address is one of the public Internet's. Private, loopback, link-local, carrier-grade NAT, multicast,
 * unspecified and reserved ranges are not, nor those that lead to another address (mapped, NAT64, 6to4, Teredo).
 */
export function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.parse(address).range() === 'unicast';
}

function privateAddress(hostname: string, addresses: readonly string[]): Failure {
  return new Failure('private-address', `${hostname} is ${addresses.join(', ') || 'no address'}`);
}

/** Looks a name up and leaves only addresses that may be connected to: the socket connects to nothing else. */
export function guardedLookup({ resolve, isAllowed }: Reach): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (found) => {
        const usable = found.filter(({ address }) => isAllowed(hostname) || isPublic(address));
        const [first] = usable;
        if (first === undefined) {
          const addresses = found.map(({ address }) => address);
          callback(privateAddress(hostname, addresses), '');
        } else if (options.all === true) callback(null, usable);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), '');
      },
    );
  };
}

/**
 * Connections that lead to public addresses only, or to hosts the user has named. What is checked is the address that
 * is connected to, each time: no name can be public when it is checked and private when it is used.
 */
export function guardedAgent(reach: Reach, limits: Limits): Agent {
  const connect = buildConnector({ lookup: guardedLookup(reach), timeout: limits.connectMilliseconds });
  return new Agent({
    connect(options, callback) {
      const { hostname } = options; // for an address no name is looked up
      const isRefused = isIP(hostname) !== 0 && !reach.isAllowed(hostname) && !isPublic(hostname);
      if (isRefused) callback(privateAddress(hostname, [hostname]), null);
      else connect(options, callback);
    },
    connections: 2, // one for the old transport's stream, one for its requests
  });
}
