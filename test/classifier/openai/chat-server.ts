import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const Request = z.object({
  model: z.string(),
  messages: z.tuple([
    z.object({ role: z.literal('system'), content: z.string() }),
    z.object({ role: z.literal('user'), content: z.string() }),
  ]),
  response_format: z.object({ type: z.string() }).optional(),
});

/** One request as the endpoint received it. */
export interface Asked {
  model: string;
  rubric: string;
  question: string;
  /** The format asked for, or null when the request names none. */
  format: string | null;
  ids: string[];
  boundary: string;
  authorization: string | undefined;
}

/** What the endpoint does with one request. */
export type Step = (asked: Asked, response: ServerResponse) => void;

const Tools = z.object({ id: z.string() });

/** A request's body as an endpoint reads it. */
export function askedBy(text: string, authorization: string | undefined): Asked {
  const { model, messages, response_format: format } = Request.parse(JSON.parse(text));
  const question = messages[1].content;
  const boundary = /two lines that read (\S+):/.exec(question)?.[1] ?? '';
  const lines = question.split('\n');
  const tools = lines.slice(lines.indexOf(boundary) + 1, lines.lastIndexOf(boundary));
  const ids = tools.map((line) => Tools.parse(JSON.parse(line)).id);
  return {
    model,
    rubric: messages[0].content,
    question,
    format: format?.type ?? null,
    ids,
    boundary,
    authorization,
  };
}

/** A rating for one id as a model would write it. */
export function rating(id: string, fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id,
    evidence: [],
    rationale: 'Returns one record.',
    category: 'Read',
    risk: 'Low',
    confidence: 0.9,
    ...fields,
  };
}

/** Sends a body with a status. */
export function sends(status: number, body: unknown, headers: Record<string, string> = {}): Step {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

/** Refuses with an error in the endpoint's own shape. */
export function fails(status: number, code: string, headers: Record<string, string> = {}): Step {
  return sends(status, { error: { message: `Because of ${code}.`, code, type: code } }, headers);
}

/** What a completion carries beside its choice. */
interface Envelope {
  usage?: Record<string, unknown>;
  headers?: Record<string, string>;
}

/** Completes with the text that `write` makes of the request. */
export function completes(
  write: (asked: Asked) => string,
  choice: Record<string, unknown> = {},
  { usage, headers = {} }: Envelope = {},
): Step {
  return (asked, response) => {
    const message = { role: 'assistant', content: write(asked) };
    const body = { choices: [{ index: 0, finish_reason: 'stop', message, ...choice }], usage };
    sends(200, body, headers)(asked, response);
  };
}

/** The answer of a model that rates every tool it is asked about. */
export function sheetFor({ ids }: Asked, fields: Record<string, unknown> = {}): string {
  return JSON.stringify({ tools: ids.map((id) => rating(id, fields)) });
}

/** Rates every tool it is asked about. */
export function rates(fields: Record<string, unknown> = {}, envelope: Envelope = {}): Step {
  return completes((asked) => sheetFor(asked, fields), {}, envelope);
}

/** A chat endpoint on loopback that takes one step for each request and repeats the last one. */
export async function chatServer(steps: readonly Step[]) {
  const requests: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const asked = askedBy(Buffer.concat(chunks).toString(), request.headers.authorization);
      const step = steps[Math.min(requests.length, steps.length - 1)];
      requests.push(asked);
      step?.(asked, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    close: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
}
