import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { locations } from '../model/locations.ts';
import type { SiteFiles } from '../publishers/publisher.ts';
import { digestOf } from './digests.ts';
import type { Threads } from './threads.ts';

/** What a site is built from and where to. */
export interface SiteBuild {
  /** The folder of the site. Everything in it is the build's. */
  site: string;
  /** Where records and unfinished work are kept: on the file system of the site, because files are moved. */
  state: string;
  /** A digest of what files are made with: templates, views, libraries. When it differs, all are made again. */
  templates: string;
  /** A digest of that and of everything they are made from. */
  everything: string;
  /** The folder of the catalogue. */
  catalogue: string;
  threads: Threads;
  /** Has the rest published, once all pages are known by their paths, from the parts of servers in a folder. */
  publish: (files: SiteFiles, pages: () => Iterable<string>, parts: string) => Promise<void>;
}

/** The files and folders of a build besides its site. */
export interface Places {
  /** The compiled site, which the next build from the same templates takes: in the repository, because it loads packages. */
  program: string;
  /** The new files of the site. */
  staging: string;
  /** What the workers note, and what is published. */
  notes: string;
  /** What the site was built from, file by file. Named by the templates, so that no other build takes it for its own. */
  records: string;
  /** What is known of servers and tools without reading them, file by file of the catalogue. */
  outlines: string;
  /** What publishers keep of each server. */
  parts: string;
  /** What has to be uploaded and deleted after the last build. */
  deploy: string;
  /** The site that is being replaced. */
  old: string;
}

/** How the outlines of any build begin. */
const outlinesPrefix = 'site-outlines-';

/** Removes the outlines beside these: they were made with other templates. */
export function forgetOtherOutlines(outlines: string): void {
  const state = dirname(outlines);
  if (!existsSync(state)) return;
  for (const name of readdirSync(state))
    if (name.startsWith(outlinesPrefix) && join(state, name) !== outlines)
      rmSync(join(state, name), { recursive: true, force: true });
}

/** How the records of any build begin. */
const recordsPrefix = 'site-records-';

/** Forgets what any build noted, so that the next one makes all files. */
export function forgetRecords(state: string): void {
  if (!existsSync(state)) return;
  for (const name of readdirSync(state).filter((name) => name.startsWith(recordsPrefix)))
    rmSync(join(state, name));
}

/** How the compiled sites of all homes begin. */
const programPrefix = 'site-program-';

/** Where a build has its compiled site. */
const programOf = (state: string): string => join(locations.state, `${programPrefix}${digestOf(state)}`);

/** The compiled sites of all homes. */
export function programs(): string[] {
  const names = readdirSync(locations.state).filter((name) => name.startsWith(programPrefix));
  return names.map((name) => join(locations.state, name));
}

const partsOf = (state: string): string => join(state, 'site-parts');

/** Forgets that, what was compiled and what publishers keep, so that the next build does everything. */
export function forgetBuild(state: string): void {
  forgetRecords(state);
  rmSync(partsOf(state), { recursive: true, force: true });
  rmSync(programOf(state), { recursive: true, force: true });
}

export const placesOf = ({ state, templates }: Pick<SiteBuild, 'state' | 'templates'>): Places => ({
  program: programOf(state),
  staging: join(state, 'site-next'),
  notes: join(state, 'site-notes'),
  records: join(state, `${recordsPrefix}${digestOf(templates)}`),
  outlines: join(state, `${outlinesPrefix}${digestOf(templates)}`),
  parts: partsOf(state),
  deploy: join(state, 'deploy.txt'),
  old: join(state, 'site-old'),
});
