import { paths } from '../../model/paths.ts';
import type { CatalogueServer } from '../../model/server.ts';

/** The latest moment that the catalogue records: a build reads no clock. */
function latestMoment(servers: readonly CatalogueServer[]): string | null {
  const moments = servers.flatMap(({ inspection, reachability, faults }) => [
    ...(inspection === null ? [] : [inspection.at]),
    ...[...reachability, ...faults].map(({ at }) => at),
  ]);
  return moments.sort().at(-1) ?? null;
}

/**
 * /.well-known/security.txt (RFC 9116). It expires a year after the last thing that the catalogue records, and is
 * null for a site without a catalogue, which has nothing to date it by.
 */
export function securityTxt(servers: readonly CatalogueServer[], site: URL): string | null {
  const latest = latestMoment(servers);
  if (latest === null) return null;
  const expires = new Date(latest);
  expires.setUTCFullYear(expires.getUTCFullYear() + 1);
  return [
    `Contact: ${new URL(paths.contact, site).href}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${new URL('/.well-known/security.txt', site).href}`,
    '',
  ].join('\n');
}
