import { z } from 'zod';
import type { Classification } from '../src/model/classification.ts';
import { isDeeperThan, isObject, type Json, type JsonObject, wellFormed } from '../src/model/json.ts';
import { limits } from '../src/model/limits.ts';
import { isUndescribed, Subject, ToolDefinition } from '../src/model/tool.ts';
import { fit } from '../src/policy/fit.ts';
import { policyJson, policyJsonOf } from '../src/policy/formats/policy-json.ts';
import { policyOf } from '../src/policy/recommend.ts';
import type { Line } from './lines.ts';

/** A line of input that names a tool. */
export interface Legible {
  number: number;
  subject: Subject;
  /** The definition as it came, with the server where a judge sees that: same key, same rating, same quotes. */
  key: string;
}

/** A line of input that does not, and why. */
export interface Illegible {
  number: number;
  error: string;
}

/** Strict, so that no byte is silently replaced; it drops a byte order mark. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** An object that was read by JSON.parse, so that nobody has to go through its members. */
const ReadObject = z.custom<JsonObject>(isObject);

/** A subject out of a line: what `Subject` is, without a second look at what can only be JSON. What it refuses, `Subject` does. */
const ReadSubject = Subject.extend({
  tool: ToolDefinition.extend({ inputSchema: ReadObject.optional(), outputSchema: ReadObject.optional() }),
});

/** The same record without members that are null, which many writers use for absent ones. */
function withoutNulls(value: unknown): unknown {
  if (!isObject(value) || !Object.values(value).includes(null)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null));
}

function normalised(value: unknown): unknown {
  if (!isObject(value) || !isObject(value.tool)) return value;
  const tool = { ...value.tool, annotations: withoutNulls(value.tool.annotations) };
  return { ...value, server: withoutNulls(value.server), tool: withoutNulls(tool) };
}

function whatIsWrong({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.join('.') || 'The line'}: ${message}`).join('; ');
}

/** How JSON spells halves of characters and NUL. Text that was strict UTF-8 can hold neither in another way. */
const mayBeIllFormed = /\\u(?:d[89a-f]|0000)/i;

/** What `Subject` leaves out of a schema, written plainly or with characters of ASCII spelled as JSON may. */
const mayHoldPrototype = /__proto__|\\u00[0-7]/i;

function subjectIn(text: string): Subject | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `This is not JSON: ${error instanceof Error ? error.message : 'unreadable'}`;
  }
  // The tool is one level down in its line.
  if (isDeeperThan(value, limits.definitionDepth + 1))
    return `This is nested deeper than ${limits.definitionDepth}.`;
  const sound = mayBeIllFormed.test(text) ? wellFormed(value as Json) : value;
  const given = normalised(sound);
  const quick = mayHoldPrototype.test(text) ? null : ReadSubject.safeParse(given);
  const parsed = quick?.success === true ? quick : Subject.safeParse(given);
  return parsed.success ? parsed.data : whatIsWrong(parsed.error);
}

function legible(number: number, subject: Subject): Legible {
  const { tool } = subject;
  return { number, subject, key: JSON.stringify(isUndescribed(tool) ? subject : tool) };
}

/** Reads one line of input: a subject or what is wrong with it; null for a blank line. */
export function readLine(line: Line): Legible | Illegible | null {
  const { number } = line;
  if ('tooLong' in line) return { number, error: `The line is longer than ${limits.lineBytes} bytes.` };
  try {
    const text = utf8.decode(line.bytes);
    if (text.trim() === '') return null;
    const subject = subjectIn(text);
    return typeof subject === 'string' ? { number, error: subject } : legible(number, subject);
  } catch {
    return { number, error: 'The line is not UTF-8.' };
  }
}

/** In place of the hash of a definition: policy.json cannot name it, so it is not worked out. */
const unprinted = '';

/**
 * One line of output for a rated tool. Its members and their order are a promise to outside users:
 * server, tool, category, risk, confidence, signals, rationale, policy.
 */
export function assessment({ server, tool }: Subject, classification: Classification): string {
  const { category, risk, confidence, signals, rationale } = classification;
  const rated = { definition: tool, hash: unprinted, classification };
  const policy = policyOf({ id: server.name, name: server.name, tools: [rated] }, 'balanced');
  const fitted = fit(policy, policyJson, { withGuard: false });
  const evidence = signals.map(({ id, at, quote }) => ({ id, at, quote }));
  return JSON.stringify({
    server: server.name,
    tool: tool.name,
    category,
    risk,
    confidence,
    signals: evidence,
    rationale,
    policy: policyJsonOf(fitted.policy),
  });
}

/** One line of output for a line that could not be read. */
export function complaint({ number, error }: Illegible): string {
  return JSON.stringify({ line: number, error });
}
