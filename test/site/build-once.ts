import { buildTestedSite, builtSiteVariable } from './built-site.ts';

let remove = (): void => undefined;

/** Builds the site of the tests before any of them runs; each finds it through the environment. */
export async function globalSetup(): Promise<void> {
  const site = await buildTestedSite();
  process.env[builtSiteVariable] = site.folder;
  ({ remove } = site);
}

export function globalTeardown(): void {
  remove();
}
