import { createParser } from 'eventsource-parser';
import type { EventSourceMessage } from 'eventsource-parser';
import { isObject } from '../../src/model/json.ts';
import type { Reply } from './wire.ts';

/** A JSON-RPC response as it came: a result or an error, to the request with that id. */
export interface RawResponse {
  jsonrpc: '2.0';
  id?: unknown;
  result?: unknown;
  error?: unknown;
}

function isResponse(value: unknown): value is RawResponse {
  return isObject(value) && value.jsonrpc === '2.0' && ('result' in value || 'error' in value);
}

/** The responses in a JSON text, alone or in a batch; none when it is no JSON. */
export function responsesIn(text: string): RawResponse[] {
  try {
    const value: unknown = JSON.parse(text);
    return (Array.isArray(value) ? value : [value]).filter(isResponse);
  } catch {
    return [];
  }
}

/** The events of a stream (https://html.spec.whatwg.org/multipage/server-sent-events.html), as they come. */
export async function* eventsOf(body: AsyncIterable<string>): AsyncGenerator<EventSourceMessage> {
  const events: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (event) => events.push(event) });
  for await (const piece of body) {
    parser.feed(piece);
    yield* events.splice(0);
  }
  parser.feed('\n\n'); // some servers leave out the blank line that ends the last event
  yield* events.splice(0);
}

async function* fromEvents(body: AsyncIterable<string>): AsyncGenerator<RawResponse> {
  for await (const { data } of eventsOf(body)) yield* responsesIn(data);
}

async function* alone(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}

/** Whether a whole body holds a response, as JSON or in an event. */
export function holdsMessage(text: string): boolean {
  if (responsesIn(text).length > 0) return true;
  return text
    .split(/\r?\n/)
    .some((line) => line.startsWith('data:') && responsesIn(line.slice(5)).length > 0);
}

/**
 * The responses in a reply's body, whatever its status and whether or not its type says what it holds.
 * `text` is what the body says when there is none.
 */
export async function* responsesOf(
  { headers, body }: Reply,
  keepText: (text: string) => void,
): AsyncGenerator<RawResponse> {
  if (headers.get('content-type')?.includes('event-stream') === true) {
    yield* fromEvents(body);
    return;
  }
  let text = '';
  for await (const piece of body) text += piece;
  const found = responsesIn(text);
  if (found.length > 0) yield* found;
  else if (holdsMessage(text)) yield* fromEvents(alone(text));
  else keepText(text);
}
