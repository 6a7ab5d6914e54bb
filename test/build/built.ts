import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'astro';
import { type Built, buildSite } from '../../src/build/build-site.ts';
import { forgetBuild, placesOf } from '../../src/build/places.ts';
import { redirectsFile, writeRedirects } from '../../src/catalogue/redirects.ts';
import { writeCatalogue } from '../../src/catalogue/write.ts';
import { fingerprint } from '../../src/commands/fingerprint.ts';
import { sha256 } from '../../src/model/canonical.ts';
import { locations } from '../../src/model/locations.ts';
import type { Redirects } from '../../src/model/redirects.ts';
import type { CatalogueServer } from '../../src/model/server.ts';
import { publishParts } from '../../src/publishers/publish.ts';

/** A place with a catalogue and two sites of it: one that `astro build` makes, and ours. */
export interface Bench {
  root: string;
  publishCatalogue: (servers: Iterable<CatalogueServer>, former?: Redirects) => void;
  /** Builds all of it with `astro build`; resolves to the folder. */
  plainly: () => Promise<string>;
  /** Builds what changed since the last time. */
  quickly: (templates?: string) => Promise<Built>;
  /** Takes what another one has compiled, so that the same is not compiled twice. */
  takeCompiled: (from: Bench) => void;
  /** The folder of our site. */
  site: string;
  remove: () => void;
}

/** What templates are called that do not change. */
const theTemplates = 'the same templates';

/** Makes such a place; sites know the address when one is given. */
export function openBench(address?: string): Bench {
  mkdirSync(locations.state, { recursive: true });
  return benchIn(resolve(mkdtempSync(join(locations.state, 'test-build-'))), address);
}

/** The same in a folder, where one may be. */
export function benchIn(root: string, address?: string): Bench {
  const catalogue = join(root, 'catalogue');
  const [site, plain] = [join(root, 'site'), join(root, 'plain')];
  process.env.PLACARD_CATALOGUE = catalogue;
  if (address !== undefined) process.env.PLACARD_SITE = address;
  const from = { catalogue, site: address === undefined ? undefined : new URL(address) };
  return {
    root,
    site,
    publishCatalogue(servers, former) {
      writeCatalogue(catalogue, servers);
      if (former !== undefined) writeRedirects(redirectsFile(catalogue), former);
    },
    async plainly() {
      await build({ outDir: plain, cacheDir: join(root, 'cache'), logLevel: 'error' });
      return plain;
    },
    takeCompiled(from) {
      cpSync(programIn(from.root), programIn(root), { recursive: true });
    },
    quickly: (templates = theTemplates) =>
      buildSite({
        ...{ site, state: join(root, 'state'), templates, catalogue, threads: () => 2 },
        everything: fingerprint([catalogue]),
        publish: (files, pages, kept) => publishParts({ ...from, pages }, kept, files),
      }),
    remove: () => {
      forgetBuild(join(root, 'state'));
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Where a place has its compiled site. */
const programIn = (root: string): string =>
  placesOf({ state: join(root, 'state'), templates: theTemplates }).program;

/** Every file below a folder, with the digest of its bytes. */
export function digestsIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const digests = files.map((entry) => {
    const file = join(entry.parentPath, entry.name);
    return [file.slice(folder.length + 1), sha256(readFileSync(file, 'latin1'))] as const;
  });
  return Object.fromEntries(digests.sort(([a], [b]) => (a < b ? -1 : 1)));
}
