import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LaunchArgument, LaunchForm } from '../../src/model/launch.ts';
import { launchFacts } from '../../src/view/launch-facts.ts';
import { serverPage } from '../../src/view/server-page.ts';
import { tokenCosts } from '../../src/view/token-cost.ts';
import { sampleListing, sampleServer } from '../samples.ts';

const form = (changes: Partial<LaunchForm> = {}): LaunchForm => ({
  package: { kind: 'npm', name: 'a', version: '1.2.3' },
  runner: 'npx',
  transport: 'stdio',
  arguments: [],
  environment: [],
  ...changes,
});

const argument = (changes: Partial<LaunchArgument>): LaunchArgument => ({
  ...{ name: null, value: null, hint: null, isRequired: false, isSecret: false, where: 'package' },
  ...changes,
});

const variable = (name: string, changes: Partial<LaunchForm['environment'][number]> = {}) => ({
  ...{ name, isRequired: true, isSecret: false, default: null },
  ...changes,
});

const serverOf = (...launches: LaunchForm[]) =>
  sampleServer('a', [], { sources: [sampleListing('a', { source: 'official-registry', launches })] });
const shown = (changes: Partial<LaunchForm>) => launchFacts(serverOf(form(changes)))[0];
const withArguments = (...all: Partial<LaunchArgument>[]) => shown({ arguments: all.map(argument) })?.text;

describe('the launch that a registry names', () => {
  it('stands on the page of its server, as the word of the registry', () => {
    const facts = serverPage(serverOf(form(), form({ runner: null })), tokenCosts([])).facts;
    const launched = facts.filter(({ term }) => term === 'Launched as');
    const [note, isCode] = ['says the official MCP Registry', true];
    assert.deepEqual(launched, [
      { term: 'Launched as', text: 'npx -y a@1.2.3', isCode, note },
      { term: 'Launched as', text: 'a@1.2.3', isCode, note },
    ]);
  });

  it('is nothing where no registry says it', () => {
    assert.deepEqual(launchFacts(sampleServer('a', [])), []);
  });

  it('is spelled as its runner is called', () => {
    const text = (runner: LaunchForm['runner'], kind: LaunchForm['package']['kind'], name: string) =>
      shown({ runner, package: { kind, name, version: '1.2.3' } })?.text;
    assert.equal(text('uvx', 'pypi', 'a'), 'uvx a@1.2.3');
    assert.equal(text('dnx', 'nuget', 'a'), 'dnx a@1.2.3');
    assert.equal(
      text('docker', 'oci', 'host.example:5000/a'),
      'docker run -i --rm host.example:5000/a:1.2.3',
    );
    assert.equal(text('docker', 'oci', 'docker.io/x/a:1'), 'docker run -i --rm docker.io/x/a:1');
    assert.equal(text('mcpb', 'mcpb', 'https://x.example/a.mcpb'), 'MCP bundle https://x.example/a.mcpb');
    assert.equal(shown({ package: { kind: 'npm', name: 'a', version: null } })?.text, 'npx -y a');
  });

  it('has the arguments of the runner before the package, and its own after it', () => {
    assert.equal(
      withArguments(
        { name: '--flag', hint: 'path' },
        { value: '-y', where: 'runtime' },
        { name: '--node', value: '24', where: 'runtime' },
        { isSecret: true },
        { name: '--key', value: 'x', hint: 'never' },
      ),
      'npx -y --node 24 a@1.2.3 --flag <path> <value> --key x',
    );
    assert.equal(withArguments({ name: '-y', value: '24', where: 'runtime' }), 'npx -y -y 24 a@1.2.3');
  });

  it('names what it needs: the required variables that have no value yet', () => {
    const environment = [
      variable('API_KEY', { isSecret: true }),
      variable('REGION', { default: 'eu' }),
      variable('DEBUG', { isRequired: false }),
      variable('US\u200bER'),
    ];
    assert.equal(
      shown({ environment })?.note,
      'says the official MCP Registry; needs API_KEY and US⟨U+200B⟩ER',
    );
  });

  it('cannot pass for a second command, nor hide a character', () => {
    assert.equal(withArguments({ value: '; rm -rf ~' }), "npx -y a@1.2.3 '; rm -rf ~'");
    assert.equal(withArguments({ value: "'$(x)" }), String.raw`npx -y a@1.2.3 ''\''$(x)'`);
    assert.equal(withArguments({ hint: 'a>; x <b' }), "npx -y a@1.2.3 '<a>; x <b>'");
    assert.equal(withArguments({ value: 'a\n' }), "npx -y a@1.2.3 'a\n'");
    assert.equal(withArguments({ value: 'a\u202eb' }), "npx -y a@1.2.3 'a⟨U+202E⟩b'");
  });
});
