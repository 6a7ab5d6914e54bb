import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { XmlDocument } from 'libxml2-wasm';
import {
  Badge,
  badgeColours,
  labelColour,
  readmeBadge,
  serverBadge,
  toolBadge,
} from '../../src/api/badge.ts';
import { badgePicture } from '../../src/api/badge-picture.ts';
import { Risk } from '../../src/model/risks.ts';
import { sampleServer, sampleTool } from '../samples.ts';

const grave = sampleTool({ name: 'drop' }, { category: 'Destructive', risk: 'Critical' });
const mild = sampleTool({ name: 'look' });
const messageOf = (...given: Parameters<typeof sampleServer>): string =>
  serverBadge(sampleServer(...given)).badge.message;

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe('a badge', () => {
  it('says level and category of a tool, and never a level that nobody knows', () => {
    assert.equal(toolBadge(grave).badge.message, 'Critical · Destructive');
    assert.equal(toolBadge(sampleTool({ name: 'x' }, { risk: 'Unknown' })).badge.message, 'unknown');
  });

  it('says the gravest level of a server and how many tools stand there, or that there is nothing to say', () => {
    assert.equal(messageOf('a', [grave, mild]), 'Critical · 1 of 2 tools');
    assert.equal(messageOf('a', [mild]), 'Low · 1 tool');
    assert.equal(messageOf('a', [mild, sampleTool({ name: 'see' })]), 'Low · all 2 tools');
    assert.equal(messageOf('a', []), 'lists no tools');
    assert.equal(messageOf('a', [], { inspection: null }), 'unknown: tools never listed');
  });

  it('is what shields.io draws one from', () => {
    for (const { badge } of [toolBadge(grave), serverBadge(sampleServer('a'))])
      assert.deepEqual(Badge.parse(badge), badge);
  });

  it('has the colours of the site, with white words at 7 : 1 and an edge that light and dark pages show', () => {
    const tokens = readFileSync('src/styles/tokens.css', 'utf8');
    for (const risk of Risk.options) {
      const { fill, line } = badgeColours[risk];
      const level = risk.toLowerCase();
      assert.ok(tokens.includes(`--${level}-fg: light-dark(${fill},`), risk);
      assert.ok(tokens.includes(`--${level}-line: light-dark(${line},`), risk);
      assert.ok(contrast('#ffffff', fill) >= 7, risk);
      assert.ok(contrast('#ffffff', line) >= 3 && contrast('#0d1117', line) >= 3, risk);
    }
    assert.ok(tokens.includes(`--fg: light-dark(${labelColour},`));
  });
});

describe('the picture of a badge', () => {
  it('is an image with a name, for any name of a tool', () => {
    for (const name of ['drop', '"><script>alert(1)</script>', "a&b'c", '\u2028']) {
      const document = XmlDocument.fromString(badgePicture(toolBadge(grave), name));
      const { root } = document;
      assert.equal(root.name, 'svg');
      assert.equal(root.attr('role')?.value, 'img');
      const title = root.get('svg:title', { svg: 'http://www.w3.org/2000/svg' })?.content;
      assert.equal(
        title,
        `MCP risk of ${name}: Critical · Destructive. Placard describes and does not certify.`,
      );
      assert.equal(root.attr('aria-label')?.value.length, title.length);
      document.dispose();
    }
  });

  it('fills as many bars as the level has', () => {
    const filled = (risk: Risk): number =>
      badgePicture(toolBadge(sampleTool({ name: 'x' }, { risk })), 'x').split('fill="#fff"/>').length - 1;
    assert.deepEqual(Risk.options.map(filled), [1, 2, 3, 4, 0]);
  });

  it('is put into a README with words for those who do not see it, on a site that knows its address', () => {
    const places = { picture: '/badges/a/drop.svg', page: '/servers/a/drop/' };
    assert.equal(
      readmeBadge(toolBadge(grave), { ...places, site: new URL('https://placard.example') })?.markdown,
      '[![MCP risk: Critical · Destructive](https://placard.example/badges/a/drop.svg)](https://placard.example/servers/a/drop/)',
    );
    assert.equal(readmeBadge(toolBadge(grave), { ...places, site: undefined }), null);
  });
});
