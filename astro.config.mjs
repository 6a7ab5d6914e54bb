import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { builtPages } from './src/integrations/built-pages.ts';

// Astro reports each build to its makers unless told not to. Placard reports to nobody.
process.env.ASTRO_TELEMETRY_DISABLED = '1';

/** The site's own address, such as https://placard.example; without it nothing that needs absolute addresses is made. */
const site = process.env.PLACARD_SITE;

export default defineConfig({
  ...(site ? { site } : {}),
  output: 'static',
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 4 },
  integrations: [builtPages()],
  devToolbar: { enabled: false },
  vite: {
    plugins: [tailwindcss()],
    // Scripts stay files: one download for all pages, and nothing in the HTML but the page.
    build: { assetsInlineLimit: 0 },
  },
});
