import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { type Asked, askedBy, fails, rates, sends, sheetFor, type Step } from './chat-server.ts';

const Line = z.object({
  custom_id: z.string(),
  method: z.literal('POST'),
  url: z.string(),
  body: z.unknown(),
});
const Creation = z.object({
  input_file_id: z.string(),
  endpoint: z.literal('/v1/chat/completions'),
  completion_window: z.literal('24h'),
});

interface ServedBatch {
  id: string;
  input_file_id: string;
  looks: number;
}

/** One question of a batch, as the endpoint received it. */
export interface BatchQuestion {
  name: string;
  asked: Asked;
}

/** What one question of a batch comes to: a line of the file of answers, or of the file of errors. */
export interface BatchAnswer {
  line: Record<string, unknown> | string;
  isError?: boolean;
}

/** How the endpoint behaves. */
export interface BatchConduct {
  answer?: (question: BatchQuestion) => BatchAnswer;
  /** What the first, second and each later look at a batch finds. */
  states?: readonly string[];
  /** Members of the batch at each look, such as errors. */
  more?: (batch: ServedBatch) => Record<string, unknown>;
  /** What happens instead of the usual at a route, such as `POST /v1/batches`. */
  instead?: Readonly<Record<string, Step | undefined>>;
  /** Whether the connection breaks after a batch was made and before its name is told. */
  losesAnswer?: boolean;
  chat?: Step;
}

/** The line of a question that was answered with this text. */
export function answered({ name }: BatchQuestion, content: string, usage?: object): BatchAnswer {
  const message = { role: 'assistant', content };
  const body = { choices: [{ index: 0, finish_reason: 'stop', message }], usage };
  return { line: { id: `r-${name}`, custom_id: name, response: { status_code: 200, body }, error: null } };
}

/** The line of a question that was refused. */
export function refused({ name }: BatchQuestion, status: number, message: string): BatchAnswer {
  const response = { status_code: status, body: { error: { message } } };
  return { line: { custom_id: name, response, error: null }, isError: true };
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> =>
  Buffer.concat(await Array.fromAsync(request));

async function uploadIn(request: IncomingMessage): Promise<string> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(await bodyOf(request)), { headers }).formData();
  const file = form.get('file');
  if (form.get('purpose') !== 'batch' || !(file instanceof File)) throw new Error('This is no batch file.');
  return file.text();
}

/** An endpoint with chat completions, files and batches on loopback. */
export async function batchServer(conduct: BatchConduct = {}) {
  const answer =
    conduct.answer ?? ((question: BatchQuestion) => answered(question, sheetFor(question.asked)));
  const chat = conduct.chat ?? rates();
  const states = conduct.states ?? ['validating', 'in_progress', 'completed'];
  const routes: string[] = [];
  const chats: Asked[] = [];
  const uploads: BatchQuestion[][] = [];
  const batches: ServedBatch[] = [];

  const described = (batch: ServedBatch): Record<string, unknown> => {
    const { id, input_file_id: input, looks } = batch;
    const status = states[Math.min(looks, states.length) - 1] ?? 'validating';
    const hasEnded = !['validating', 'in_progress', 'finalizing', 'cancelling'].includes(status);
    const files = hasEnded ? { output_file_id: `out-${input}`, error_file_id: `err-${input}` } : {};
    return { object: 'batch', id, input_file_id: input, status, ...files, ...conduct.more?.(batch) };
  };

  function create(text: string, response: ServerResponse): void {
    const { input_file_id } = Creation.parse(JSON.parse(text));
    const batch = { id: `batch-${batches.length}`, input_file_id, looks: 0 };
    batches.unshift(batch);
    if (conduct.losesAnswer === true) response.destroy();
    else json(response, described(batch));
  }

  function content(name: string, response: ServerResponse): void {
    const [kind, , index] = name.split('-');
    const questions = uploads[Number(index)] ?? [];
    const answers = questions.map((question) => answer(question));
    const lines = answers.filter(({ isError = false }) => isError === (kind === 'err'));
    response.end(
      lines.map(({ line }) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
    );
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').replace(/\?.*$/, '');
    const route = `${request.method ?? ''} ${path}`;
    routes.push(route);
    const instead = conduct.instead?.[route];
    const [, , kind, id = ''] = path.split('/');
    if (instead !== undefined) instead({ ids: [] } as unknown as Asked, response);
    else if (kind === 'chat') {
      const asked = askedBy((await bodyOf(request)).toString(), request.headers.authorization);
      chats.push(asked);
      chat(asked, response);
    } else if (route === 'POST /v1/files') {
      const lines = (await uploadIn(request)).split('\n').map((line) => Line.parse(JSON.parse(line)));
      uploads.push(
        lines.map((line) => ({ name: line.custom_id, asked: askedBy(JSON.stringify(line.body), undefined) })),
      );
      json(response, { id: `file-${uploads.length - 1}`, object: 'file' });
    } else if (kind === 'files') content(id, response);
    else if (route === 'POST /v1/batches') create((await bodyOf(request)).toString(), response);
    else if (route === 'GET /v1/batches') json(response, { data: batches.map(described), has_more: false });
    else {
      const batch = batches.find((each) => each.id === id);
      if (batch === undefined) fails(404, 'not_found')({} as Asked, response);
      else {
        batch.looks += 1;
        json(response, described(batch));
      }
    }
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    routes,
    chats,
    uploads,
    batches,
    close: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function json(response: ServerResponse, body: unknown): void {
  sends(200, body)({} as Asked, response);
}
