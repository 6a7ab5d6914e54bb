import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';

/**
 * What each part may import besides itself, as ARCHITECTURE.md draws it.
 * A part is a top-level program or a folder of src.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'src/model': [],
  'src/terminal': ['src/model'],
  'src/policy': ['src/model'],
  'src/lookup': ['src/model'],
  'src/sarif': ['src/model'],
  'src/clients': ['src/model'],
  'src/guard': ['src/model', 'src/policy', 'src/terminal'],
  'src/stack': ['src/model', 'src/policy', 'src/lookup', 'src/clients'],
  'src/search': ['src/model'],
  'src/view': ['src/model', 'src/policy', 'src/clients', 'src/lookup', 'src/search', 'src/stack'],
  'src/api': ['src/model', 'src/policy', 'src/view', 'src/lookup'],
  'src/bulk': ['src/model', 'src/view'],
  'src/feeds': ['src/model', 'src/view'],
  'src/registry': ['src/model', 'src/view'],
  'src/store': ['src/model', 'src/terminal'],
  'src/cluster': ['src/model', 'src/terminal', 'src/store'],
  'src/catalogue': ['src/model', 'src/terminal'],
  'src/scripts': [
    'src/model',
    'src/policy',
    'src/clients',
    'src/lookup',
    'src/search',
    'src/stack',
    'src/view',
  ],
  'src/components': ['src/model', 'src/view', 'src/scripts'],
  'src/layouts': ['src/model', 'src/view', 'src/catalogue', 'src/components', 'src/styles', 'src/scripts'],
  'src/hosting': [],
  'src/pages': [
    'src/hosting',
    'src/model',
    'src/policy',
    'src/view',
    'src/api',
    'src/bulk',
    'src/feeds',
    'src/catalogue',
    'src/components',
    'src/layouts',
    'src/scripts',
    'src/styles',
  ],
  'src/scan': ['src/model', 'src/clients', 'crawler', 'classifier'],
  'src/build': ['src/model', 'src/terminal', 'src/view', 'src/catalogue', 'src/publishers'],
  'src/consult': [
    'src/model',
    'src/terminal',
    'src/clients',
    'src/lookup',
    'src/catalogue',
    'src/api',
    'src/search',
    'src/view',
  ],
  'src/lock': ['src/model'],
  'src/report': [
    'src/model',
    'src/terminal',
    'src/sarif',
    'src/lock',
    'src/clients',
    'src/stack',
    'src/view',
  ],
  'src/mcp': ['src/model', 'src/terminal', 'src/policy', 'src/view', 'src/api', 'src/consult', 'src/stack'],
  'src/commands': [
    'src/model',
    'src/api',
    'src/terminal',
    'src/catalogue',
    'src/policy',
    'src/guard',
    'src/clients',
    'src/sarif',
    'src/api',
    'src/consult',
    'src/mcp',
    'src/lock',
    'src/scan',
    'src/report',
    'src/build',
    'src/publishers',
    'src/lookup',
    'src/stack',
    'src/view',
    'crawler',
    'classifier',
    'src/store',
    'src/cluster',
  ],
  'src/publishers': [
    'src/model',
    'src/policy',
    'src/view',
    'src/api',
    'src/bulk',
    'src/feeds',
    'src/registry',
    'src/catalogue',
    'src/lookup',
    'src/search',
  ],
  'src/integrations': ['src/model', 'src/terminal', 'src/view', 'src/catalogue', 'src/publishers'],
  crawler: [
    'src/model',
    'src/terminal',
    'src/store',
    'src/cluster',
    'src/catalogue',
    'src/clients',
    'package.json',
  ],
  classifier: [
    'src/model',
    'src/terminal',
    'src/store',
    'src/cluster',
    'src/catalogue',
    'src/policy',
    'data', // the weights that signals read with
  ],
};

/** Parts that may touch neither files nor processes nor the network. */
const pure = [
  'src/search',
  'src/lock',
  'src/model',
  'src/policy',
  'src/view',
  'src/lookup',
  'src/api',
  'src/bulk',
  'src/feeds',
  'src/registry',
  'src/sarif',
  'src/clients',
  'src/stack',
  'src/search',
];
const pureBuiltIns = ['node:crypto', 'node:util'];

const sources = ['crawler', 'classifier', 'src']
  .flatMap((root) => readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => join(root, file)))
  .filter((file) => /\.(ts|mjs|astro|css)$/.test(file));

const partOf = (file: string): string =>
  file
    .split('/')
    .slice(0, file.startsWith('src/') ? 2 : 1)
    .join('/');

const importsOf = (file: string): string[] =>
  ts
    .preProcessFile(readFileSync(file, 'utf8').replace(/^---$/gm, ''))
    .importedFiles.map(({ fileName }) => fileName);

describe('the architecture', () => {
  it('has no part that the table does not know', () => {
    const parts = new Set(sources.filter((file) => !file.endsWith('.css')).map(partOf));
    assert.deepEqual(
      [...parts].filter((part) => !(part in allowed)),
      [],
    );
  });

  it('lets each part import only what the table allows', () => {
    const forbidden = sources.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => normalize(join(dirname(file), name)))
        .filter(
          (target) => partOf(target) !== partOf(file) && !allowed[partOf(file)]?.includes(partOf(target)),
        )
        .map((target) => `${file} imports ${target}`),
    );
    assert.deepEqual(forbidden, []);
  });

  it('keeps files, processes and the network out of its pure parts', () => {
    const impure = sources
      .filter((file) => pure.includes(partOf(file)))
      .flatMap((file) => importsOf(file).map((name) => ({ file, name })))
      .filter(({ name }) => name.startsWith('node:') && !pureBuiltIns.includes(name));
    assert.deepEqual(impure, []);
  });

  it('names no file after nothing in particular', () => {
    const vague = sources.filter((file) =>
      /(^|\/)(utils?|helpers?|lib|common|misc|index)(\.ts|\/)/.test(file),
    );
    assert.deepEqual(vague, []);
  });

  it('keeps every source file within 300 lines', () => {
    const long = sources.filter((file) => readFileSync(file, 'utf8').split('\n').length > 301);
    assert.deepEqual(long, []);
  });
});
