import { createRequire } from 'node:module';

/**
 * The Astro that `program.ts` and `runtime.ts` were held against, page kind by page kind and byte for byte (`test/build/equal.test.ts`). With any
 * other version a site is built by `astro build` until the test has passed and this says so.
 */
export const provenAstro = '7.3.4';

/** The version of Astro that is installed. */
export function installedAstro(): string {
  const { version } = createRequire(import.meta.url)('astro/package.json') as { version: string };
  return version;
}
