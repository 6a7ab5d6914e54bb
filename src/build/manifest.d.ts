/** What Astro knows of the compiled site, inside of it. */
declare module 'virtual:astro:manifest' {
  import type { SSRManifest } from 'astro';

  export const manifest: SSRManifest;
}
