import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { textAt } from '../../src/model/evidence.ts';
import { locations } from '../../src/model/locations.ts';
import { wholeWords } from '../../src/view/quotes.ts';
import { neighbours } from '../../src/view/related.ts';
import { serverPage } from '../../src/view/server-page.ts';
import { tokenCosts } from '../../src/view/token-cost.ts';
import { type ToolPage, toolPage } from '../../src/view/tool-page.ts';
import { listed } from '../../src/view/tool-row.ts';
import { toolServer } from '../../src/view/tool-server.ts';
import { alone } from '../samples.ts';

const servers = readCatalogue(locations.catalogue);
const tools = listed(servers);

interface Said {
  page: string;
  /** A sentence or more of ours. Outside names may stand inside, quotes of a server do not. */
  text: string;
}

let said: Said[] = [];
let pages: ToolPage[] = [];

function wordsOf(page: ToolPage): string[] {
  return [
    page.meta,
    page.lead,
    page.rationale,
    ...page.doubts,
    ...(page.raised === null ? [] : [page.raised]),
    ...(page.returns === null ? [] : [page.returns]),
    ...page.questions.flatMap(({ question, answer }) => (answer === null ? [question] : [question, answer])),
  ];
}

before(() => {
  const find = neighbours(tools);
  const costs = tokenCosts(servers);
  pages = tools.map(({ server, tool }) =>
    toolPage(toolServer(server), tool, { ...alone, neighboursOf: find }),
  );
  said = [
    ...pages.flatMap((page) => wordsOf(page).map((text) => ({ page: page.title, text }))),
    ...servers.flatMap((server) => {
      const { verdict, tokens, history, reviews, title } = serverPage(server, costs);
      const sentences = history.map(({ sentence }) => sentence);
      return [verdict, ...(tokens === null ? [] : [tokens.sentence]), ...sentences, ...reviews].map(
        (text) => ({
          page: title,
          text,
        }),
      );
    }),
  ];
});

function never(pattern: RegExp): void {
  for (const { page, text } of said) assert.doesNotMatch(text, pattern, page);
}

describe('the words of the whole catalogue', () => {
  it('are there', () => {
    assert.ok(tools.length > 1_000 && said.length > tools.length * 5);
  });

  it('end in a stop, and are never empty or cut', () => {
    for (const { page, text } of said) assert.match(text, /^[^\s].*[^\s.][.?!]["”’»)\]]?$/su, page);
    never(/…|\.{2}|undefined|\bnull\b|NaN|\[object/);
  });

  it('double no word of ours', () => {
    never(/\b(the|a|an|to|of|is|it|and|or|at|in|on|by|call|policy|server|mcp|tool|risk) \1\b/i);
  });

  it('have the right articles', () => {
    never(/\ba (?:Execute|unknown|hour)\b|\ban (?:Read|Write|Destructive|Financial)\b/);
  });

  it('have the right plurals', () => {
    never(
      /(?<![\d.,])\b1 (?:calls|tools|tokens|servers|items|characters|more actions)\b|\b[02-9]\d* (?:call|tool|token|server|item)\b/,
    );
  });

  it('leave single spaces, and none before a stop', () => {
    never(/ {2}| [.,;:?](?:\s|$)|\( | \)/);
  });

  it('ask each question of a page once, by the tool’s name', () => {
    for (const { questions, name, title } of pages) {
      assert.ok(questions.length >= 3, title);
      assert.equal(new Set(questions.map(({ question }) => question)).size, questions.length, title);
      for (const { question } of questions) assert.ok(question.includes(name), title);
    }
  });

  it('quote no half word', () => {
    for (const { tool } of tools) {
      for (const evidence of tool.classification.signals) {
        const { at, quote } = wholeWords(tool.definition, evidence);
        const text = textAt(tool.definition, at) ?? '';
        const start = quote === '' ? -1 : text.indexOf(quote);
        if (start === -1) continue;
        const around = `${text.charAt(start - 1)}|${quote}|${text.charAt(start + quote.length)}`;
        assert.doesNotMatch(around, /^\p{L}\|\p{L}|\p{L}\|\p{L}$/u, tool.definition.name);
      }
    }
  });
});
