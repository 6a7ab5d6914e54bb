import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { oneLine } from '../model/display.ts';
import { locations } from '../model/locations.ts';
import { type RiskLevel, riskLevels } from '../model/risks.ts';
import { SiteIdentity } from '../model/site-identity.ts';
import { exitCodes, UserError } from '../terminal/command.ts';
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

/**
 * Up to which level servers are approved for the site's own registry; null where nobody has said.
 * @throws UserError when the environment names no level.
 */
export function ownCeiling(): RiskLevel | null {
  const given = process.env.PLACARD_CEILING ?? '';
  if (given === '') return ownSite().ceiling ?? null;
  const level = riskLevels.find((each) => each.toLowerCase() === given.toLowerCase());
  if (level !== undefined) return level;
  throw new UserError(
    `PLACARD_CEILING=${oneLine(given)}: this is no level.\nGive one of ${riskLevels.join(', ').toLowerCase()}.`,
    exitCodes.usage,
  );
}
