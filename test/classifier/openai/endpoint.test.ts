import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { UserError } from '../../../src/terminal/command.ts';
import { completes, fails, rates, rating, type Step } from './chat-server.ts';
import { settingFor, toolsOf } from './setting.ts';

const soon = { 'retry-after-ms': '1' };

describe('the openai judge at an endpoint that asks to wait', () => {
  it('waits as long as Retry-After says, in seconds', async (test) => {
    const { judge, pauses, requests } = await settingFor(test, [
      fails(429, 'rate_limit_exceeded', { 'retry-after': '7' }),
      rates(),
    ]);
    const [answer] = await judge.judge(toolsOf(1));
    assert.ok(answer !== undefined && 'verdict' in answer);
    assert.deepEqual(pauses, [7000]);
    assert.equal(requests.length, 2);
  });

  it('waits longer than the minute at which the SDK loses patience', async (test) => {
    const { judge, pauses, requests } = await settingFor(test, [
      fails(429, 'rate_limit_exceeded', { 'retry-after': '120' }),
      rates(),
    ]);
    await judge.judge(toolsOf(1));
    assert.deepEqual(pauses, [120_000]);
    assert.equal(requests.length, 2);
  });

  it('waits until the date that Retry-After names, by the clock of the endpoint and not by its own', async (test) => {
    const date = 'Thu, 01 Jan 2026 05:00:00 GMT';
    const { judge, pauses } = await settingFor(test, [
      fails(429, 'rate_limit_exceeded', { date, 'retry-after': 'Thu, 01 Jan 2026 05:00:30 GMT' }),
      rates(),
    ]);
    await judge.judge(toolsOf(1));
    assert.deepEqual(pauses, [30_000]);
  });

  it('waits longer each time when nothing says how long', async (test) => {
    const busy = fails(429, 'rate_limit_exceeded');
    const { judge, pauses } = await settingFor(test, [busy, busy, busy, rates()]);
    await judge.judge(toolsOf(1));
    assert.deepEqual(pauses, [1000, 2000, 4000]);
  });

  it('ends the run when the wait is longer than a run', async (test) => {
    const { judge } = await settingFor(test, [
      fails(429, 'rate_limit_exceeded', { 'retry-after': '86400' }),
      rates(),
    ]);
    await assert.rejects(judge.judge(toolsOf(1)), /asks to wait longer .*\n.*saved/s);
  });

  it('ends the run when the endpoint never has time', async (test) => {
    const { judge, requests } = await settingFor(test, [fails(429, 'rate_limit_exceeded', soon)]);
    await assert.rejects(judge.judge(toolsOf(1)), UserError);
    assert.equal(requests.length, 8);
  });
});

/** Refusals that no other question would escape, and the variable that the message must name. */
const pointless: Record<string, { step: Step; names: RegExp }> = {
  'no credit is left': { step: fails(429, 'insufficient_quota', soon), names: /OPENAI_API_KEY/ },
  'payment is required': { step: fails(402, 'payment_required'), names: /OPENAI_API_KEY/ },
  'the key is wrong': { step: fails(401, 'invalid_api_key'), names: /OPENAI_API_KEY/ },
  'the key may not do this': { step: fails(403, 'forbidden'), names: /OPENAI_API_KEY/ },
  'the model is unknown': { step: fails(404, 'model_not_found'), names: /OPENAI_MODEL/ },
};

async function rejection(test: TestContext, step: Step) {
  const { judge, requests } = await settingFor(test, [step]);
  const error: unknown = await judge.judge(toolsOf(1)).catch((reason: unknown) => reason);
  assert.ok(error instanceof UserError);
  return { judge, requests, error };
}

describe('the openai judge at an endpoint that refuses', () => {
  for (const [name, { step, names }] of Object.entries(pointless)) {
    it(`ends the run when ${name}, and asks nothing more`, async (test) => {
      const { judge, requests, error } = await rejection(test, step);
      assert.match(error.message, names);
      await assert.rejects(judge.judge(toolsOf(1)), UserError);
      assert.equal(requests.length, 1);
    });
  }

  it('never repeats the key in a message', async (test) => {
    const echo: Step = (_, response) => {
      response.writeHead(401, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({ error: { message: 'Incorrect key: test-key', code: 'invalid_api_key' } }),
      );
    };
    const { error } = await rejection(test, echo);
    assert.doesNotMatch(error.message, /test-key/);
    assert.match(error.message, /Incorrect key/);
  });

  it('ends the run when nobody listens there', async (test) => {
    const { judge, close } = await settingFor(test, [rates()], { retries: 0 });
    close();
    await assert.rejects(judge.judge(toolsOf(1)), /Nobody answers .*OPENAI_BASE_URL/s);
  });
});

describe('the openai judge at an endpoint that fails now and then', () => {
  it('asks again after a server error', async (test) => {
    const { judge, requests } = await settingFor(test, [fails(503, 'overloaded', soon), rates()]);
    const [answer] = await judge.judge(toolsOf(1));
    assert.ok(answer !== undefined && 'verdict' in answer);
    assert.equal(requests.length, 2);
  });

  const resets: Step = (_, response) => {
    response.destroy();
  };

  for (const [name, step] of [
    ['the connection is reset', resets],
    ['a request timed out there', fails(408, 'timeout', soon)],
    ['something is locked', fails(409, 'conflict', soon)],
  ] as const) {
    it(`asks again when ${name}`, async (test) => {
      const { judge, requests } = await settingFor(test, [step, rates()]);
      const [answer] = await judge.judge(toolsOf(1));
      assert.ok(answer !== undefined && 'verdict' in answer);
      assert.equal(requests.length, 2);
    });
  }

  it('leaves the tools unjudged when the connection is reset each time', async (test) => {
    const { judge } = await settingFor(test, [resets], { retries: 1 });
    const [answer] = await judge.judge(toolsOf(1));
    assert.ok(answer !== undefined && 'unjudged' in answer);
    assert.match(answer.unjudged, /The connection broke off/);
  });

  it('does not ask again where the endpoint says that this is of no use', async (test) => {
    const { judge, requests } = await settingFor(test, [fails(503, 'broken', { 'x-should-retry': 'false' })]);
    const [answer] = await judge.judge(toolsOf(1));
    assert.ok(answer !== undefined && 'unjudged' in answer);
    assert.equal(requests.length, 1);
  });

  it('leaves the tools unjudged when the server error stays', async (test) => {
    const { judge, requests } = await settingFor(test, [fails(500, 'broken', soon)]);
    const answers = await judge.judge(toolsOf(4));
    assert.equal(answers.filter((answer) => 'unjudged' in answer).length, 4);
    assert.equal(requests.length, 5);
  });

  it('ends the run after ten questions in a row without an answer', async (test) => {
    const { judge, requests } = await settingFor(test, [fails(500, 'broken', soon)]);
    await assert.rejects(judge.judge(toolsOf(16 * 12)), /10 questions in a row/);
    assert.ok(requests.length <= 14 * 5);
  });

  it('asks about fewer tools when no answer comes in time', async (test) => {
    const slow: Step = (asked, response) => {
      if (asked.ids.length === 1) rates()(asked, response);
    };
    const { judge } = await settingFor(test, [slow], { timeout: 150 });
    const answers = await judge.judge(toolsOf(2));
    assert.equal(answers.filter((answer) => 'verdict' in answer).length, 2);
  });
});

/** Takes only these formats, as many compatible servers do. */
function understands(...formats: (string | null)[]): Step {
  return (asked, response) => {
    const step = formats.includes(asked.format) ? rates() : fails(400, 'unsupported_response_format');
    step(asked, response);
  };
}

describe('the openai judge at an endpoint with fewer answer formats', () => {
  for (const [accepted, ladder] of [
    ['json_object', ['json_schema', 'json_object', 'json_object']],
    [null, ['json_schema', 'json_object', null, null]],
  ] as const) {
    it(`goes down to ${accepted ?? 'plain text'} and stays there`, async (test) => {
      const { judge, requests } = await settingFor(test, [understands(accepted)]);
      await judge.judge(toolsOf(1));
      const [answer] = await judge.judge(toolsOf(1));
      assert.ok(answer !== undefined && 'verdict' in answer);
      assert.deepEqual(
        requests.map(({ format }) => format),
        ladder,
      );
    });
  }

  it('keeps the strict format when one question is refused in every format', async (test) => {
    const picky: Step = (asked, response) => {
      const step = asked.question.includes('get_book_0') ? fails(400, 'invalid_request') : rates();
      step(asked, response);
    };
    const { judge, requests } = await settingFor(test, [picky]);
    const [first] = await judge.judge(toolsOf(1));
    assert.ok(first !== undefined && 'unjudged' in first);
    await judge.judge(toolsOf(2).slice(1));
    assert.equal(requests.at(-1)?.format, 'json_schema');
  });

  it('asks about halves when the question is too long for the model', async (test) => {
    const small = completes(({ ids }) => JSON.stringify({ tools: ids.map((id) => rating(id)) }));
    const step: Step = (asked, response) => {
      (asked.ids.length > 2 ? fails(400, 'context_length_exceeded') : small)(asked, response);
    };
    const { judge, requests } = await settingFor(test, [step]);
    const answers = await judge.judge(toolsOf(4));
    assert.equal(answers.filter((answer) => 'verdict' in answer).length, 4);
    assert.ok(requests.every(({ format }) => format === 'json_schema'));
  });
});
