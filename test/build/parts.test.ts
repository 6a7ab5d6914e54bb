import assert from 'node:assert/strict';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { readRecords } from '../../src/build/records.ts';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { hashOf } from '../../src/model/canonical.ts';
import { isObject, type Json } from '../../src/model/json.ts';
import { locations } from '../../src/model/locations.ts';
import type { CatalogueServer, CatalogueTool } from '../../src/model/server.ts';
import { chance } from '../bench/grown/chance.ts';
import { changedCatalogue } from '../bench/grown/changes.ts';
import { releasedCatalogue } from '../bench/grown/releases.ts';
import { grownCatalogue } from '../bench/grown-catalogue.ts';
import { digestsIn, openBench } from './built.ts';

const first: readonly CatalogueServer[] = [
  ...grownCatalogue(readCatalogue(locations.catalogue), { tools: 60 }),
];

const address = 'https://placard.example';
const parts = openBench(address);
const whole = openBench(address);
after(() => {
  parts.remove();
  whole.remove();
});

/** What a build of everything makes of a catalogue. */
async function wholeSite(servers: readonly CatalogueServer[]): Promise<Record<string, string>> {
  process.env.PLACARD_CATALOGUE = join(whole.root, 'catalogue');
  whole.publishCatalogue(servers);
  rmSync(join(whole.root, 'state'), { recursive: true, force: true });
  await whole.quickly();
  return digestsIn(whole.site);
}

async function inParts(servers: readonly CatalogueServer[]) {
  process.env.PLACARD_CATALOGUE = join(parts.root, 'catalogue');
  parts.publishCatalogue(servers);
  return parts.quickly();
}

/** What each file of the site was made from, by its path. */
function recorded(): Map<string, string> {
  const state = join(parts.root, 'state');
  const files = globSync('site-records-*', { cwd: state }).flatMap((name) => [
    ...readRecords(join(state, name)),
  ]);
  return new Map(files.map(({ path, digest }) => [path, digest]));
}

/** A tool with other hints, other parameters and less evidence. */
function otherwiseProved(tool: CatalogueTool): CatalogueTool {
  const schema = tool.definition.inputSchema ?? { type: 'object' };
  const properties = isObject(schema.properties) ? schema.properties : {};
  const definition = {
    ...tool.definition,
    annotations: { destructiveHint: tool.classification.category === 'Read' },
    inputSchema: { ...schema, properties: { ...properties, further: { type: 'string' } } },
  };
  const signals = tool.classification.signals.slice(1);
  const classification = { ...tool.classification, signals };
  return { ...tool, definition, classification, hash: hashOf(definition as Json) };
}

/** The servers, every third tool of each proved otherwise, so that the tools beside it stay as they are. */
const proved = (servers: Iterable<CatalogueServer>): CatalogueServer[] =>
  Array.from(servers, (server) => ({
    ...server,
    tools: server.tools.map((tool, at) => (at % 3 === 2 ? otherwiseProved(tool) : tool)),
  }));

/** Files of one server or one tool that a program asks for, and no page. */
const isOwn = (path: string): boolean =>
  /^(?:api\/v1\/(?:servers|policies)|badges|feeds\/servers)\//.test(path);

describe('a site built in parts', () => {
  it('equals the whole one after any changes', async () => {
    let servers = first;
    await inParts(servers);
    whole.takeCompiled(parts);
    for (const round of ['one', 'two']) {
      const draw = chance(round);
      servers = proved(releasedCatalogue(changedCatalogue(servers, draw, 0.1), draw, 0.1));
      const built = await inParts(servers);
      assert.deepEqual(digestsIn(parts.site), await wholeSite(servers), `round ${round}`);
      assert.ok(built.changed !== null && built.made < built.files, `round ${round} made everything`);
    }
  });

  it('makes, of records, badges and feeds, those that show what changed of a tool', async () => {
    await inParts(first);
    const before = recorded();
    const server = first.find(({ tools }) => tools.length > 2) ?? assert.fail('no server has three tools');
    const [tool = assert.fail(), ...others] = server.tools;
    const rationale = `${tool.classification.rationale} Seen again.`;
    const changed = { ...tool, classification: { ...tool.classification, rationale } };
    await inParts(first.map((each) => (each === server ? { ...server, tools: [changed, ...others] } : each)));
    const after = recorded();
    const [ofServer, ofTool] = [server.slug, `${server.slug}/${tool.slug}`];
    assert.deepEqual([...after.keys()].sort(), [...before.keys()].sort());
    assert.deepEqual(
      [...after.keys()].filter((path) => isOwn(path) && after.get(path) !== before.get(path)).sort(),
      [
        ...[`api/v1/policies/${ofServer}.json`, `api/v1/servers/${ofServer}.json`],
        `api/v1/servers/${ofTool}.json`,
        ...[`feeds/servers/${ofServer}.json`, `feeds/servers/${ofServer}.xml`],
      ].sort(),
    );
  });

  it('makes a page that only leads on once, as long as it leads there', async () => {
    const [server = assert.fail(), other = assert.fail()] = first;
    const path = 'servers/a-former-name/index.html';
    const led = async (
      to: CatalogueServer,
      servers: readonly CatalogueServer[],
    ): Promise<string | undefined> => {
      process.env.PLACARD_CATALOGUE = join(parts.root, 'catalogue');
      parts.publishCatalogue(servers, { servers: { 'a-former-name': to.id }, tools: {} });
      await parts.quickly();
      assert.match(readFileSync(join(parts.site, path), 'utf8'), new RegExp(`0;url=/servers/${to.slug}/`));
      return recorded().get(path);
    };
    const before = await led(server, first);
    assert.equal(await led(server, first.slice(0, -1)), before);
    assert.notEqual(await led(other, first.slice(0, -1)), before);
  });
});
