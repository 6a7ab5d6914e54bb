import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { parseBundle, readBundle } from '../../crawler/read-bundle.ts';
import { readSiteIdentity } from '../../src/catalogue/own-site.ts';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { sumsName } from '../../src/catalogue/sums.ts';
import { writeCatalogue } from '../../src/catalogue/write.ts';
import { locations } from '../../src/model/locations.ts';
import { sampleServer, sampleTool } from '../samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'placard-home-'));
after(() => {
  rmSync(folder, { recursive: true });
});
const home = join(folder, 'our-tools');
const init = (...words: string[]) =>
  spawnSync(process.execPath, ['src/commands/placard.ts', 'init', ...words], { encoding: 'utf8' });

describe('placard init', () => {
  const made = init(home, '--name', 'Our tools', '--address', 'https://tools.example');

  it('makes a home whose list of servers the crawl can read, and says what comes next', () => {
    assert.equal(made.status, 0, made.stderr);
    assert.deepEqual(readBundle(join(home, locations.servers)), { servers: [], programs: [], remotes: [] });
    assert.match(made.stdout, /PLACARD_HOME=.* npm start/);
  });

  it('writes the name and the address of the site', () => {
    const { name, address } = readSiteIdentity(join(home, locations.siteIdentity));
    assert.deepEqual([name, address], ['Our tools', 'https://tools.example']);
  });

  it('shows one server of each kind, in the shape that the crawl takes', () => {
    const examples = readFileSync(join(home, 'data/examples.json'), 'utf8');
    const { servers, programs, remotes } = parseBundle(examples, 'examples');
    assert.deepEqual([servers.length, programs.length, remotes.length], [1, 1, 1]);
  });

  it('touches nothing that exists', () => {
    const again = init(home, '--name', 'Another');
    assert.equal(again.status, 1);
    assert.match(again.stderr, /exists already, so nothing was written/);
    assert.equal(readSiteIdentity(join(home, locations.siteIdentity)).name, 'Our tools');
  });

  it('refuses an address that is none, and writes nothing', () => {
    const refused = init(join(folder, 'other'), '--address', 'tools');
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /address/);
    assert.throws(() => readFileSync(join(folder, 'other', 'README.md')));
  });
});

describe('a home in git', () => {
  const place = join(folder, 'in-git');
  const catalogue = join(place, locations.catalogue);
  const git = (...words: string[]) => {
    const settings = ['user.name=a', 'user.email=a@b', 'core.autocrlf=true'].flatMap((each) => ['-c', each]);
    return spawnSync('git', [...settings, ...words], { cwd: place, encoding: 'utf8' });
  };
  const publish = (first: string, second: string): void => {
    const server = (name: string, description: string) =>
      sampleServer(name, [sampleTool({ name: 'read', description })]);
    writeCatalogue(catalogue, [server('hills', first), server('lakes', second)]);
    git('add', '--all');
    git('commit', '--message', 'published');
  };
  init(place);
  git('init', '--initial-branch', 'main');
  publish('Reads.', 'Reads.');

  it('keeps the bytes of published files, whatever git does to the ends of lines', () => {
    rmSync(catalogue, { recursive: true });
    git('checkout', 'HEAD', '--', locations.catalogue);
    assert.equal(readCatalogue(catalogue).length, 2);
  });

  it('mixes no two catalogues: a merge leaves no marks in them, what does not fit is refused, and one side can be taken whole', () => {
    git('checkout', '-b', 'other');
    publish('Reads two.', 'Reads two.');
    git('checkout', 'main');
    publish('Reads three.', 'Reads.');
    assert.equal(git('merge', 'other').status, 1);
    assert.doesNotMatch(readFileSync(join(catalogue, sumsName), 'utf8'), /[<>]/);
    assert.throws(() => readCatalogue(catalogue), /git checkout HEAD -- /);
    git('checkout', 'HEAD', '--', locations.catalogue);
    assert.deepEqual(
      readCatalogue(catalogue).map(({ tools }) => tools[0]?.definition.description),
      ['Reads three.', 'Reads.'],
    );
  });
});
