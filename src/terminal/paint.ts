import { styleText } from 'node:util';
import type { Risk } from '../model/risks.ts';

const styles = {
  Critical: ['bold', 'red'],
  High: 'red',
  Medium: 'yellow',
  Low: 'green',
  Unknown: 'magenta',
} as const satisfies Readonly<Record<Risk, Parameters<typeof styleText>[0]>>;

/** How standard output is coloured: not at all where it is no terminal or NO_COLOR is set (Node.js looks at both). */
const stream = process.stdout;

/** A text in the colour of a risk. The word says the same without it. */
export const riskColour = (risk: Risk, text: string): string => styleText(styles[risk], text, { stream });

export const strong = (text: string): string => styleText('bold', text, { stream });
export const faint = (text: string): string => styleText('dim', text, { stream });
