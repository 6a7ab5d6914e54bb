import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { linesOf } from '../../../src/build/records.ts';
import { locations } from '../../../src/model/locations.ts';
import { type Frame, type Shown, toolHtml } from './template/tool-page.ts';

/** Where one way builds tool pages, and what it builds them from. */
export interface Bench {
  catalogue: string;
  /** The compiled site. */
  program: string;
  /** Has what `prepare` leaves for the ways that are given views. */
  prepared: string;
  /** Gets the pages of the way. */
  to: string;
}

/** A line of JSON for each page: what it shows. */
export const viewsOf = (prepared: string): string => join(prepared, 'views.jsonl');
/** What all pages have alike. */
export const frameFile = (prepared: string): string => join(prepared, 'frame.json');

export const readFrame = (prepared: string): Frame =>
  JSON.parse(readFileSync(frameFile(prepared), 'utf8')) as Frame;

export function write(to: string, path: string, content: Uint8Array | string): void {
  const file = join(to, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** The floor: reads what each page shows and writes it by template strings. */
export function given({ prepared, to }: Bench): void {
  const frame = readFrame(prepared);
  for (const line of linesOf(viewsOf(prepared))) {
    const shown = JSON.parse(line) as Shown;
    write(to, `${shown.page.path}index.html`, toolHtml(shown, frame));
  }
}

/** Eleventy with the templates of the bare writer, as a JavaScript template over views that are read before it starts. */
export async function eleventy({ prepared, to }: Bench): Promise<void> {
  const entry = resolve(locations.state, 'bench/node_modules/@11ty/eleventy/src/Eleventy.js');
  const { Eleventy } = (await import(pathToFileURL(entry).href)) as {
    Eleventy: new (input: string, output: string, options: object) => { write(): Promise<unknown> };
  };
  const input = join(prepared, 'eleventy');
  mkdirSync(input, { recursive: true });
  writeFileSync(
    join(input, 'tool.11ty.mjs'),
    `import { readFileSync } from 'node:fs';
import { toolHtml } from ${JSON.stringify(new URL('template/tool-page.ts', import.meta.url).href)};
const frame = JSON.parse(readFileSync(${JSON.stringify(frameFile(prepared))}, 'utf8'));
const lines = readFileSync(${JSON.stringify(viewsOf(prepared))}, 'utf8').trimEnd().split('\\n');
const views = new Map(lines.map((line) => JSON.parse(line)).map((shown) => [shown.page.path, shown]));
export const data = {
  list: [...views.keys()],
  pagination: { data: 'list', size: 1, alias: 'path' },
  permalink: ({ path }) => path + 'index.html',
};
export const render = ({ path }) => toolHtml(views.get(path), frame);
`,
  );
  await new Eleventy(input, to, { quietMode: true }).write();
}
