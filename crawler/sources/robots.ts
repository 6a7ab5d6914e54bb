import robotsParser from 'robots-parser';
import { Failure } from '../failure.ts';
import { identity } from '../identity.ts';
import { textOf } from './request.ts';
import type { Reach } from './source.ts';

/** The text of a site's robots.txt; empty when it has none, which allows everything (RFC 9309, 2.3.1.3). */
async function robotsText(address: string, reach: Reach): Promise<string> {
  try {
    return textOf(await reach.part(address, { accept: 'text/plain' }));
  } catch (error) {
    const status = error instanceof Failure ? (error.status ?? 0) : 0;
    if (status >= 400 && status < 500 && status !== 429) return '';
    throw error;
  }
}

/**
 * Makes sure that a site lets crawlers read a page (RFC 9309). A robots.txt that cannot be had forbids everything.
 * @throws Failure `stay-away`, or why robots.txt cannot be had.
 */
export async function obeyRobots(page: string, reach: Reach): Promise<void> {
  const address = new URL('/robots.txt', page).href;
  const rules = robotsParser(address, await robotsText(address, reach));
  if (rules.isDisallowed(page, identity.name) === true)
    throw new Failure('stay-away', `${address} disallows ${page}`);
}
