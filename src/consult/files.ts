import type { z } from 'zod';
import { oneLine } from '../model/display.ts';
import { UserError } from '../terminal/command.ts';

/** What files of a site are fetched with. */
export interface Fetching {
  fetch: typeof fetch;
  /** Bytes of one file. */
  fileBytes: number;
  /** Milliseconds for one file. */
  milliseconds: number;
}

interface Kept {
  tag: string;
  text: string;
}

/** How many files are kept to be asked for with their tags. */
const keptFiles = 64;

const next = 'Name the address of a site that Placard built, or a folder.';

function wrong(url: URL, cause: string): UserError {
  return new UserError(`${url.href}: ${oneLine(cause, 300)}\n${next}`);
}

/** The text of an answer. @throws UserError when it is longer than it may be. */
async function bounded(response: Response, url: URL, most: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    const piece = chunk as Uint8Array;
    bytes += piece.length;
    if (bytes > most) throw wrong(url, `the answer has more than ${most.toLocaleString('en-GB')} bytes`);
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

const causeOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
};

/**
 * The files of a site below an address. Each is asked for with the tag of the copy that is kept, so that a file that did not
 * change is not sent again.
 */
export class SiteFiles {
  readonly address: URL;
  readonly #fetching: Fetching;
  readonly #kept = new Map<string, Kept>();

  constructor(address: URL, fetching: Fetching) {
    this.address = new URL(address.href.replace(/(?:index\.html)?[?#].*$|\/*$/, '/'));
    this.#fetching = fetching;
  }

  /** The text at a path of the site; null when there is none. @throws UserError when the site does not answer as one. */
  async text(path: string): Promise<string | null> {
    const url = new URL(path.replace(/^\/+/, ''), this.address);
    const { fetch: ask, milliseconds, fileBytes } = this.#fetching;
    const kept = this.#kept.get(url.href);
    try {
      const headers: Record<string, string> = kept === undefined ? {} : { 'if-none-match': kept.tag };
      const response = await ask(url, { headers, signal: AbortSignal.timeout(milliseconds) });
      if (response.status === 304 && kept !== undefined) return kept.text;
      if (response.status === 404 || response.status === 410) return null;
      if (!response.ok) throw wrong(url, `status ${response.status}`);
      const text = await bounded(response, url, fileBytes);
      this.#keep(url.href, { tag: response.headers.get('etag') ?? '', text });
      return text;
    } catch (error) {
      throw error instanceof UserError ? error : wrong(url, `it cannot be reached (${causeOf(error)})`);
    }
  }

  /** The JSON at a path, held against its shape; null when there is none. @throws UserError when it is anything else. */
  async json<Shape extends z.ZodType>(path: string, shape: Shape): Promise<z.infer<Shape> | null> {
    const text = await this.text(path);
    if (text === null) return null;
    const url = new URL(path.replace(/^\/+/, ''), this.address);
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw wrong(url, 'this is no JSON, so it is no file of a catalogue');
    }
    const parsed = shape.safeParse(value);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw wrong(
      url,
      `this is no file of a catalogue (${issue?.path.join('/') ?? ''}: ${issue?.message ?? ''})`,
    );
  }

  #keep(href: string, kept: Kept): void {
    if (kept.tag === '') return;
    this.#kept.delete(href);
    this.#kept.set(href, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > keptFiles && oldest !== undefined) this.#kept.delete(oldest);
  }
}
