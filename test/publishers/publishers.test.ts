import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { publishers } from '../../src/publishers/publishers.ts';
import { servers } from '../site/catalogue.ts';
import { contents, published } from './published.ts';

describe('the publishers', () => {
  it('make the same bytes of the same catalogue', async () => {
    const settings = { site: 'https://placard.example', ceiling: 'High' } as const;
    const once = await published(publishers, servers, settings);
    const again = await published(publishers, servers, settings);
    const files = contents(once.folder);
    assert.ok(files.length > 300);
    assert.deepEqual(contents(again.folder), files);
    once.remove();
    again.remove();
  });

  it('make nothing of absolute addresses on a site that does not know its own', async () => {
    const { folder, remove } = await published(publishers, servers);
    assert.deepEqual(
      contents(folder).filter(([file]) => file.startsWith('/feeds') || file.startsWith('/v0.1')),
      [],
    );
    remove();
  });
});
