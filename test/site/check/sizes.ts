import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { kindOf } from './kind.ts';
import type { PageFacts } from './page.ts';

/** Compressed bytes of the pages of one kind. */
export interface KindSize {
  kind: string;
  pages: number;
  median: number;
  p95: number;
  max: number;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** The sizes of each kind of page, the kind with the most pages first. */
export function sizes(pages: readonly PageFacts[]): KindSize[] {
  return [...Map.groupBy(pages, ({ path }) => kindOf(path))]
    .map(([kind, some]) => {
      const sorted = some.map(({ bytes }) => bytes).sort((a, b) => a - b);
      return { kind, pages: some.length, median: at(sorted, 0.5), p95: at(sorted, 0.95), max: at(sorted, 1) };
    })
    .sort((a, b) => b.pages - a.pages);
}

/** Compressed bytes of the styles and scripts that every page loads with itself. */
export function sharedBytes(folder: string): number {
  const home = join(folder, 'index.html');
  const text = existsSync(home) ? readFileSync(home, 'utf8') : '';
  return globSync('_astro/*.{css,js}', { cwd: folder })
    .filter((file) => text.includes(`/${file}`))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
}
