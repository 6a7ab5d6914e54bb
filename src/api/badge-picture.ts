import { bars } from '../model/risks.ts';
import { xmlText } from '../view/files/xml.ts';
import { badgeColours, labelColour, type RatedBadge } from './badge.ts';

/** Width of a text at 11 px in the fonts that badges use, in px. The text is then made exactly as wide, whatever font it gets. */
function widthOf(text: string): number {
  const widths = Array.from(text, (character) => {
    if (/[ilI.,:'·]/.test(character)) return 3.6;
    if (/[mwMW]/.test(character)) return 10;
    return /[A-Z]/.test(character) ? 7.6 : character === ' ' ? 3.6 : 6.5;
  });
  return Math.round(widths.reduce((sum, width) => sum + width, 0));
}

const word = (text: string, x: number): string =>
  `<text x="${x}" y="14" textLength="${widthOf(text)}" lengthAdjust="spacingAndGlyphs">${xmlText(text)}</text>`;

/** The four bars of the meter, those of the level filled. */
const meter = (filled: number, x: number): string =>
  [1, 2, 3, 4]
    .map((bar) => {
      const height = 2 + bar * 2;
      const paint = bar <= filled ? 'fill="#fff"' : 'fill="none" stroke="#fff" stroke-opacity=".7"';
      return `<rect x="${x + bar * 4 - 3.5}" y="${14.5 - height}" width="2.5" height="${height}" ${paint}/>`;
    })
    .join('');

const padding = 7;
const meterWidth = 22;

/** The badge as a picture that needs nothing else: its words stand on their own colours, so that any page may show it. `of` names whose it is. */
export function badgePicture({ badge: { label, message }, risk }: RatedBadge, of: string): string {
  const { fill, line } = badgeColours[risk ?? 'Unknown'];
  const left = widthOf(label) + 2 * padding;
  const right = widthOf(message) + 2 * padding + meterWidth;
  const title = `${label} of ${of}: ${message}. Placard describes and does not certify.`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${xmlText(title)}">`,
    `<title>${xmlText(title)}</title>`,
    `<rect x=".5" y=".5" width="${left + right - 1}" height="19" rx="3.5" fill="${labelColour}" stroke="${line}"/>`,
    `<path d="M${left} .5H${left + right - 4}a3.5 3.5 0 0 1 3.5 3.5V16a3.5 3.5 0 0 1-3.5 3.5H${left}z" fill="${fill}" stroke="${line}"/>`,
    `<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">`,
    word(label, padding),
    meter(bars(risk ?? 'Unknown'), left + padding),
    word(message, left + padding + meterWidth),
    '</g></svg>\n',
  ].join('');
}
