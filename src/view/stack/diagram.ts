import { bars, type Risk } from '../../model/risks.ts';
import { shortened } from '../wording.ts';
import type { ChainView } from './stack-view.ts';

/** A box of a diagram: one link of a chain. Lengths are units of the drawing. */
export interface DiagramBox {
  x: number;
  y: number;
  width: number;
  height: number;
  /** The gravest risk among its tools. */
  risk: Risk;
  lines: { text: string; x: number; y: number; kind: 'role' | 'tool' | 'more' }[];
}

/** A drawing of a chain: boxes in the order of the attack and arrows between them. */
export interface Diagram {
  width: number;
  height: number;
  boxes: DiagramBox[];
  /** From the end of a box to the beginning of the next. */
  arrows: { x1: number; y1: number; x2: number; y2: number }[];
  /** What it shows, in one sentence for those who do not see it. */
  description: string;
}

/** Tools named in one box. */
const named = 3;
const line = 20;
const padding = 14;
const gap = 40;
const characters = 27;
/** Units that a character of the smaller text takes: 12 units high, in a monospace font. */
const characterWidth = 7.3;
const boxWidth = Math.ceil(characters * characterWidth) + 2 * padding;

/** Characters of a label, which is larger, on one line. */
const labelCharacters = 24;

/** A label in lines that fit the box, cut at spaces. */
function wrapped(text: string): string[] {
  return text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    return last === undefined || last.length + word.length >= labelCharacters
      ? [...lines, word]
      : [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}

function linesOf({ role, tools }: ChainView['links'][number]): DiagramBox['lines'] {
  const more = tools.length - named;
  const texts = [
    ...wrapped(role).map((text) => ({ text, kind: 'role' as const })),
    ...tools.slice(0, named).map(({ alias, name }) => ({
      text: shortened(`${alias}/${name}`, characters),
      kind: 'tool' as const,
    })),
    ...(more > 0 ? [{ text: `and ${more} more`, kind: 'more' as const }] : []),
  ];
  return texts.map((each, index) => ({ ...each, x: padding, y: padding + index * line + 12 }));
}

const gravest = (tools: readonly { risk: Risk }[]): Risk =>
  tools.reduce<Risk>((worst, { risk }) => (bars(risk) > bars(worst) ? risk : worst), 'Unknown');

/** The drawing of a chain, its boxes side by side or, for narrow screens, one below the other. */
export function diagramOf({ title, links }: ChainView, direction: 'across' | 'down'): Diagram {
  const contents = links.map(linesOf);
  const height = Math.max(...contents.map(({ length }) => length)) * line + 2 * padding - 6;
  const isAcross = direction === 'across';
  const step = isAcross ? boxWidth + gap : height + gap;
  const boxes = links.map((link, index): DiagramBox => {
    const [x, y] = isAcross ? [index * step, 0] : [0, index * step];
    const lines = (contents[index] ?? []).map((text) => ({ ...text, x: text.x + x, y: text.y + y }));
    return { x, y, width: boxWidth, height, risk: gravest(link.tools), lines };
  });
  const arrows = boxes
    .slice(1)
    .map(({ x, y }) =>
      isAcross
        ? { x1: x - gap + 4, y1: height / 2, x2: x - 6, y2: height / 2 }
        : { x1: boxWidth / 2, y1: y - gap + 4, x2: boxWidth / 2, y2: y - 6 },
    );
  const whole = boxes.length * step - gap;
  return {
    width: isAcross ? whole : boxWidth,
    height: isAcross ? height : whole,
    boxes,
    arrows,
    description: `${title}: ${links.map(({ role, tools }) => `${role} (${tools.length})`).join(', then ')}.`,
  };
}
