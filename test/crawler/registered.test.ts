import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sandboxes } from '../../crawler/sandboxes.ts';
import { sources } from '../../crawler/sources.ts';
import { SandboxId, SourceId } from '../../src/model/server.ts';

describe('the lists of what the crawl can use', () => {
  it('have every registry the model names', () => {
    const registries = SourceId.options.filter((id) => id !== 'bundled');
    assert.deepEqual(
      sources.map(({ id }) => id),
      registries,
    );
  });

  it('have every sandbox the model names', () => {
    assert.deepEqual(
      sandboxes.map(({ id }) => id),
      SandboxId.options,
    );
  });
});
