import { cpSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AstroIntegration, build } from 'astro';

const source = fileURLToPath(new URL('program.ts', import.meta.url));
const fileName = 'program.mjs';

/** Has Astro compile everything and render nothing: what it would have rendered with goes to `program`. */
function capture(outDir: string, program: string): AstroIntegration {
  return {
    name: 'compile-only',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const emit = {
          name: 'site-program',
          applyToEnvironment: ({ name }: { name: string }) => name === 'prerender',
          buildStart(this: { emitFile(file: object): unknown }) {
            this.emitFile({ type: 'chunk', id: source, fileName, preserveSignature: 'strict' });
          },
        };
        updateConfig({ vite: { plugins: [emit] } });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name: 'compile-only',
          getStaticPaths: () => Promise.resolve([]),
          render: () => Promise.reject(new Error('Nothing is rendered while the site is compiled.')),
          teardown: () => {
            renameSync(join(outDir, '.prerender'), program);
            return Promise.resolve();
          },
        });
      },
    },
  };
}

/**
 * Compiles the site: its assets and the files of `public` into the folder `staging`, and what makes its pages into the
 * folder `program`, which has to lie inside the repository because it loads packages. Returns the module to load.
 */
export async function compileSite(staging: string, program: string): Promise<string> {
  const outDir = resolve(program, 'assets');
  const code = resolve(program, 'code');
  await build({ logLevel: 'error', outDir, integrations: [capture(outDir, code)] });
  cpSync(outDir, staging, { recursive: true });
  return join(code, fileName);
}
