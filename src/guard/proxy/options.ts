import { basename } from 'node:path';
import { exitCodes, UserError } from '../../terminal/command.ts';
import type { Redaction } from './redact.ts';
import type { Upstream } from './upstream.ts';

const usage = (message: string): UserError =>
  new UserError(`${message} placard-guard proxy --help says more.`, exitCodes.usage);

interface Behind {
  url: string | undefined;
  /** The environment variable that holds the Authorization header. */
  authorization: string | undefined;
  command: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

function addressOf(url: string, authorization: string | undefined, environment: Environment): Upstream {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw usage(`--url ${url} is no web address.`);
  if (authorization === undefined) return { kind: 'address', url: new URL(url), headers: {} };
  const value = environment[authorization];
  if (value === undefined) throw usage(`The environment variable ${authorization} is not set.`);
  return { kind: 'address', url: new URL(url), headers: { authorization: value } };
}

/** The server behind the proxy. @throws UserError when none, or more than one, is given. */
export function upstreamOf({ url, authorization, command }: Behind, environment: Environment): Upstream {
  const [file, ...words] = command;
  if ((url === undefined) === (file === undefined))
    throw usage('Give either --url, or -- and the command that starts the server.');
  if (url !== undefined) return addressOf(url, authorization, environment);
  const given = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return {
    ...{ kind: 'command', file: file ?? '', arguments: words },
    environment: Object.fromEntries(given) as Record<string, string>,
  };
}

/** What a server is called when nobody says. Command lines hold secrets; their first word does not. */
export function nameOf(upstream: Upstream): string {
  return upstream.kind === 'address' ? upstream.url.host : basename(upstream.file);
}

/** `all`, or names of arguments with commas between. */
export function redactionOf(text: string | undefined): Redaction {
  const names = (text ?? '').split(',').filter((name) => name !== '');
  return { all: names.includes('all'), names };
}
