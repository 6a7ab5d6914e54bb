import { former, servers } from './catalogue.ts';
import { type BuiltSite, buildSite, siteAddress } from './site.ts';

/** Where a run of all site tests says that the site stands. */
export const builtSiteVariable = 'PLACARD_TESTED_SITE';

/** The site that the tests look at: of the tests' catalogue, with an address of its own and former addresses. */
export const buildTestedSite = (): Promise<BuiltSite> => buildSite(servers, { site: siteAddress, former });

/** The site that the tests look at, built once for all of them, or here when a test file runs alone. */
export async function builtSite(): Promise<BuiltSite> {
  const folder = process.env[builtSiteVariable];
  return folder === undefined ? buildTestedSite() : { folder, remove: () => undefined };
}
