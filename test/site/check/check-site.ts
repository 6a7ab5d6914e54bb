import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Boilerplate, boilerplate } from './boilerplate-report.ts';
import { checkPage } from './check-page.ts';
import { api } from './checks/api.ts';
import { counts } from './checks/counts.ts';
import { budgets } from './checks/budgets.ts';
import { links } from './checks/links.ts';
import { unique } from './checks/unique.ts';
import type { Finding, PageFacts } from './page.ts';
import { sharedBytes } from './sizes.ts';

/** Some pages, each checked on its own. */
export interface CheckedPages {
  pages: PageFacts[];
  findings: Finding[];
}

export interface CheckedSite extends CheckedPages {
  boilerplate: Boilerplate;
}

/** What one thread is given, and what it sends back. */
export interface Portion {
  folder: string;
  files: string[];
}

/** Pages for which another thread is worth its start. */
const portion = 250;

/** The address of a built file: a folder’s index.html is the folder. */
const addressOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;

/** Checks some pages of a built site, each on its own. */
export function checkPages({ folder, files }: Portion): CheckedPages {
  const checked = files.map((file) => checkPage(addressOf(file), readFileSync(join(folder, file), 'utf8')));
  return {
    pages: checked.map(({ facts }) => facts),
    findings: checked.flatMap(({ findings }) => findings),
  };
}

function inThread(work: Portion): Promise<CheckedPages> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: work });
    thread.once('message', resolve).once('error', reject);
  });
}

/** Walks a built site: every page on its own, then all of them together. */
export async function checkSite(folder: string): Promise<CheckedSite> {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const html = files.filter((file) => file.endsWith('.html')).sort();
  const threads = Math.min(availableParallelism(), Math.ceil(html.length / portion));
  const portions = Array.from({ length: threads }, (_, thread) => ({
    folder,
    files: html.filter((_file, index) => index % threads === thread),
  }));
  const checked =
    threads === 1 ? portions.map(checkPages) : await Promise.all(portions.map((work) => inThread(work)));
  const pages = checked.flatMap((part) => part.pages);
  const names = new Set(files.map((file) => `/${file}`));
  const shared = boilerplate(pages);
  const together = [
    ...links(pages, names),
    ...api(folder, names),
    ...unique(pages),
    ...counts(pages),
    ...budgets(pages, sharedBytes(folder)),
    ...shared.findings,
  ];
  const findings = [...checked.flatMap((part) => part.findings), ...together];
  return { pages, findings, boilerplate: shared };
}
