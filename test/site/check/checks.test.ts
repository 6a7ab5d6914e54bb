import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkPage } from './check-page.ts';
import { counts } from './checks/counts.ts';
import { links } from './checks/links.ts';
import { unique } from './checks/unique.ts';
import { kindOf } from './kind.ts';
import { sizes } from './sizes.ts';

const data = (graph: object[]): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@graph': graph })}</script>`;

const crumb = (name: string): object => ({
  '@type': 'BreadcrumbList',
  itemListElement: [{ '@type': 'ListItem', position: 1, name, item: '/a/' }],
});
const question = (name: string, text: string): object => ({
  '@type': 'FAQPage',
  mainEntity: [{ '@type': 'Question', name, acceptedAnswer: { '@type': 'Answer', text } }],
});

const page = ({ head = '', main = '' }): string =>
  `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>A page</title><meta name="description" content="A page that is fit to be checked.">${head}</head><body><nav class="crumbs" aria-label="Breadcrumb"><ol><li>Here</li></ol></nav><main><h1>A page</h1>${main}</main></body></html>`;

const findings = (parts: Parameters<typeof page>[0]): string[] =>
  checkPage('/a/', page(parts)).findings.map(({ says }) => says);

const facts = (path: string, parts: Parameters<typeof page>[0]) => checkPage(path, page(parts)).facts;

const answers =
  '<section aria-labelledby="questions"><h2 id="questions">Q</h2><details><summary>Why?</summary><p>Words</p><p>Because. <a href="/">More</a></p></details></section>';

describe('a page on its own', () => {
  it('is right when nothing is wrong with it', () => {
    assert.deepEqual(findings({ head: data([crumb('Here')]), main: '<h2>Part</h2>' }), []);
  });

  it('has one heading of the first rank, and leaves out no rank', () => {
    assert.match(findings({ main: '<h1>Again</h1>' }).join(), /2 headings/);
    assert.match(findings({ main: '<h3>Deep</h3>' }).join(), /no heading above <h3>/);
  });

  it('is HTML by a validator', () => {
    assert.match(findings({ main: '<p><div>In a paragraph</div></p>' }).join(), /close-order|<p>/);
    assert.match(findings({ main: '<ul><p>No item</p></ul>' }).join(), /element-permitted-content/);
  });

  it('holds policies that their own parser reads', () => {
    const block = (name: string, text: string): string =>
      `<figure data-policy><figcaption><span class="name">${name}</span></figcaption><pre>${text}</pre></figure>`;
    assert.deepEqual(findings({ main: block('rules.toml', 'a = 1') }), []);
    assert.match(findings({ main: block('policy.json', '{"version": 0}') }).join(), /policy\.json/);
    assert.match(findings({ main: block('settings.json', '{"a": 1') }).join(), /settings\.json/);
    assert.match(findings({ main: block('rules.toml', 'a = = 1') }).join(), /rules\.toml/);
    assert.match(findings({ main: block('rules.yaml', '{a: ') }).join(), /rules\.yaml/);
    assert.match(findings({ main: block('rules.rego', 'package a') }).join(), /no parser is known/);
  });

  it('says in its structured data what it shows', () => {
    assert.deepEqual(findings({ head: data([question('Why?', 'Words Because. More')]), main: answers }), []);
    const differs = (...graph: object[]): string => findings({ head: data(graph), main: answers }).join();
    assert.match(differs(question('Why?', 'Words Because.')), /answers:/);
    assert.match(differs(question('How?', 'Words Because. More')), /questions:/);
    assert.match(differs(crumb('There')), /breadcrumb:/);
    assert.match(differs({ '@type': 'Dataset', name: 'Another page' }), /does not stand on the page/);
    assert.match(findings({ head: data([]) }).join(), /structured data:/);
  });
});

describe('pages together', () => {
  it('link only to what is there', () => {
    const some = [
      facts('/a/', { main: '<p><a href="/b/#here">B</a> <a href="/file.json">F</a></p>' }),
      facts('/b/', { main: '<p id="here"><a href="../a/">A</a></p>' }),
    ];
    assert.deepEqual(links(some, new Set(['/file.json'])), []);
    const says = (main: string): string[] =>
      links([facts('/a/', { main })], new Set()).map((finding) => finding.says);
    assert.deepEqual(says('<p><a href="/gone/">G</a></p>'), ['/gone/ does not exist']);
    assert.deepEqual(says('<p><a href="#gone">G</a></p>'), ['/a/ has no place #gone']);
    assert.deepEqual(says('<p><a href="#servers=b">S</a></p>'), ['it names a server that does not exist: b']);
    assert.deepEqual(says('<p><a href="https://else.example/">G</a></p>'), [
      'it points outside: https://else.example/',
    ]);
  });

  it('have titles and ids of their own', () => {
    assert.match(unique([facts('/a/', {}), facts('/b/', {})])[0]?.says ?? '', /also the title of \/a\//);
    const twice = unique([facts('/a/', { main: '<p id="x">1</p><p id="x">2</p>' })]);
    assert.deepEqual(twice, [{ path: '/a/', says: 'the id x stands more than once' }]);
  });

  it('count what the list has on all its pages', () => {
    const row = '<tr><td>1</td></tr>';
    const list = (rows: number, next = ''): string =>
      `<table class="rows"><tbody>${row.repeat(rows)}</tbody></table>${next}`;
    const more = '<nav class="pager"><a rel="next" href="/list/2/">Next</a></nav>';
    const lists = [facts('/list/', { main: list(3, more) }), facts('/list/2/', { main: list(2) })];
    const claim = (number: string) =>
      facts('/a/', { main: `<a data-count href="/list/"><span>Top 9: </span>${number}</a>` });
    assert.deepEqual(counts([claim('5'), ...lists]), []);
    assert.match(counts([claim('6'), ...lists])[0]?.says ?? '', /said to have 6 entries, and it has 5/);
    const round = facts('/list/2/', { main: list(2, more) });
    assert.match(counts([claim('5'), lists[0] ?? round, round])[0]?.says ?? '', /does not end/);
    const part = '<table data-parts><tr><td><a data-count href="/list/">5</a></td></tr></table>';
    const head = (more: string) =>
      facts('/head/', { main: `${part.repeat(2)}${more}<div data-list="first">${list(2)}</div>` });
    const ofHead = facts('/a/', { main: '<a data-count href="/head/">10</a>' });
    assert.deepEqual(counts([ofHead, head(''), ...lists]), []);
    assert.match(
      counts([ofHead, head(part), ...lists])[0]?.says ?? '',
      /said to have 10 entries, and it has 15/,
    );
    assert.match(counts([ofHead, head('')])[0]?.says ?? '', /does not end/);
  });

  it('are measured by kind', () => {
    assert.equal(kindOf('/servers/a/b/'), '/servers/*/*/');
    assert.equal(kindOf('/'), '/');
    const pages = [1, 2, 3, 4].map((bytes) => ({ ...facts(`/s/${bytes}/`, {}), bytes }));
    assert.deepEqual(sizes(pages), [{ kind: '/s/*/', pages: 4, median: 3, p95: 4, max: 4 }]);
  });
});
