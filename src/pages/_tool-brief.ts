import type { ToolOutline } from '../catalogue/outline.ts';
import type { Category } from '../model/categories.ts';
import type { Risk } from '../model/risks.ts';
import type { Brief } from '../view/tool-row.ts';
import type { Traits } from '../view/traits.ts';

/** Digits of each digest of an outline. */
const digits = 16;

/**
 * The outline of a tool, as small as it can be held, because hundreds of thousands are in memory at once: its digests are one text, and
 * what its server is called stands with the server.
 */
export class ToolBrief implements ToolOutline<Traits>, Brief {
  readonly slug: string;
  readonly name: string;
  readonly risk: Risk;
  readonly category: Category;
  readonly tokens: number;
  readonly at: number;
  readonly bytes: number;
  readonly rowAt: number;
  readonly rowBytes: number;
  readonly traits: Traits;
  readonly #of: { slug: string; name: string };
  readonly #digests: string;
  constructor(of: { slug: string; name: string }, outline: ToolOutline, traits: Traits) {
    const { hash, digest, around, evidence, row, beside } = outline;
    this.slug = outline.slug;
    // Most are equal, and one text is enough then.
    this.name = outline.name === outline.slug ? outline.slug : outline.name;
    this.risk = outline.risk;
    this.category = outline.category;
    this.tokens = outline.tokens;
    this.at = outline.at;
    this.bytes = outline.bytes;
    this.rowAt = outline.rowAt;
    this.rowBytes = outline.rowBytes;
    this.traits = traits;
    this.#of = of;
    this.#digests = [hash, digest, around, evidence, row, beside].join('');
  }
  get server(): string {
    return this.#of.slug;
  }
  get serverName(): string {
    return this.#of.name;
  }
  get hash(): string {
    return this.#digests.slice(0, digits);
  }
  get digest(): string {
    return this.#digests.slice(digits, 2 * digits);
  }
  get around(): string {
    return this.#digests.slice(2 * digits, 3 * digits);
  }
  get evidence(): string {
    return this.#digests.slice(3 * digits, 4 * digits);
  }
  get row(): string {
    return this.#digests.slice(4 * digits, 5 * digits);
  }
  get beside(): string {
    return this.#digests.slice(5 * digits);
  }
}
