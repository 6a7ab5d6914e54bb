import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readEntry } from '../../../crawler/sources/registry-entry.ts';
import { readPage } from '../../../crawler/sources/registry-page.ts';
import { limits } from '../../../src/model/limits.ts';
import { ServerListing } from '../../../src/model/server.ts';
import '../../setup.ts';
import { entry } from './registry-server.ts';

const read = (raw: unknown) => readEntry(raw, 'official-registry');
const listing = (raw: unknown) => read(raw).listing;

describe('an entry of the registry', () => {
  it('becomes a listing', () => {
    const remotes = [{ type: 'sse', url: 'https://mcp.example.com/{tenant}/sse' }];
    const repository = { url: 'https://github.com/a/one', source: 'github' };
    const raw = entry('a/one', { title: 'One', remotes, repository, websiteUrl: 'https://one.example' });
    assert.deepEqual(read(raw), {
      listing: {
        source: 'official-registry',
        name: 'a/one',
        title: 'One',
        description: 'What a/one does.',
        version: '1.0.0',
        repository: 'https://github.com/a/one',
        homepage: 'https://one.example/',
        packages: [{ kind: 'npm', name: 'a-one', version: '1.0.0' }],
        remotes: [{ kind: 'sse', url: 'https://mcp.example.com/{tenant}/sse' }],
        launches: [
          {
            package: { kind: 'npm', name: 'a-one', version: '1.0.0' },
            runner: 'npx',
            transport: 'stdio',
            arguments: [],
            environment: [],
          },
        ],
        status: 'active',
      },
      complaints: [],
    });
  });

  it('is read in the shapes of earlier years', () => {
    const old = {
      name: 'a/old',
      status: 'deprecated',
      version_detail: { version: '0.1.0' },
      website_url: 'https://old.example/',
      packages: [
        { registry_name: 'npm', name: 'old', version: 'latest' },
        { registry_type: 'docker', identifier: 'docker.io/a/old:1' },
      ],
      remotes: [{ transport_type: 'streamable-http', url: 'https://old.example/mcp' }],
    };
    const found = listing(old);
    assert.equal(found?.status, 'deprecated');
    assert.equal(found.version, '0.1.0');
    assert.equal(found.homepage, 'https://old.example/');
    assert.deepEqual(found.packages, [
      { kind: 'npm', name: 'old', version: null },
      { kind: 'oci', name: 'docker.io/a/old:1', version: null },
    ]);
    assert.deepEqual(found.remotes, [{ kind: 'streamable-http', url: 'https://old.example/mcp' }]);
  });

  it('leads to the folder of its repository', () => {
    const repository = { url: 'https://github.com/a/mono', subfolder: 'src/one' };
    const found = listing(entry('a/one', { repository }));
    assert.equal(found?.repository, 'https://github.com/a/mono/tree/HEAD/src/one');
  });

  it('has the status that stands beside it', () => {
    for (const status of ['active', 'deprecated', 'deleted']) {
      const raw = { ...entry('a/one'), _meta: { 'io.modelcontextprotocol.registry/official': { status } } };
      assert.equal(listing(raw)?.status, status);
    }
  });

  it('loses an address that no browser should open', () => {
    const found = listing(
      entry('a/one', { websiteUrl: 'javascript:alert(1)', repository: { url: 'file:///x' } }),
    );
    assert.equal(found?.homepage, null);
    assert.equal(found.repository, null);
  });

  it('keeps what is usable and says what is not', () => {
    const packages = [{ registryType: 'npm' }, { registryType: 'pypi', identifier: 'b' }, 'c'];
    const { listing: found, complaints } = read(
      entry('a/one', { packages, remotes: [{ type: 'sse', url: 'ftp://x' }] }),
    );
    assert.deepEqual(found?.packages, [{ kind: 'pypi', name: 'b', version: null }]);
    assert.equal(complaints.length, 3);
    assert.match(
      complaints.join('\n'),
      /^package 1: name: .*\npackage 3: kind: .*\nremote 1: url: not a web address$/,
    );
  });

  it('is a listing or a complaint, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        const { listing: found, complaints } = read(raw);
        assert.ok(found === null ? complaints.length > 0 : ServerListing.safeParse(found).success);
      }),
    );
  });
});

describe('how the registry says a package is launched', () => {
  const launchesOf = (...packages: unknown[]) => listing(entry('a/one', { packages }))?.launches;
  const npm = { registryType: 'npm', identifier: 'one', version: '1.0.0' };
  const said = { ...npm, transport: { type: 'stdio' } };
  const optional = { isRequired: false, isSecret: false };

  it('is recorded with arguments and environment', () => {
    const [form] =
      launchesOf({
        ...said,
        runtimeHint: 'npx',
        runtimeArguments: [{ type: 'positional', value: '--quiet' }],
        packageArguments: [
          { type: 'named', name: '--port', default: 8080, isRequired: true },
          { type: 'positional', name: 'folder', valueHint: 'path' },
        ],
        environmentVariables: [{ name: 'REGION', default: 'eu' }],
      }) ?? [];
    assert.deepEqual(form?.arguments, [
      { name: null, value: '--quiet', hint: null, ...optional, where: 'runtime' },
      { name: '--port', value: '8080', hint: null, isRequired: true, isSecret: false, where: 'package' },
      { name: null, value: null, hint: 'path', ...optional, where: 'package' },
    ]);
    assert.deepEqual(form.environment, [{ name: 'REGION', ...optional, default: 'eu' }]);
  });

  it('is read in the spelling of earlier years', () => {
    const old = {
      ...{ registry_name: 'pypi', name: 'one', version: '2', runtime_hint: 'uvx' },
      package_arguments: [{ type: 'named', name: '--db', value_hint: 'file', is_required: true }],
      environment_variables: [{ name: 'KEY', is_required: true, is_secret: true, default: 'hush' }],
    };
    assert.deepEqual(launchesOf(old), [
      {
        package: { kind: 'pypi', name: 'one', version: '2' },
        runner: 'uvx',
        transport: null,
        arguments: [
          { name: '--db', value: null, hint: 'file', isRequired: true, isSecret: false, where: 'package' },
        ],
        environment: [{ name: 'KEY', isRequired: true, isSecret: true, default: null }],
      },
    ]);
  });

  it('never keeps the value of a secret, however it is marked', () => {
    for (const mark of [{ isSecret: true }, { is_secret: true }, { isSecret: 'true' }, { isSecret: 1 }]) {
      const secret = { ...mark, value: 'hush', default: 'hush', placeholder: 'hush' };
      const found = launchesOf({
        ...said,
        runtimeArguments: [{ type: 'positional', ...secret }],
        packageArguments: [{ type: 'named', name: '--key', ...secret }],
        environmentVariables: [{ name: 'KEY', ...secret }],
      });
      assert.equal(found?.[0]?.environment[0]?.isSecret, true);
      assert.doesNotMatch(JSON.stringify(found), /hush/);
    }
    const open = launchesOf({ ...said, environmentVariables: [{ name: 'A', isSecret: false, value: 'b' }] });
    assert.equal(open?.[0]?.environment[0]?.default, 'b');
  });

  it('names the runner of the registry, or else that of the kind of package', () => {
    const runnerOf = (changes: object) => launchesOf({ ...said, ...changes })?.[0]?.runner;
    const kinds = { npm: 'npx', pypi: 'uvx', oci: 'docker', nuget: 'dnx', mcpb: 'mcpb', cargo: null };
    for (const [registryType, runner] of Object.entries(kinds))
      assert.equal(runnerOf({ registryType }), runner);
    assert.equal(runnerOf({ runtimeHint: 'docker' }), 'docker');
    assert.equal(runnerOf({ runtimeHint: '' }), 'npx');
    assert.equal(runnerOf({ runtimeHint: 'npx; rm' }), null);
  });

  it('is absent where the registry says nothing, or nothing of a package that can be kept', () => {
    for (const silent of [
      npm,
      { ...npm, transport: null, runtimeHint: '' },
      { transport: { type: 'stdio' } },
    ]) {
      const found = listing(entry('a/one', { packages: [silent] }));
      assert.ok(found !== null && !('launches' in found));
    }
    assert.equal(launchesOf(npm, said)?.length, 1);
    assert.equal(launchesOf({ ...npm, transport: { type: 'pigeon' } })?.[0]?.transport, null);
  });

  it('is refused beyond its bounds, and the package stays', () => {
    const withValue = (value: string) => ({ ...said, packageArguments: [{ type: 'positional', value }] });
    const withVariables = (length: number) => ({
      ...said,
      environmentVariables: Array.from({ length }, () => ({ name: 'A' })),
    });
    const { launchCharacters, launchWords } = limits;
    const within = [withValue('a'.repeat(launchCharacters)), withVariables(launchWords)];
    const beyond = [withValue('a'.repeat(launchCharacters + 1)), withVariables(launchWords + 1)];
    const shapeless = [
      { ...said, packageArguments: 'all' },
      { ...said, environmentVariables: ['A', { name: '' }] },
    ];
    assert.equal(launchesOf(...within)?.length, 2);
    for (const packages of [...beyond, ...shapeless].map((one) => [one])) {
      const { listing: found, complaints } = read(entry('a/one', { packages }));
      assert.equal(found?.packages.length, 1);
      assert.equal(found.launches, undefined);
      assert.match(complaints.join('\n'), /^launch 1: (arguments|environment): /);
    }
  });
});

describe('a page of the registry', () => {
  it('keeps no character that a store refuses, and no entry that is nested without end', () => {
    let deep: object = {};
    for (let level = 0; level < 5000; level += 1) deep = { deep };
    const servers = [entry('a/\ud800', { description: 'a\0b' }), entry('a/deep', { deep })];
    const page = readPage({ servers }, 'official-registry', limits);
    assert.equal(page.entries[0]?.listing.name, 'a/\uFFFD');
    assert.equal(page.entries[0].listing.description, 'a\uFFFDb');
    assert.equal(page.failures.length, 1);
    assert.equal(page.failures[0]?.entry, 'a/deep');
    assert.equal(page.next, null);
  });
});
