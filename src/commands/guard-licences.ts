import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Manifest = z.object({ name: z.string(), version: z.string(), license: z.string() });

/** The folder of the package that a module belongs to, or null for our own. */
function packageFolder(module: string): string | null {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? null;
}

function noticeOf(folder: string): string {
  const { name, version, license } = Manifest.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? '' : `\n\n${readFileSync(join(folder, file), 'utf8').trim()}`;
  return `${name} ${version}, ${license}${text}`;
}

/** The licences of all packages that these modules come from, as a comment of JavaScript. */
export function licenceComment(modules: readonly string[]): string {
  const folders = new Set(modules.flatMap((module) => packageFolder(module) ?? []));
  const notices = [...folders]
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .sort()
    .map(noticeOf);
  const text = notices.join(`\n\n${'-'.repeat(80)}\n\n`).replaceAll('*/', '* /');
  return `/*\nThis file contains the following packages.\n\n${text}\n*/\n`;
}
