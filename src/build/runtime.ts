import { addAttribute, Fragment, spreadAttributes, unescapeHTML } from 'astro/runtime/server/index.js';

/**
 * What compiled components import in place of Astro's runtime (`compile.ts`). Astro renders into a stream that may wait anywhere; the
 * components of this site wait nowhere, so that their HTML can be put together as a string while they run, in the order of the page.
 * What they do not use is missing here, and the compiler says so by name.
 */
export { addAttribute, Fragment, spreadAttributes, unescapeHTML };

type Props = Record<string, unknown>;
type Slots = Record<string, ((rendering: Rendering) => unknown) | undefined>;

/** As much of the `Astro` of a component as components of this site look at. */
interface AstroGlobal {
  readonly props: Props;
  readonly slots: { has: (name: string) => boolean };
  readonly url: URL;
  readonly site: URL | undefined;
  self?: unknown;
}

/** What a page is rendered with, which components hand on. */
export interface Rendering {
  createAstro: (props: Props, slots?: Slots) => AstroGlobal;
  /** What Astro puts at the end of the head: styles and links of the page's route. */
  head: string;
  /** The element of each script of the site, by the script's id. */
  scripts: ReadonlyMap<string, string>;
  /** The scripts that the page has so far: each stands in it once. */
  written: Set<string>;
}

/** HTML that is ready, which text never is. */
class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Component = ((rendering: Rendering, props: Props, slots: Slots) => unknown) & {
  moduleId: string | undefined;
};

function escaped(text: string): string {
  if (!/[&<>"']/.test(text)) return text;
  const tagless = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return tagless.replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

/** What stands in the page where a component has an expression. */
function shown(value: unknown): string {
  if (typeof value === 'string') return escaped(value);
  if (value instanceof Html) return value.text;
  if (value === null || value === undefined || value === false) return '';
  if (Array.isArray(value)) {
    let all = '';
    for (const each of value) all += shown(each);
    return all;
  }
  const isNumber = typeof value === 'number' && !Number.isNaN(value);
  // Astro marks HTML of its own as a String.
  if (value instanceof String || isNumber || value === true) return String(value);
  throw new Error(`A component shows what the quick build cannot: ${Object.prototype.toString.call(value)}.`);
}

export function render(parts: TemplateStringsArray, ...values: readonly unknown[]): Html {
  let html = parts[0] ?? '';
  for (let index = 0; index < values.length; index += 1)
    html += shown(values[index]) + (parts[index + 1] ?? '');
  return new Html(html);
}

/** The HTML of a page. */
export function pageHtml(component: Component, props: Props, rendering: Rendering): string {
  const html = shown(component(rendering, props, {}));
  return /^\s*<!doctype html/i.test(html) ? html : `<!DOCTYPE html>${html}`;
}

export const createComponent = (
  factory: (rendering: Rendering, props: Props, slots: Slots) => unknown,
  moduleId?: string,
): Component => Object.assign(factory, { moduleId });

export const createAstro = (): void => undefined;

export function renderComponent(
  rendering: Rendering,
  name: string,
  component: unknown,
  ...[props, slots = {}]: [props: Props, slots?: Slots]
): Html {
  if (component === Fragment) return new Html(shown(slots.default?.(rendering)));
  if (typeof component !== 'function' || 'class:list' in props)
    throw new Error(`${name} is called in a way that the quick build does not know.`);
  return new Html(shown((component as Component)(rendering, props, slots)));
}

export const renderSlot = (rendering: Rendering, slot: Slots[string], otherwise?: unknown): Html =>
  new Html(shown(slot === undefined ? otherwise : slot(rendering)));

export const renderHead = ({ head }: Rendering): Html => new Html(head);

/** Stands before the first element of a component, for pages that have no head: those of this site have one. */
export const maybeRenderHead = (): string => '';

export function renderScript({ scripts, written }: Rendering, id: string): Html {
  if (written.has(id)) return new Html('');
  written.add(id);
  const script = scripts.get(id);
  if (script === undefined) throw new Error(`${id}: there is no such script.`);
  return new Html(script);
}
