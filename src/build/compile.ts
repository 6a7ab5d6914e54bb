import { renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AstroIntegration, build } from 'astro';
import { moduleName, partsOf } from './compiled.ts';

const source = fileURLToPath(new URL('program.ts', import.meta.url));
const runtime = fileURLToPath(new URL('runtime.ts', import.meta.url));

/** Has Astro compile everything and render nothing: what it would have rendered with goes to `program`. */
function capture(outDir: string, program: string): AstroIntegration {
  return {
    name: 'compile-only',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const emit = {
          name: 'site-program',
          enforce: 'pre' as const,
          applyToEnvironment: ({ name }: { name: string }) => name === 'prerender',
          buildStart(this: { emitFile(file: object): unknown }) {
            this.emitFile({ type: 'chunk', id: source, fileName: moduleName, preserveSignature: 'strict' });
          },
          resolveId: (id: string) => (id === 'astro/compiler-runtime' ? runtime : null),
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
 * Compiles the site below the folder `program`, which has to lie inside the repository because it loads packages: its assets and the
 * files of `public` into `assets`, and what makes its pages into `code`.
 */
export async function compileSite(program: string): Promise<void> {
  const { assets, code } = partsOf(resolve(program));
  await build({ logLevel: 'error', outDir: assets, integrations: [capture(assets, code)] });
}
