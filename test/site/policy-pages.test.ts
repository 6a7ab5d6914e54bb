import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { paths } from '../../src/model/paths.ts';
import { formats } from '../../src/policy/formats.ts';
import { policyOf } from '../../src/policy/recommend.ts';
import { Policies } from '../../src/model/policy.ts';
import { builtPages } from './built-pages.ts';
import { servers } from './catalogue.ts';
import type { BuiltPage } from './check/page.ts';
import { builtSite } from './built-site.ts';

const rated = servers.filter(({ tools }) => tools.length > 0);
let folder = '';
let remove = (): void => undefined;
let pages: BuiltPage[] = [];

const page = (path: string): BuiltPage => {
  const found = pages.find((candidate) => candidate.path === path);
  assert.ok(found, `no page at ${path}`);
  return found;
};

before(async () => {
  ({ folder, remove } = await builtSite());
  pages = builtPages(folder);
});
after(() => {
  remove();
});

describe('the policies of a server', () => {
  it('have every format on their page, and say which formats nothing has run', () => {
    for (const { slug } of rated) {
      const { $ } = page(paths.policies(slug));
      for (const { id, proofs } of formats) {
        const panel = $(`details[id="${id}"]`);
        assert.equal(panel.length, 1, `${slug}: ${id}`);
        const isUntried = proofs.every(({ kind }) => kind === 'not-executed');
        assert.equal(panel.children('summary').text().includes('not executed'), isUntried, id);
        const isThere = panel.find('[data-policy] pre').length > 0;
        assert.equal(panel.find(`a[href="${paths.allPolicies(slug, id)}"]`).length > 0, !isThere, id);
      }
    }
  });

  it('stand in every format on one page for readers without scripts', () => {
    for (const { slug } of rated) {
      const { $ } = page(`${paths.policies(slug)}all/`);
      const panels = $('details[id]').toArray();
      assert.deepEqual(
        panels.map(({ attribs }) => attribs.id),
        formats.map(({ id }) => id),
      );
    }
  });

  it('stand beside the page for programs, under every preset', () => {
    for (const server of rated) {
      const file = join(folder, paths.policiesData(server.slug));
      const policies = Policies.parse(JSON.parse(readFileSync(file, 'utf8')));
      for (const [preset, policy] of Object.entries(policies))
        assert.deepEqual(policy, policyOf(server, policies[preset as keyof Policies].preset));
    }
  });
});

describe('the matrix of formats', () => {
  it('has a proof wherever it says that a format can do something, and nowhere else', () => {
    const { $ } = page(paths.formats);
    const rows = $('main tbody tr').toArray();
    assert.equal(rows.length, formats.length);
    for (const cell of $('main tbody td').toArray()) {
      const support = $(cell).contents().first().text().trim();
      const proof = $(cell).find('.note').text();
      assert.equal(proof !== '', support !== 'No', $(cell).text());
    }
  });
});
