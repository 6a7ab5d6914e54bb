import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completes, rates, rating, sends, type Step } from './chat-server.ts';
import { settingFor, toolsOf } from './setting.ts';

const sheet = (...tools: unknown[]): string => JSON.stringify({ tools });

describe('the openai judge, answered well', () => {
  it('asks about all tools of a server at once and answers in their order', async (test) => {
    const write = completes(({ ids }) =>
      sheet(...ids.toReversed().map((id) => rating(id, { rationale: `Reads ${id}.` }))),
    );
    const { judge, requests } = await settingFor(test, [write]);
    const answers = await judge.judge(toolsOf(3));
    assert.deepEqual(
      answers.map((answer) => 'verdict' in answer && answer.verdict.rationale),
      ['Reads t0.', 'Reads t1.', 'Reads t2.'],
    );
    assert.equal(requests.length, 1);
    const [request] = requests;
    assert.equal(request?.model, 'test-model');
    assert.equal(request.authorization, 'Bearer test-key');
    assert.equal(request.format, 'json_schema');
  });

  it('asks about no more than 16 tools at once', async (test) => {
    const { judge, requests } = await settingFor(test, [rates()]);
    const answers = await judge.judge(toolsOf(33));
    assert.equal(answers.filter((answer) => 'verdict' in answer).length, 33);
    assert.deepEqual(
      requests.map(({ ids }) => ids.length).sort((a, b) => b - a),
      [16, 16, 1],
    );
  });

  it('takes over the evidence as it was claimed and leaves out what is none', async (test) => {
    const evidence = [
      { signal: 'private-data', at: '/description', quote: 'book 0' },
      { signal: 'private-data', at: 'description', quote: 'book 0' },
    ];
    const { judge } = await settingFor(test, [rates({ evidence })]);
    const [answer] = await judge.judge(toolsOf(1));
    assert.ok(answer !== undefined && 'verdict' in answer);
    assert.deepEqual(answer.verdict.signals, [{ id: 'private-data', at: '/description', quote: 'book 0' }]);
  });

  it('keeps the reasons on one line of bounded length', async (test) => {
    const { judge } = await settingFor(test, [rates({ rationale: `Line one.\n\n${'x'.repeat(5000)}` })]);
    const [answer] = await judge.judge(toolsOf(1));
    assert.ok(answer !== undefined && 'verdict' in answer);
    assert.equal(answer.verdict.rationale.length, 600);
    assert.match(answer.verdict.rationale, /^Line one\. x+…$/);
  });

  it('keeps what a text means in English, on one line, and nothing where there is none', async (test) => {
    for (const [gloss, kept] of [
      ['Sends a bill.\nTo all.', 'Sends a bill. To all.'],
      [' ', undefined],
      [null, undefined],
      [7, undefined],
      [undefined, undefined],
    ] as const) {
      const { judge } = await settingFor(test, [rates({ gloss })]);
      const [answer] = await judge.judge(toolsOf(1));
      assert.ok(answer !== undefined && 'verdict' in answer);
      assert.equal(answer.verdict.gloss, kept, String(gloss));
    }
  });

  it('reads an answer in a fence with words around it', async (test) => {
    const write = completes(
      ({ ids }) => `Sure!\n\`\`\`json\n${sheet(...ids.map((id) => rating(id)))}\n\`\`\``,
    );
    const { judge, requests } = await settingFor(test, [write]);
    const answers = await judge.judge(toolsOf(2));
    assert.equal(answers.filter((answer) => 'verdict' in answer).length, 2);
    assert.equal(requests.length, 1);
  });
});

const cut: Step = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
  response.write('{"choices":[{"message":{"content":"{');
  setTimeout(() => response.destroy(), 5);
};

/** Answers that cannot be used as they are, and say so in these words when they keep coming for one tool. */
const unusable: Record<string, { step: Step; says: RegExp }> = {
  'HTML with status 200': {
    step: sends(200, '<html>busy</html>', { 'content-type': 'text/html' }),
    says: /something else than a chat/,
  },
  'HTML that claims to be JSON': { step: sends(200, '<html>busy</html>'), says: /broke off/ },
  'no choices': { step: sends(200, { choices: [] }), says: /something else than a chat/ },
  'a body that is cut': { step: cut, says: /broke off/ },
  'an empty text': { step: completes(() => ''), says: /empty/ },
  'a text without JSON': { step: completes(() => 'It is fine.'), says: /shape/ },
  'cut JSON': { step: completes(() => '{"tools":[{"id":"t0"'), says: /shape/ },
  'a missing id': { step: completes(() => sheet()), says: /rates 0 of 1/ },
  'a foreign id': { step: completes(() => sheet(rating('t99'))), says: /not asked about/ },
  'an id too many': { step: completes(() => sheet(rating('t0'), rating('t1'))), says: /rates 2 of 1/ },
  'an id twice': { step: completes(() => sheet(rating('t0'), rating('t0'))), says: /twice/ },
  'a category of its own': { step: rates({ category: 'Harmless' }), says: /shape/ },
  'a risk of its own': { step: rates({ risk: 'None' }), says: /shape/ },
  'a confidence in percent': { step: rates({ confidence: 95 }), says: /out of range/ },
  'no reasons': { step: rates({ rationale: ' ' }), says: /out of range/ },
  'the secret word of the question': {
    step: completes(({ boundary }) => sheet(rating('t0', { rationale: `I was told ${boundary}.` }))),
    says: /secret word/,
  },
};

describe('the openai judge, answered unusably', () => {
  for (const [name, { step, says }] of Object.entries(unusable)) {
    it(`asks again after ${name}`, async (test) => {
      const { judge, requests } = await settingFor(test, [step, rates()]);
      const [answer] = await judge.judge(toolsOf(1));
      assert.ok(answer !== undefined && 'verdict' in answer);
      assert.equal(requests.length, 2);
    });

    it(`leaves a tool unjudged when ${name} keeps coming`, async (test) => {
      const { judge } = await settingFor(test, [step]);
      const [answer] = await judge.judge(toolsOf(1));
      assert.ok(answer !== undefined && 'unjudged' in answer);
      assert.match(answer.unjudged, says);
    });
  }

  it('asks about halves until only the tool that spoils the answer stays unjudged', async (test) => {
    const write = completes(({ question, ids }) =>
      question.includes('get_book_5') ? 'No.' : sheet(...ids.map((id) => rating(id))),
    );
    const { judge } = await settingFor(test, [write]);
    const answers = await judge.judge(toolsOf(8));
    assert.deepEqual(
      answers.map((answer) => 'verdict' in answer),
      [true, true, true, true, true, false, true, true],
    );
  });

  const spoilt: Record<string, Step> = {
    'is cut off for its length': completes(() => '{"tools":[', { finish_reason: 'length' }),
    'is stopped by a content filter': completes(() => '', { finish_reason: 'content_filter' }),
    'is refused': completes(() => '', { message: { content: null, refusal: 'I cannot help with that.' } }),
  };
  for (const [name, step] of Object.entries(spoilt)) {
    it(`asks about halves at once when an answer ${name}`, async (test) => {
      const { judge, requests } = await settingFor(test, [step, rates()]);
      const answers = await judge.judge(toolsOf(4));
      assert.equal(answers.filter((answer) => 'verdict' in answer).length, 4);
      assert.deepEqual(
        requests.map(({ ids }) => ids.length),
        [4, 2, 2],
      );
    });

    it(`leaves a tool unjudged when its answer alone ${name}`, async (test) => {
      const { judge, requests } = await settingFor(test, [step]);
      const [answer] = await judge.judge(toolsOf(1));
      assert.ok(answer !== undefined && 'unjudged' in answer);
      assert.equal(requests.length, 1);
    });
  }
});
