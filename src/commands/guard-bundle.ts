import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'rolldown';
import { z } from 'zod';
import { guardProgram } from '../policy/words.ts';
import { licenceComment } from './guard-licences.ts';

const sourceOf = (path: string): string => fileURLToPath(new URL(`../guard/${path}`, import.meta.url));
const proxy = sourceOf('proxy/main.ts');

interface Bundle {
  code: string;
  /** The files it is made of. */
  modules: string[];
}

async function bundled(input: string, format: 'cjs' | 'esm', plugins: Plugin[] = []): Promise<Bundle> {
  const { output } = await build({
    ...{ input, plugins, platform: 'node', write: false, logLevel: 'silent' },
    transform: { target: 'node20' },
    output: { format, minify: true, codeSplitting: false, exports: 'named' },
  });
  const [{ code, moduleIds: modules }] = output;
  return { code, modules };
}

/** The proxy as a text that is compiled only when it is asked for: compiling it all would double what a hook takes. */
const proxyAsText = (code: string): Plugin => ({
  name: 'proxy-as-text',
  load: (id) =>
    id === proxy
      ? `import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
const code = ${JSON.stringify(code)};
const module = { exports: {} };
const filename = 'placard-guard-proxy.cjs';
compileFunction(code, ['require', 'module', 'exports'], { filename })(createRequire(import.meta.url), module, module.exports);
export const main = module.exports.main;`
      : null,
});

/**
 * Writes the guard with everything it needs into one file, which runs on Node.js 20 and later and depends on nothing.
 * The same sources give the same bytes. Returns how many these are.
 */
export async function writeGuard(file: string): Promise<number> {
  const inner = await bundled(proxy, 'cjs');
  const outer = await bundled(sourceOf('main.ts'), 'esm', [proxyAsText(inner.code)]);
  const licences = licenceComment([...inner.modules, ...outer.modules]);
  const code = `#!/usr/bin/env node\n${outer.code}${licences}`;
  writeFileSync(file, code, { mode: 0o755 });
  return Buffer.byteLength(code);
}

/** The same under its own name in a folder. Returns the file's path and its size in bytes. */
export async function bundleGuard(folder: string): Promise<{ file: string; bytes: number }> {
  const file = join(folder, guardProgram);
  mkdirSync(folder, { recursive: true });
  return { file, bytes: await writeGuard(file) };
}

const Manifest = z.object({ version: z.string(), license: z.string() });
const own = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url));

/** The same beside a package.json, so that `npm pack` makes a package of it that npx can run. */
export async function packGuard(folder: string): Promise<{ file: string; bytes: number }> {
  const { version, license } = Manifest.parse(JSON.parse(readFileSync(own('package.json'), 'utf8')));
  const manifest = {
    ...{ name: 'placard-guard', version, license, type: 'module', engines: { node: '>=20' } },
    description: 'Holds an MCP policy where the client cannot: argument conditions and limits.',
    ...{ bin: { 'placard-guard': guardProgram }, files: [guardProgram] },
  };
  const made = await bundleGuard(folder);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  copyFileSync(own('LICENSE'), join(folder, 'LICENSE'));
  return made;
}
