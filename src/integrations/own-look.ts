import { readFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { ownSite, ownSiteFile } from '../catalogue/own-site.ts';
import { UserError } from '../terminal/command.ts';
import { ownColours, tokenColours, unreadable } from '../view/own-colours.ts';

const tokens = new URL('../styles/tokens.css', import.meta.url);

/** The end of the stylesheet that has the site's own colours; null where it has none. */
function ownStyles(): string | null {
  const { accent } = ownSite();
  if (accent === undefined) return null;
  const styles = readFileSync(tokens, 'utf8');
  const backgrounds = ['bg', 'bg-raised'].flatMap((token) => tokenColours(styles, token) ?? []);
  const cause = unreadable(accent, backgrounds);
  if (cause === null) return ownColours(accent);
  throw new UserError(`${ownSiteFile}: ${cause}.\nChoose a colour with more contrast and build again.`);
}

/** Gives the one stylesheet the site's own colours, where it has any. */
export function ownLook(): AstroIntegration {
  return {
    name: 'own-look',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const styles = ownStyles();
        if (styles === null) return;
        const append = (code: string, id: string) =>
          id.endsWith('/src/styles/site.css') ? `${code}\n${styles}` : null;
        updateConfig({ vite: { plugins: [{ name: 'own-look', enforce: 'pre', transform: append }] } });
      },
    },
  };
}
