import { z } from 'zod';
import { riskLevels } from './risks.ts';

/** Programs that host repositories and let a browser open a file for editing. */
export const Forge = z.enum(['github', 'gitlab']);
export type Forge = z.infer<typeof Forge>;

const WebAddress = z.url({ protocol: /^https?$/, error: 'expected an address that begins with https://' });
const Colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'expected a colour such as #2151a1');

/** data/site.json of a catalogue: what its site says of itself. */
export const SiteIdentity = z.strictObject({
  name: z.string().trim().min(1).max(60).default('Placard'),
  /** The address it is served at. The environment's PLACARD_SITE wins. */
  address: WebAddress.optional(),
  /** Up to which level servers are in the site's own registry. The environment's PLACARD_CEILING wins. */
  ceiling: z.enum(riskLevels).optional(),
  /** The colour of links and of what has the focus, in the light and in the dark theme. */
  accent: z.strictObject({ light: Colour, dark: Colour }).optional(),
  /** Where the catalogue's home is kept, so that a page can open the file in which its entry is corrected. */
  repository: z
    .strictObject({
      forge: Forge,
      /** The repository's own page, such as https://github.com/owner/name. */
      address: WebAddress,
      branch: z.string().min(1).default('main'),
      /** The home's folder in the repository, when it is not the whole of it. */
      folder: z.string().default(''),
    })
    .optional(),
});
export type SiteIdentity = z.infer<typeof SiteIdentity>;
