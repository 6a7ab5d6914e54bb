import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'rolldown';
import { paths } from '../model/paths.ts';

/** What the guard's one file is called wherever it goes. */
export const guardFileName = basename(paths.guard);

const sourceOf = (path: string): string => fileURLToPath(new URL(`../guard/${path}`, import.meta.url));
const proxy = sourceOf('proxy/main.ts');

async function bundled(input: string, format: 'cjs' | 'esm', plugins: Plugin[] = []): Promise<string> {
  const { output } = await build({
    ...{ input, plugins, platform: 'node', write: false, logLevel: 'silent' },
    transform: { target: 'node20' },
    output: { format, minify: true, codeSplitting: false, exports: 'named' },
  });
  return output[0].code;
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
 * The same sources give the same bytes. Returns the file's path and its size in bytes.
 */
export async function bundleGuard(folder: string): Promise<{ file: string; bytes: number }> {
  const plugins = [proxyAsText(await bundled(proxy, 'cjs'))];
  const code = `#!/usr/bin/env node\n${await bundled(sourceOf('main.ts'), 'esm', plugins)}`;
  const file = join(folder, guardFileName);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, code, { mode: 0o755 });
  return { file, bytes: Buffer.byteLength(code) };
}
