import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Category } from '../../src/model/categories.ts';
import type { SignalId } from '../../src/model/signals.ts';
import type { CatalogueTool } from '../../src/model/server.ts';
import { combinationsOf } from '../../src/view/combinations.ts';
import { sampleServer, sampleTool } from '../samples.ts';

const tool = (name: string, signals: SignalId[], category: Category = 'Read'): CatalogueTool =>
  sampleTool({ name }, { category, signals: signals.map((id) => ({ id, at: '/name', quote: name })) });

const formed = (...tools: CatalogueTool[]): string[][] =>
  combinationsOf(sampleServer('s', tools)).flatMap(({ parts }) =>
    parts.map(({ tools: playing }) => playing.map(({ name }) => name)),
  );

describe('what the tools of a server can do together', () => {
  it('needs a tool for each part, and names them', () => {
    const read = tool('read_mail', ['private-data']);
    const fetch = tool('fetch', ['arbitrary-url']);
    assert.deepEqual(formed(read, fetch), [['fetch'], ['read_mail'], ['fetch']]);
    assert.deepEqual(formed(read, tool('send', ['sends-message'])), []);
  });

  it('is nothing that one tool can do alone', () => {
    assert.deepEqual(formed(tool('all', ['private-data', 'arbitrary-url', 'runs-code'])), []);
  });

  it('joins files that are written with programs that are run, but not in a browser', () => {
    const write = tool('write_file', ['local-filesystem'], 'Write');
    assert.deepEqual(formed(write, tool('run', ['p:shell-command'])), [['write_file'], ['run']]);
    assert.deepEqual(formed(write, tool('evaluate', ['runs-code', 'browser-control'])), []);
    assert.deepEqual(formed(tool('read_file', ['local-filesystem']), tool('run', ['runs-code'])), []);
  });

  it('counts the tools that are not named', () => {
    const many = Array.from({ length: 9 }, (_, place) => tool(`secret_${place}`, ['returns-secrets']));
    const [found] = combinationsOf(sampleServer('s', [...many, tool('send', ['sends-message'])]));
    assert.deepEqual(
      found?.parts.map(({ tools, more }) => [tools.length, more]),
      [
        [6, 3],
        [1, 0],
      ],
    );
  });
});
