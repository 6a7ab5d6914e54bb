import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { inHome } from './src/catalogue/folder.ts';
import { ownAddress } from './src/catalogue/own-site.ts';
import { builtPages } from './src/integrations/built-pages.ts';
import { ownLook } from './src/integrations/own-look.ts';
import { locations } from './src/model/locations.ts';

// Astro reports each build to its makers unless told not to. Placard reports to nobody.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

const address = ownAddress();

export default defineConfig({
  // Without an address of its own, nothing that needs absolute addresses is made.
  ...(address ? { site: address } : {}),
  outDir: inHome(locations.site),
  output: 'static',
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 4 },
  integrations: [ownLook(), builtPages()],
  devToolbar: { enabled: false },
  vite: {
    plugins: [tailwindcss()],
    // Scripts stay files: one download for all pages, and nothing in the HTML but the page.
    build: { assetsInlineLimit: 0 },
  },
});
