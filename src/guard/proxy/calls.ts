import type { JSONRPCRequest } from '@modelcontextprotocol/client';
import { isObject } from '../../model/json.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { limits } from '../../model/limits.ts';
import type { Verdict } from '../judge.ts';
import { words } from '../words.ts';
import { canAskForm, capabilitiesIn, envelopeOf } from './envelope.ts';
import { judgeCall, writeDown, type Grant, type ToolCall } from './grant.ts';
import { codes, type Line, type Result } from './line.ts';
import { listTools } from './listing.ts';
import { answerName, isConsent, questionAbout } from './question.ts';

type Because = Pick<Verdict, 'rule' | 'reason'>;

/** What a call has to do with. */
interface Calling {
  line: Line;
  grant: Grant;
  request: JSONRPCRequest;
  call: ToolCall;
  /** What the client said at the beginning that it can do, in revisions that say it there. */
  capabilities: unknown;
}

const because = (rule: string, reason: string): Because => ({ rule, reason });

function refuse({ line, grant, request, call }: Calling, why: Because, say = words.refused): void {
  const unwritten = writeDown(grant, call, { ...why, decision: 'deny' });
  const text = unwritten === null ? say(call.tool, why) : say(call.tool, because('/', unwritten));
  const complete = envelopeOf(request.params) === null ? {} : { resultType: 'complete' };
  line.answer(request.id, { ...complete, content: [{ type: 'text', text }], isError: true });
}

/** The parameters of a call without these members. */
function without(params: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(params).filter(([name]) => !names.includes(name)));
}

/** An answer with which the server asks something first: it comes back under a ticket, so that it is not counted twice. */
function ticketed(calling: Calling, verdict: Verdict, result: Result): Result {
  if (result.resultType !== 'input_required') return result;
  const { rule, taken } = verdict;
  const state = typeof result.requestState === 'string' ? result.requestState : undefined;
  const number = calling.grant.tickets.issue({ ...calling.call }, { asks: 'server', taken, state, rule });
  return number === null ? result : { ...result, requestState: number };
}

/** Writes a call down and hands it to the server. */
function make(calling: Calling, verdict: Verdict, params: JsonObject): void {
  if (!calling.line.isWaiting(calling.request.id)) {
    verdict.taken?.release(); // cancelled meanwhile
    return;
  }
  const unwritten = writeDown(calling.grant, calling.call, { ...verdict, decision: 'allow' });
  if (unwritten !== null) {
    verdict.taken?.release();
    refuse(calling, because('/', unwritten));
    return;
  }
  const request = { ...calling.request, params };
  calling.line.forward(request, (result) => ticketed(calling, verdict, result));
}

/** Asks over the connection, as revisions do that keep one. */
async function askAtOnce(calling: Calling, verdict: Verdict): Promise<void> {
  const { line, grant, request, call } = calling;
  const question = questionAbout(grant.server, call, verdict);
  const wait = { milliseconds: limits.guardAnswerMilliseconds, related: request.id };
  const answer = await line.ask('client', question, wait).catch(() => null);
  if (isConsent(answer)) {
    make(calling, verdict, request.params as JsonObject);
    return;
  }
  verdict.taken?.release();
  refuse(calling, because(verdict.rule, words.declined));
}

/** Asks by answering with the question, as the newest revision does: the same call then comes again with the answer. */
function askInReturn(calling: Calling, verdict: Verdict): void {
  const { line, grant, request, call } = calling;
  const { rule, taken } = verdict;
  const number = grant.tickets.issue({ ...call }, { asks: 'guard', taken, state: undefined, rule });
  if (number === null) {
    taken?.release();
    refuse(calling, because(rule, words.tooMany));
    return;
  }
  line.answer(request.id, {
    resultType: 'input_required',
    inputRequests: { [answerName]: questionAbout(grant.server, call, verdict) },
    requestState: number,
  });
}

function ask(calling: Calling, verdict: Verdict): Promise<void> | void {
  const envelope = envelopeOf(calling.request.params);
  const can = canAskForm(envelope === null ? calling.capabilities : capabilitiesIn(envelope));
  if (!can) {
    verdict.taken?.release();
    refuse(calling, verdict, words.cannotAsk);
  } else if (envelope === null) return askAtOnce(calling, verdict);
  else askInReturn(calling, verdict);
}

/** A call that comes again with an answer: to the guard's question, or to one of the server's. */
function resume(calling: Calling, params: JsonObject): void {
  const { grant, call } = calling;
  const { requestState: number, inputResponses } = params;
  const ticket = typeof number === 'string' ? grant.tickets.redeem(number, { ...call }) : null;
  if (ticket === null) {
    refuse(calling, because('/', words.noTicket));
    return;
  }
  const { asks, rule, taken, state } = ticket;
  const verdict: Verdict = { decision: 'allow', rule, reason: words.answered, taken };
  const answered = without(params, 'requestState');
  if (asks === 'server')
    make(calling, verdict, state === undefined ? answered : { ...answered, requestState: state });
  else if (isObject(inputResponses) && isConsent(inputResponses[answerName]))
    make(calling, verdict, without(answered, 'inputResponses'));
  else {
    taken?.release();
    refuse(calling, because(rule, words.declined));
  }
}

/** The hash of the definition that the server lists for the tool; null when the policy does not hold one to compare with. */
async function definitionOf({ line, grant, request, call }: Calling): Promise<string | null> {
  const wanted = grant.policy.tools.get(call.tool)?.definition ?? null;
  if (wanted === null) return null;
  const known = await grant.definitions.known(() => listTools(line, envelopeOf(request.params)));
  return known.get(call.tool) ?? 'not listed';
}

/** Judges a `tools/call` and answers it, or hands it to the server. */
export async function handleCall(
  line: Line,
  grant: Grant,
  request: JSONRPCRequest,
  capabilities: unknown,
): Promise<void> {
  const params = (request.params ?? {}) as JsonObject;
  const { name, arguments: given = {} } = params;
  if (typeof name !== 'string' || !isObject(given)) {
    line.fail(
      request.id,
      codes.invalidParams,
      'Placard: tools/call needs a name and, if any, arguments as an object.',
    );
    return;
  }
  const call = { tool: name, arguments: given as Record<string, Json> };
  const calling: Calling = { line, grant, request, call, capabilities };
  if (params.requestState !== undefined || params.inputResponses !== undefined) {
    resume(calling, params);
    return;
  }
  let definition: string | null;
  try {
    definition = await definitionOf(calling);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    refuse(calling, because('/', words.unlisted(cause)));
    return;
  }
  const verdict = judgeCall(grant, call, definition);
  if (verdict.decision === 'deny') refuse(calling, verdict);
  else if (verdict.decision === 'ask' && grant.asking === 'guard') await ask(calling, verdict);
  else make(calling, verdict, params);
}
