import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { folderAddress, repositoryFolder } from '../../src/model/repository.ts';

describe('the repository an address shows', () => {
  const cases: [string, string, string][] = [
    ['https://github.com/Owner/Name.git', 'github.com/owner/name', ''],
    ['https://www.github.com/owner/name/', 'github.com/owner/name', ''],
    ['https://github.com/owner/name/tree/main/src/Git', 'github.com/owner/name', 'src/Git'],
    ['https://github.com/owner/name/blob/main/README.md', 'github.com/owner/name', ''],
    ['https://github.com/owner/name/blob/main/src/git', 'github.com/owner/name', 'src/git'],
    ['https://github.com/owner/name/blob/main/src/git/README.md', 'github.com/owner/name', 'src/git'],
    ['https://github.com/owner/name/issues', 'github.com/owner/name', ''],
    ['https://gitlab.com/group/sub/name', 'gitlab.com/group/sub/name', ''],
    ['https://gitlab.com/group/sub/name/-/tree/main/server', 'gitlab.com/group/sub/name', 'server'],
    ['https://bitbucket.org/owner/name/src/main/server', 'bitbucket.org/owner/name', 'server'],
  ];
  for (const [address, repository, folder] of cases) {
    it(`is ${repository}${folder === '' ? '' : `, folder ${folder},`} for ${address}`, () => {
      assert.deepEqual(repositoryFolder(address), { repository, folder });
    });
  }

  it('is none for an owner, a plain site and what is no address', () => {
    for (const address of ['https://github.com/owner', 'https://one.example/', 'owner/name', ''])
      assert.equal(repositoryFolder(address), null, address);
  });
});

describe('the address of a folder', () => {
  it('shows it where the forge is known to, and the repository elsewhere', () => {
    assert.equal(
      folderAddress('https://github.com/a/b', './src/git/'),
      'https://github.com/a/b/tree/HEAD/src/git',
    );
    assert.equal(folderAddress('https://gitlab.com/a/b', 'src'), 'https://gitlab.com/a/b/-/tree/HEAD/src');
    assert.equal(folderAddress('https://git.example/a/b', 'src'), 'https://git.example/a/b');
    assert.equal(folderAddress('https://github.com/a/b', '/'), 'https://github.com/a/b');
  });

  it('is left as it is when it shows a folder already, or when the folder is no path', () => {
    const shown = 'https://github.com/a/b/tree/main/x';
    assert.equal(folderAddress(shown, 'y'), shown);
    for (const folder of ['../../c/d', 'a b', 'a?b', 'a#b', null, undefined])
      assert.equal(folderAddress('https://github.com/a/b', folder), 'https://github.com/a/b');
  });

  it('leads back to the folder it was made for', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/);
    fc.assert(
      fc.property(name, name, fc.array(name, { minLength: 1, maxLength: 4 }), (owner, repository, parts) => {
        const folder = parts.join('/');
        const found = repositoryFolder(folderAddress(`https://github.com/${owner}/${repository}`, folder));
        assert.deepEqual(found, { repository: `github.com/${owner}/${repository}`, folder });
      }),
    );
  });
});
