import type { ChainView } from '../view/stack/stack-view.ts';
import { diagramOf } from '../view/stack/diagram.ts';

const space = 'http://www.w3.org/2000/svg';

function drawn(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...content: (Node | string)[]
): SVGElement {
  const made = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...content);
  return made;
}

/** The drawing of a chain. Its tools stand beside it as text, so that it needs no more than a name. */
export function chainDiagram(chain: ChainView, direction: 'across' | 'down'): SVGElement {
  const { width, height, boxes, arrows, description } = diagramOf(chain, direction);
  const drawing = drawn('svg', {
    class: `chain ${direction}`,
    viewBox: `-1 -1 ${width + 2} ${height + 2}`,
    width: width + 2,
    role: 'img',
    'aria-label': description,
  });
  for (const { x, y, width: across, height: down, risk, lines } of boxes)
    drawing.append(
      drawn(
        'g',
        { class: risk.toLowerCase() },
        drawn('rect', { class: 'box', x, y, width: across, height: down, rx: 6 }),
        drawn('rect', { class: 'edge', x, y, width: 4, height: down }),
        ...lines.map(({ text, kind, ...at }) => drawn('text', { class: kind, ...at }, text)),
      ),
    );
  for (const arrow of arrows) {
    const isDown = direction === 'down';
    const { x2, y2 } = arrow;
    const head = isDown
      ? `${x2 - 5},${y2 - 6} ${x2},${y2} ${x2 + 5},${y2 - 6}`
      : `${x2 - 6},${y2 - 5} ${x2},${y2} ${x2 - 6},${y2 + 5}`;
    drawing.append(
      drawn('line', { class: 'arrow', ...arrow }),
      drawn('polyline', { class: 'arrow', points: head }),
    );
  }
  return drawing;
}
