import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { locations } from '../model/locations.ts';
import { SiteIdentity } from '../model/site-identity.ts';
import { UserError } from '../terminal/command.ts';
import { inHome } from './folder.ts';

/**
 * What the file says of the site; Placard's own name and look when it does not exist.
 * @throws UserError that names the file and what is wrong with it.
 */
export function readSiteIdentity(file: string): SiteIdentity {
  if (!existsSync(file)) return SiteIdentity.parse({});
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const cause = error instanceof Error ? error.message : 'unreadable';
    throw new UserError(
      `${file} is not JSON: ${cause}.\nMend it, or delete it for Placard's own name and look.`,
    );
  }
  const parsed = SiteIdentity.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UserError(`${file}: ${z.prettifyError(parsed.error)}\nMend it and build again.`);
}

export const ownSiteFile = inHome(locations.siteIdentity);

let own: SiteIdentity | undefined;

/**
 * What the site of this catalogue says of itself, read once.
 * @throws UserError as `readSiteIdentity` does.
 */
export const ownSite = (): SiteIdentity => (own ??= readSiteIdentity(ownSiteFile));

/** The site's own address; undefined where nobody has given one. */
export const ownAddress = (): string | undefined => process.env.PLACARD_SITE ?? ownSite().address;
