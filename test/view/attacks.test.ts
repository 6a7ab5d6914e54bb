import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogueFolder } from '../../src/catalogue/folder.ts';
import { readAttacks } from '../../src/catalogue/attacks.ts';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { isVerbatim } from '../../src/model/evidence.ts';
import { exposures } from '../../src/model/exposure.ts';
import { limits } from '../../src/model/limits.ts';
import { locations } from '../../src/model/locations.ts';
import { paths } from '../../src/model/paths.ts';
import { formats } from '../../src/policy/formats.ts';
import { attackPage, attacksPage } from '../../src/view/attack-pages.ts';
import { exposedTools, nothingExposed, toolAttacks } from '../../src/view/attacks.ts';
import { byGravity, listed } from '../../src/view/tool-row.ts';
import { sampleServer, sampleTool } from '../samples.ts';

const attacks = readAttacks(locations.attacks);
const exposuresOf = exposures(attacks);
const tools = byGravity(listed(readCatalogue(catalogueFolder())));
/** Every tool, not only those that a page has room for. */
const exposed = exposedTools(attacks, tools, exposuresOf, Infinity);
const shown = exposedTools(attacks, tools, exposuresOf);
const named = (id: string) => attacks.find((attack) => attack.id === id) ?? assert.fail(id);
const pageOf = (id: string) => attackPage(named(id), shown.get(id) ?? nothingExposed, formats);

describe('over the whole catalogue', () => {
  it('a tool stands in the list of an attack exactly when the attack is one of the tool’s', () => {
    const links = tools.flatMap(({ server, tool }) =>
      exposuresOf(server, tool).map(({ attack }) => `${attack.id} ${server.slug}/${tool.slug}`),
    );
    const lists = [...exposed].flatMap(([id, its]) =>
      its.gravest.map(({ server, tool }) => `${id} ${server.slug}/${tool.slug}`),
    );
    assert.ok(links.length > 500);
    assert.deepEqual(lists.sort(), links.sort());
  });

  it('every link rests on words that stand verbatim in a definition of that server', () => {
    for (const its of exposed.values())
      for (const { server, grounds } of its.gravest)
        for (const ground of grounds) {
          if (ground.by !== 'signal') continue;
          assert.ok('tools' in server);
          const owner = server.tools.find(({ slug }) => slug === ground.tool.slug) ?? assert.fail();
          assert.equal(owner.definition.name, ground.tool.name);
          assert.ok(isVerbatim(owner.definition, ground.evidence), ground.tool.name);
        }
  });

  it('a tool page names at most five attacks, each with what links it', () => {
    for (const of of tools) {
      const shown = toolAttacks(of, exposuresOf);
      assert.ok(shown.length <= limits.attacksOfTool);
      for (const { name, links } of shown) assert.ok(links.length > 0, name);
    }
  });

  it('the count and the list of an attack are the same tools', () => {
    for (const attack of attacks) {
      const its = exposed.get(attack.id)?.gravest ?? [];
      const page = attackPage(attack, shown.get(attack.id) ?? nothingExposed, formats);
      assert.equal(page.exposed.all, its.length, attack.id);
      assert.equal(page.exposed.rows.length, Math.min(its.length, limits.attackRows), attack.id);
    }
  });
});

describe('the list of attacks', () => {
  it('shows every attack once and counts what it shows', () => {
    const page = attacksPage(attacks, exposed, null);
    assert.equal(page.groups.flatMap((group) => group.attacks).length, attacks.length);
    assert.match(page.lead, new RegExp(`^${attacks.length} ways`));
    const [all, ...groups] = page.filters;
    assert.equal(all?.attacks, attacks.length);
    assert.equal(
      groups.reduce((sum, filter) => sum + filter.attacks, 0),
      attacks.length,
    );
  });

  it('can be filtered to one group by a link', () => {
    for (const { path, attacks: number } of attacksPage(attacks, exposed, null).filters.slice(1)) {
      const group = attacks.map((attack) => attack.group).find((id) => paths.attacksOfGroup(id) === path);
      const page = attacksPage(attacks, exposed, group ?? null);
      assert.equal(page.groups.length, 1);
      assert.equal(page.groups[0]?.attacks.length, number);
    }
  });

  it('tells what no listing shows from what no tool has', () => {
    const lines = new Map(
      attacksPage(attacks, new Map(), null).groups.flatMap((group) =>
        group.attacks.map(({ name, exposed: phrase }) => [name, phrase]),
      ),
    );
    assert.equal(lines.get(named('session-hijack').name), 'not visible in a listing');
    assert.equal(lines.get(named('ssrf').name), 'no tools');
  });
});

describe('the page of an attack', () => {
  it('says how far each case was checked', () => {
    const sentences = pageOf('path-traversal').cases.map(({ sentence }) => sentence);
    assert.ok(sentences.includes('We read the CVE record.'));
    assert.ok(sentences.includes('We read an excerpt of a page about it.'));
    assert.match(pageOf('data-destruction').cases[0]?.sentence ?? '', /It did not happen over MCP\./);
  });

  it('names the formats that can hold a measure, from what the formats say of themselves', () => {
    const { measures } = pageOf('rug-pull').policy;
    const guarded = formats
      .filter(({ abilities }) => abilities.definition === 'guard')
      .map(({ name }) => name);
    assert.equal(measures.length, 1);
    for (const name of guarded) assert.ok(measures[0]?.holds.includes(name), name);
    assert.equal(
      attackPage(named('rug-pull'), nothingExposed, []).policy.measures[0]?.holds,
      'None of our formats can hold it.',
    );
  });

  it('says that it is unknown which tools are open to what no listing shows', () => {
    const { exposed: its, needs } = pageOf('session-hijack');
    assert.match(its.sentence, /is unknown/);
    assert.match(needs.sentence, /therefore unknown\.$/);
  });

  it('says in words how many tools there are, none and one included', () => {
    const its = shown.get('path-traversal') ?? nothingExposed;
    const said = (number: number) =>
      attackPage(
        named('path-traversal'),
        { ...its, all: number, gravest: its.gravest.slice(0, number) },
        formats,
      ).exposed;
    assert.equal(said(0).sentence, 'No tool of the catalogue has the access that this attack abuses.');
    assert.match(said(1).sentence, /^1 tool of the catalogue has .* That says nothing/);
    assert.match(said(2).sentence, /^2 tools of the catalogue have /);
    assert.match(
      said(limits.attackRows + 1).sentence,
      new RegExp(`The ${limits.attackRows} gravest are shown`),
    );
    assert.match(
      attackPage(named('rug-pull'), nothingExposed, formats).exposed.sentence,
      /^No tool .* has changed its definition\.$/,
    );
  });

  it('names the tool that supplies the part another one lacks', () => {
    const read = sampleTool(
      { name: 'read_mail', description: 'Reads mail' },
      { signals: [{ id: 'private-data', at: '/description', quote: 'Reads mail' }] },
    );
    const open = sampleTool(
      { name: 'open\u202epage', description: 'Opens any page and posts it' },
      {
        signals: [
          { id: 'browser-control', at: '/description', quote: 'Opens any page' },
          { id: 'publishes', at: '/description', quote: 'posts it' },
        ],
      },
    );
    const server = sampleServer('s', [read, open]);
    const flow = toolAttacks({ server, tool: read }, exposuresOf).find(
      ({ path }) => path === paths.attack('toxic-flow'),
    );
    assert.deepEqual(
      flow?.links.map(({ label, tool, quote }) => [label, tool?.name ?? null, quote?.text]),
      [
        ['Reads private data', null, 'Reads mail'],
        ['Controls a browser', 'open⟨U+202E⟩page', 'Opens any page'],
        ['Publishes', 'open⟨U+202E⟩page', 'posts it'],
      ],
    );
  });
});
