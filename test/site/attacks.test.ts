import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type CheerioAPI, load } from 'cheerio';
import { readAttacks } from '../../src/catalogue/attacks.ts';
import { exposures } from '../../src/model/exposure.ts';
import { locations } from '../../src/model/locations.ts';
import { paths } from '../../src/model/paths.ts';
import { servers } from './catalogue.ts';
import { builtSite } from './built-site.ts';

const attacks = readAttacks(locations.attacks);
const exposuresOf = exposures(attacks);
const tools = servers.flatMap((server) => server.tools.map((tool) => ({ server, tool })));
let folder = '';
let remove = (): void => undefined;

const page = (path: string): CheerioAPI => load(readFileSync(join(folder, path, 'index.html'), 'utf8'));
const number = (text: string): number => (text.startsWith('no ') ? 0 : Number(/\d+/.exec(text)?.[0]));

before(async () => {
  ({ folder, remove } = await builtSite());
});
after(() => {
  remove();
});

describe('the attack pages', () => {
  it('count on the list, on the page and in the JSON what the table of the page shows', () => {
    const list = page(paths.attacks);
    for (const { id, needs } of attacks) {
      const $ = page(paths.attack(id));
      const rows = $('tbody tr').length;
      const line = list(`main a[href="${paths.attack(id)}"]`)
        .parent()
        .find('.note')
        .text();
      const { count, tools: data } = JSON.parse(readFileSync(join(folder, paths.attackData(id)), 'utf8')) as {
        count: number;
        tools: unknown[];
      };
      assert.deepEqual([count, data.length], [rows, rows], id);
      if (needs.from === 'nothing') {
        assert.match(line, /^not visible in a listing/, id);
        assert.match($('#exposed').parent().text(), /unknown/, id);
        continue;
      }
      assert.equal(number(line), rows, id);
      assert.equal(number($('#exposed').parent().find('p').text().trim().toLowerCase()), rows, id);
    }
  });

  it('are filtered by links, each with the number of attacks behind it', () => {
    const filters = page(paths.attacks)('nav[aria-label=Groups] li').toArray();
    assert.ok(filters.length > 5);
    for (const filter of filters) {
      const $ = page(paths.attacks);
      const shown = page($(filter).find('a').attr('href') ?? '')('main section li').length;
      assert.equal(shown, number($(filter).find('.note').text()));
    }
  });

  it('and the tool pages link to each other, by evidence alone', () => {
    let links = 0;
    for (const { server, tool } of tools) {
      const $ = page(paths.tool(server.slug, tool.slug));
      const shown = $('#attacks')
        .parent()
        .find('li')
        .toArray()
        .map((item) => $(item).find('a').first().attr('href'));
      const expected = exposuresOf(server, tool).map(({ attack }) => paths.attack(attack.id));
      assert.deepEqual(shown, expected.slice(0, 5), tool.definition.name);
      for (const item of $('#attacks').parent().find('li').toArray())
        assert.notEqual($(item).children('span').text().trim(), '', tool.definition.name);
      for (const path of expected) {
        const back = page(path)(`tbody a[href="${paths.tool(server.slug, tool.slug)}"]`);
        assert.equal(back.length, 1, path);
        links += 1;
      }
    }
    assert.ok(links >= 3);
  });

  it('show for each case its date, its source and how far it was checked', () => {
    for (const { id, cases } of attacks) {
      const $ = page(paths.attack(id));
      const items = $('#cases').parent().find('li');
      assert.equal(items.length, cases.length, id);
      for (const [index, { date, url }] of cases.entries()) {
        const item = items.eq(index);
        assert.equal(item.find('a').attr('href'), url);
        assert.equal(item.find('a').attr('rel'), 'nofollow noreferrer');
        assert.ok(item.text().includes(date));
        assert.match(item.text(), /We (?:have not )?read|We read/);
      }
      if (cases.length === 0) assert.match($('#cases').parent().text(), /found no case or report/);
    }
  });
});
