import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'rolldown';
import { z } from 'zod';
import { limits } from '../model/limits.ts';
import { locations } from '../model/locations.ts';
import { licenceComment } from './guard-licences.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The folder of the program in the package. */
const programFolder = 'program';

/** What the program reads of itself while it runs, besides the catalogue: by the same paths as in the repository. */
const companions = [
  locations.model,
  'crawler/sandbox/enter.sh',
  'crawler/sandbox/passwd',
  'crawler/sandbox/probe',
  'classifier/judges',
  'classifier/signals',
  'classifier/claims.ts',
  'classifier/severity.ts',
  'LICENSE',
];

/** What only a checkout needs: databases of a cluster, and what builds a site. They are not in the package. */
const external = [
  /^pg(?:-|$)/,
  /^astro(?:\/|$)/,
  /^@astrojs\//,
  /^@tailwindcss\//,
  /^rolldown/,
  /^typescript$/,
  /^vite$/,
];

/** Every module keeps the address that it has in the repository, so that it finds the files beside it. */
const repositoryAddresses: Plugin = {
  name: 'repository-addresses',
  transform(code, id) {
    const path = relative(root, id).split(sep).join('/');
    const isOwn = id.startsWith(root) && !path.includes('node_modules');
    if (!isOwn || !code.includes('import.meta.')) return null;
    const own: Readonly<Record<string, string>> = {
      url: `new URL(${JSON.stringify(`../${path}`)}, import.meta.url).href`,
      dirname: `(import.meta.dirname + ${JSON.stringify(`/../${dirname(path)}`)})`,
    };
    return code.replaceAll(/import\.meta\.(url|dirname)/g, (all, name: string) => own[name] ?? all);
  },
};

/** Commands that need a database, which the package leaves out: there they say that a checkout has them. */
const clusterCommands = ['src/commands/worker.ts', 'src/commands/status.ts'];

const onlyInCheckouts: Plugin = {
  name: 'only-in-checkouts',
  load(id) {
    const path = relative(root, id).split(sep).join('/');
    if (!clusterCommands.includes(path)) return null;
    return `import { programOfCheckout } from './checkout.ts';
export const command = programOfCheckout(${JSON.stringify(path)});`;
  },
};

const Manifest = z.object({
  version: z.string(),
  license: z.string(),
  description: z.string(),
  engines: z.object({ node: z.string() }),
});

/** Runs on any Node.js: says which one is needed before anything newer is read. */
const starter = (wanted: string): string => `#!/usr/bin/env node
const wanted = ${JSON.stringify(wanted)}.match(/\\d+/g).map(Number);
const have = process.versions.node.split('.').map(Number);
if (have[0] < wanted[0] || (have[0] === wanted[0] && have[1] < wanted[1])) {
  console.error('placard needs Node.js ' + wanted.join('.') + ' or newer, and this is ' + process.versions.node + '. Install a newer one and run this again.');
  process.exit(1);
}
import('./${programFolder}/placard.js');
`;

/** Bytes of the files of a folder. */
const bytesOf = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

/** The catalogue travels along while it is small enough to be installed for one question. */
function packCatalogue(folder: string): boolean {
  const source = join(root, locations.catalogue);
  if (bytesOf(source) > limits.packageCatalogueBytes) return false;
  cpSync(source, join(folder, locations.catalogue), { recursive: true });
  return true;
}

async function packProgram(folder: string): Promise<void> {
  const { output } = await build({
    ...{ input: { placard: join(root, 'src/commands/placard.ts') }, platform: 'node', external },
    ...{
      plugins: [onlyInCheckouts, repositoryAddresses],
      logLevel: 'silent',
      transform: { target: 'node22' },
    },
    resolve: { mainFields: ['module', 'main'] }, // the other form of jsonc-parser hides what it requires
    output: {
      ...{ dir: join(folder, programFolder), format: 'esm', minify: true },
      ...{ entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  });
  const modules = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES'), licenceComment(modules));
}

/** A package for `npm pack`, and what is in it. */
export interface Packed {
  folder: string;
  /** Bytes of the program without the catalogue. */
  bytes: number;
  hasCatalogue: boolean;
}

/**
 * Makes a package of the command in a folder: the program with everything it needs, the judge's weights and the catalogue. It
 * depends on no other package, so that `npx` runs it from its archive without a network. The same sources give the same bytes.
 */
export async function packCommand(folder: string): Promise<Packed> {
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const { version, license, description, engines } = manifest;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await packProgram(folder);
  for (const path of companions) cpSync(join(root, path), join(folder, path), { recursive: true });
  const hasCatalogue = packCatalogue(folder);
  writeFileSync(join(folder, 'placard.mjs'), starter(engines.node), { mode: 0o755 });
  const own = { name: 'placard', version, private: true, description, license, type: 'module', engines };
  const contents = { bin: { placard: 'placard.mjs' } };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ ...own, ...contents }, null, 2)}\n`);
  return { folder, bytes: bytesOf(join(folder, programFolder)), hasCatalogue };
}
