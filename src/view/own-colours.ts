import type { SiteIdentity } from '../model/site-identity.ts';

type Accent = NonNullable<SiteIdentity['accent']>;

/** What text of normal size needs against its background (WCAG 2.2, 1.4.3). */
const leastContrast = 4.5;

/** Relative luminance of `#rrggbb` (WCAG 2.2, definitions). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio of two colours `#rrggbb`, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** A token of both themes as the stylesheet of tokens has it. Null when it has no such token. */
export function tokenColours(styles: string, token: string): Accent | null {
  const found = new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(styles);
  const [, light, dark] = found ?? [];
  return light === undefined || dark === undefined ? null : { light, dark };
}

/** Why an accent cannot be read on these backgrounds, in words; null when it can. */
export function unreadable(accent: Accent, backgrounds: readonly Accent[]): string | null {
  for (const theme of ['light', 'dark'] as const) {
    const ratios = backgrounds.map((background) => contrast(accent[theme], background[theme]));
    const least = Math.min(...ratios);
    if (least < leastContrast)
      return `accent.${theme} ${accent[theme]} has a contrast of ${least.toFixed(1)} to 1 with the ${theme} background, and text needs ${leastContrast} to 1`;
  }
  return null;
}

/** The tokens that an accent stands for, as the end of the stylesheet. */
export function ownColours({ light, dark }: Accent): string {
  const value = `light-dark(${light}, ${dark})`;
  return `:root { --link: ${value}; --focus: ${value}; }\n`;
}
