import { join } from 'node:path';
import { exitCodes, parseCommand, UserError } from '../../terminal/command.ts';
import { listenerOf } from '../../terminal/listener.ts';
import { toStandardError } from '../../terminal/progress.ts';
import { countersIn } from '../counters.ts';
import { readPolicyFile } from '../policy-file.ts';
import { askingOf, askOption, defaultState, stateOption } from '../options.ts';
import { auditLogIn } from './audit.ts';
import { definitionsOf } from './definitions.ts';
import type { Grant } from './grant.ts';
import { readGrantsFile } from './grants-file.ts';
import { nameOf, redactionOf, upstreamOf } from './options.ts';
import { serveHttp } from './serve-http.ts';
import { serveStdio } from './serve-stdio.ts';
import { ticketsKeptBy } from './tickets.ts';

const command = {
  usage: `placard-guard proxy --policy FILE [options] (-- COMMAND ARGUMENT… | --url URL)
       placard-guard proxy --grants FILE --listen HOST:PORT [options] (-- COMMAND ARGUMENT… | --url URL)`,
  summary: `Stands in front of an MCP server, over standard input and output or as an HTTP endpoint, and holds the policy: hides
tools, refuses calls and arguments, counts, asks a person where the client can show a form, and refuses tools whose
definition is not the one that the policy was made for. Every call is written down before it is made. Over HTTP each
bearer token has its own policy and its own counters. Whatever goes wrong refuses the call. Policies are about tools:
resources and prompts go through.`,
  options: {
    policy: {
      type: 'string',
      value: 'FILE',
      help: 'The policy: the one that came with an export, or policy.json.',
    },
    name: {
      type: 'string',
      value: 'NAME',
      help: 'Whose access it is, in the log and for counting. Default: stdio.',
    },
    server: {
      type: 'string',
      value: 'NAME',
      help: 'What the server is called there. Default: its id in the policy, else its command or host.',
    },
    url: { type: 'string', value: 'URL', help: 'The server, when it is reached over Streamable HTTP.' },
    authorization: {
      type: 'string',
      value: 'VARIABLE',
      help: 'The environment variable that holds the Authorization header for that server.',
    },
    listen: {
      type: 'string',
      value: 'HOST:PORT',
      help: 'Serve HTTP at /mcp instead of standard input and output.',
    },
    grants: {
      type: 'string',
      value: 'FILE',
      help: 'Who may use it: {"grants":[{"name","tokenHash","policy"}]}. placard-guard token makes a token.',
    },
    audit: {
      type: 'string',
      value: 'FILE',
      help: 'The audit log, in JSON Lines. Default: audit.jsonl in the state folder.',
    },
    redact: {
      type: 'string',
      value: 'NAMES',
      help: 'Arguments to leave out of the log beside secrets, with commas between; "all" leaves out every value.',
    },
    ask: askOption,
    state: stateOption,
  },
  positionals: true,
} as const;

/** What all grants of one proxy share. */
interface Common extends Pick<Grant, 'audit' | 'asking'> {
  state: string;
  /** What the server is called, if the caller says so. */
  called: string | undefined;
  /** What it is called if its policy does not say either. */
  otherwise: string;
}

const now = (): Date => new Date();

function grantFor(name: string, file: string, { state, called, otherwise, ...common }: Common): Grant {
  const { policy, server: id } = readPolicyFile(file);
  const server = called ?? id ?? otherwise;
  return {
    ...{ ...common, name, server, policy, now },
    counters: countersIn(state, JSON.stringify(['proxy', server, name])),
    definitions: definitionsOf(now),
    tickets: ticketsKeptBy(now),
  };
}

/** Runs the proxy until one side ends. @throws UserError for options that do not fit together or files that are none. */
export async function runProxy(words: readonly string[]): Promise<void> {
  const given = parseCommand(command, words);
  if (given === null) return;
  const { policy, grants, listen, url, authorization, state = defaultState, ...more } = given.values;
  const upstream = upstreamOf({ url, authorization, command: given.positionals }, process.env);
  const audit = auditLogIn(more.audit ?? join(state, 'audit.jsonl'), redactionOf(more.redact), now);
  const asking = askingOf(more.ask);
  const common = { state, audit, asking, called: more.server, otherwise: nameOf(upstream) };
  if (listen !== undefined && grants !== undefined && policy === undefined) {
    const entries = readGrantsFile(grants);
    const all = entries.map((each) => ({
      ...grantFor(each.name, each.policy, common),
      tokenHash: each.tokenHash,
    }));
    await serveHttp(all, upstream, { ...listenerOf(listen), say: toStandardError });
  } else if (policy !== undefined && listen === undefined && grants === undefined)
    await serveStdio(grantFor(more.name ?? 'stdio', policy, common), upstream);
  else throw new UserError('Give either --policy, or --grants with --listen.', exitCodes.usage);
}
