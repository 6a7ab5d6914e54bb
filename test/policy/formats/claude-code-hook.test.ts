import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exportPolicy } from '../../../src/policy/export.ts';
import { claudeCodeHook } from '../../../src/policy/formats/claude-code-hook.ts';
import { fiveRules } from '../sample-policy.ts';
import { textOf } from './holds-policies.ts';

describe('the guard as a hook of Claude Code', () => {
  const { files, warnings } = exportPolicy(fiveRules, claudeCodeHook, { alias: 'stub', withGuard: false });

  it('comes with the whole policy, whether the guard was asked for or not', () => {
    assert.deepEqual(JSON.parse(textOf(files, 'placard-stub.json')), fiveRules);
    assert.equal(warnings.filter(({ ability }) => ability === 'arguments' || ability === 'limits').length, 0);
  });

  it('adds nothing but the hook, so that rules of one’s own stay as they are', () => {
    assert.deepEqual(Object.keys(JSON.parse(textOf(files, 'settings.json')) as object), ['hooks']);
  });

  it('says that it allows nothing in a person’s place, and hides nothing', () => {
    assert.match(warnings.find(({ tool }) => tool === 'read_item')?.message ?? '', /A person is asked/);
    assert.equal(warnings.find(({ ability }) => ability === 'hide')?.tool, 'wipe_item');
  });
});
