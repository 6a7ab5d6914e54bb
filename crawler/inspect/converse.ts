import { Client, ProtocolError, UnsupportedProtocolVersionError } from '@modelcontextprotocol/client';
import type { Transport, VersionNegotiationOptions } from '@modelcontextprotocol/client';
import type { Limits } from '../../src/model/limits.ts';
import type { Inspection } from '../../src/model/server.ts';
import type { ToolDefinition } from '../../src/model/tool.ts';
import { Failure, messageOf } from '../failure.ts';
import { identity } from '../identity.ts';
import { readDefinitions } from './definitions.ts';
import { keepPages, listPages } from './pages.ts';
import type { RawList } from './pages.ts';

/** What a live server answered: its tools, its words about itself, and a failure for each tool left out. */
export interface Answer extends Pick<
  Inspection,
  'protocol' | 'serverName' | 'serverTitle' | 'instructions' | 'pages' | 'ttlMs' | 'cacheScope'
> {
  tools: ToolDefinition[];
  failures: Failure[];
}

/** A server within reach, whatever lies between. */
export interface Connection {
  transport: Transport;
  /** Rejects with the reason as soon as the conversation cannot go on. Never resolves. */
  ended: Promise<never>;
}

function readAnswer(client: Client, { tools, ...list }: RawList, limits: Limits): Answer {
  const words = (text: string | undefined): string | null =>
    text === undefined ? null : text.slice(0, limits.serverText).toWellFormed().replaceAll('\0', '\uFFFD');
  const about = client.getServerVersion();
  return {
    protocol: client.getNegotiatedProtocolVersion() ?? '',
    serverName: words(about?.name),
    serverTitle: words(about?.title),
    instructions: words(client.getInstructions()),
    ...list,
    ...readDefinitions(tools, limits),
  };
}

/** What the SDK throws, in our terms: an error the server sent, or an answer that is not the protocol's. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const isRefusal = error instanceof ProtocolError && !(error instanceof UnsupportedProtocolVersionError);
  return new Failure(isRefusal ? 'refused' : 'not-protocol', messageOf(error));
}

/** A conversation in its two steps. Each throws what ended the connection, or what the SDK threw. */
export interface Conversation {
  /** Agrees on a protocol revision. */
  greet(): Promise<void>;
  /** Lists the tools after that. @throws Failure `no-tools` and those of `listPages`. */
  list(): Promise<Answer>;
}

/** A conversation over a connection that has not begun. It calls nothing but the handshake and tools/list. */
export function converse(
  { transport, ended }: Connection,
  limits: Limits,
  versionNegotiation: VersionNegotiationOptions,
): Conversation {
  const client = new Client(identity, { capabilities: {}, versionNegotiation });
  const newestPage = keepPages(transport);
  return {
    async greet() {
      await Promise.race([ended, client.connect(transport, { timeout: limits.visitMilliseconds })]);
    },
    async list() {
      if (client.getServerCapabilities()?.tools === undefined) {
        throw new Failure('no-tools', 'the server does not declare the tools capability');
      }
      return readAnswer(client, await Promise.race([ended, listPages(client, newestPage, limits)]), limits);
    },
  };
}
