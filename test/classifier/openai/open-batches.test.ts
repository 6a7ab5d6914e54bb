import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { planOf } from '../../../classifier/plan.ts';
import { answered } from './batch-server.ts';
import type { Store } from '../../../src/store/store.ts';
import { batchSetting, failureOf, tools } from './batch-setting.ts';
import { fails, sheetFor, type Step } from './chat-server.ts';

describe('a batch that does not end as it should', () => {
  for (const status of ['failed', 'expired', 'cancelled']) {
    it(`keeps what came before it was ${status}, says why, and is not asked for again`, async (test) => {
      const { ask, verdicts, store, batches } = await batchSetting(test, {
        states: ['in_progress', status],
        answer: (question) =>
          question.asked.ids.length === 8
            ? answered(question, sheetFor(question.asked))
            : {
                line: { custom_id: question.name, error: { code: 'batch_expired', message: 'Too late.' } },
                isError: true,
              },
        more: () => ({ errors: { data: [{ code: 'some_code', message: 'Because of\n\u001b[31mthat' }] } }),
      });
      const { message } = await failureOf(ask());
      assert.match(message, new RegExp(`batch batch-0 is ${status} \\(Because of ⟨U\\+001B⟩`));
      assert.match(message, /run the command again/);
      assert.equal(await verdicts(), 24);
      assert.deepEqual(await store.openBatches(), []);
      assert.equal(batches.length, 1);
    });
  }

  it('is tried with fewer questions when the queue is full', async (test) => {
    const { ask, batches, uploads, verdicts } = await batchSetting(test, {
      more: ({ input_file_id: file }) =>
        file === 'file-0'
          ? { status: 'failed', errors: { data: [{ code: 'token_limit_exceeded', message: 'Full.' }] } }
          : {},
    });
    await ask();
    assert.equal(await verdicts(), 40);
    assert.equal(batches.length, 3);
    assert.deepEqual(
      uploads.map(({ length }) => length),
      [2, 1, 1],
    );
  });

  it('is refused before anything is paid where there is no such route', async (test) => {
    const nothing = fails(404, 'not_found');
    const { ask, chats, uploads } = await batchSetting(test, { instead: { 'GET /v1/batches': nothing } });
    const { message } = await failureOf(ask());
    assert.match(message, /has no Batch API .*Leave out --batch/);
    assert.equal(chats.length + uploads.length, 0);
  });

  it('is refused where files cannot be sent', async (test) => {
    const { ask, store } = await batchSetting(test, {
      instead: { 'POST /v1/files': fails(405, 'not_allowed') },
    });
    assert.match((await failureOf(ask())).message, /has no Batch API/);
    assert.deepEqual(await store.openBatches(), []);
  });

  it('is waited for no longer than a day and a bit', async (test) => {
    const { ask, pauses, store } = await batchSetting(test, { states: ['in_progress'] });
    assert.match((await failureOf(ask())).message, /has not ended the batch batch-0 in time/);
    const waited = pauses.reduce((sum, pause) => sum + pause, 0);
    assert.ok(waited >= 26 * 60 * 60_000 && waited < 27 * 60 * 60_000);
    assert.equal((await store.openBatches()).length, 1);
  });

  it('is still waited for when some looks at it fail', async (test) => {
    let looks = 0;
    const { ask, verdicts } = await batchSetting(test, {
      instead: {
        get 'GET /v1/batches/batch-0'() {
          looks += 1;
          return looks < 5 ? fails(503, 'overloaded') : undefined;
        },
      },
    });
    await ask();
    assert.equal(await verdicts(), 40);
  });
});

const breaks: Step = (_, response) => {
  response.writeHead(200, { 'content-length': '9999' });
  response.write('{"custom_id":"q0"');
  setTimeout(() => response.destroy(), 5);
};

/** An endpoint that ends the run at the first look at its batch, until the key is right again. */
function interruption() {
  const state = { isOn: true };
  const instead = {
    get 'GET /v1/batches/batch-0'() {
      return state.isOn ? fails(401, 'invalid_api_key') : undefined;
    },
  };
  return { state, instead };
}

describe('a batch of a run that was stopped', () => {
  it('is read by the next run, with or without --batch, and nothing is asked twice', async (test) => {
    for (const inBatches of [true, false]) {
      const { state, instead } = interruption();
      const { ask, routes, chats, batches, verdicts, said } = await batchSetting(test, { instead });
      await failureOf(ask());
      assert.equal(await verdicts(), 16);
      state.isOn = false;
      routes.length = 0;
      const { answered: number } = await ask(inBatches);
      assert.equal(number, 24);
      assert.equal(await verdicts(), 40);
      assert.equal(chats.length, 1);
      assert.equal(batches.length, 1);
      assert.ok(!routes.includes('POST /v1/files'));
      assert.ok(said.some((line) => line.startsWith('An earlier run gave 2 questions away')));
    }
  });

  it('is in the store before it is paid, and is not planned for again', async (test) => {
    let known: ReturnType<Store['openBatches']> = Promise.resolve([]);
    const { state, instead } = interruption();
    const { ask, store, judge } = await batchSetting(test, {
      instead: Object.defineProperty(instead, 'POST /v1/batches', {
        get: () => {
          known = store.openBatches();
          return undefined;
        },
      }),
    });
    await failureOf(ask());
    assert.equal(state.isOn, true);
    assert.equal((await known).length, 1);
    assert.equal((await planOf(store, judge, [tools])).tools, 0);
  });

  it('is found again when the kill came before its name was saved', async (test) => {
    const { state, instead } = interruption();
    const { ask, store, batches, verdicts } = await batchSetting(test, { instead });
    await failureOf(ask());
    const [open] = await store.openBatches();
    assert.ok(open !== undefined);
    await store.saveBatch({ ...open, id: null });
    state.isOn = false;
    await ask();
    assert.equal(await verdicts(), 40);
    assert.equal(batches.length, 1);
    assert.deepEqual(await store.openBatches(), []);
  });

  it('is made anew when the kill came before there was one', async (test) => {
    const { ask, store, batches, verdicts, judge } = await batchSetting(test);
    await store.saveBatch({
      endpoint: judge.route.address,
      version: judge.version,
      file: 'file-lost',
      id: null,
      questions: [],
    });
    await ask();
    assert.equal(await verdicts(), 40);
    assert.equal(batches.length, 1);
    assert.deepEqual(await store.openBatches(), []);
  });

  it('is made once, also when the answer to its making is lost', async (test) => {
    const { ask, batches, verdicts } = await batchSetting(test, { losesAnswer: true });
    await ask();
    assert.equal(await verdicts(), 40);
    assert.equal(batches.length, 1);
  });

  it('stays open when its answers break off, and is read again', async (test) => {
    let isBroken = true;
    const { ask, store, verdicts, batches, chats } = await batchSetting(test, {
      instead: {
        get 'GET /v1/files/out-file-0/content'() {
          return isBroken ? breaks : undefined;
        },
      },
    });
    await failureOf(ask());
    assert.equal((await store.openBatches()).length, 1);
    isBroken = false;
    await ask();
    assert.equal(await verdicts(), 40);
    assert.equal(batches.length, 1);
    assert.equal(chats.length, 1);
  });

  it('is forgotten, and its questions open again, when the endpoint does not know it any more', async (test) => {
    const { state, instead } = interruption();
    const { ask, batches, store, verdicts } = await batchSetting(test, { instead });
    await failureOf(ask());
    state.isOn = false;
    batches.length = 0;
    assert.match((await failureOf(ask())).message, /does not know the batch batch-0 any more/);
    assert.deepEqual(await store.openBatches(), []);
    assert.equal(await verdicts(), 16);
  });

  it('is forgotten when its answers are gone, and its questions are asked again', async (test) => {
    const { ask, chats, store, verdicts } = await batchSetting(test, {
      instead: { 'GET /v1/files/out-file-0/content': fails(404, 'not_found') },
    });
    await ask();
    assert.equal(await verdicts(), 40);
    assert.equal(chats.length, 1);
    assert.deepEqual(await store.openBatches(), []);
  });

  it('of another endpoint or another model is left alone', async (test) => {
    const { ask, store, judge } = await batchSetting(test);
    const other = {
      endpoint: 'https://other.example/v1',
      version: judge.version,
      file: 'a',
      id: 'b',
      questions: [],
    };
    await store.saveBatch(other);
    await store.saveBatch({ ...other, file: 'c', endpoint: judge.route.address, version: 'another' });
    await ask();
    assert.deepEqual(
      (await store.openBatches()).map(({ file }) => file),
      ['a', 'c'],
    );
  });
});
