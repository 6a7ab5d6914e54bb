import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { parseJSONRPCMessage } from '@modelcontextprotocol/client';
import type { JSONRPCMessage, Transport } from '@modelcontextprotocol/client';
import type { Limits } from '../../src/model/limits.ts';
import { Failure, messageOf } from '../failure.ts';
import type { Command } from '../sandbox/sandbox.ts';
import type { Connection } from './converse.ts';
import { lineSplitter } from './lines.ts';

/** A started server. Its connection ends when it exits, runs out of time or says too much. */
export interface ServerProcess extends Connection {
  /** Whether the server has exited of its own accord. */
  hasLeft(): boolean;
  /** The first line on standard output that was no message, or null. */
  firstNoise(): string | null;
  /** Kills the server with all its processes and waits until they are gone. */
  stop(): Promise<void>;
}

function parseMessage(line: string): JSONRPCMessage | null {
  try {
    return parseJSONRPCMessage(JSON.parse(line));
  } catch {
    return null;
  }
}

/** The newest `bytes` of what a process says on standard error. */
function tailOf(child: ChildProcessWithoutNullStreams, bytes: number): () => string {
  let tail = Buffer.alloc(0);
  child.stderr.on('data', (chunk: Buffer) => {
    tail = Buffer.concat([tail, chunk]).subarray(-bytes);
  });
  return () => tail.toString('utf8').trim();
}

function exitWords(code: number | null, signal: string | null, said: string): string {
  const how = signal === null ? `exit code ${code ?? 'unknown'}` : `signal ${signal}`;
  return said === '' ? `${how}, nothing on standard error` : `${how}: ${said}`;
}

/** The transport of a server, and what to call when its sandbox stands: nothing may be said to the server before. */
function transportOf(
  { stdin, pid }: ChildProcessWithoutNullStreams,
  close: () => Promise<void>,
): { transport: Transport; begin: () => void } {
  const { promise: started, resolve } = Promise.withResolvers<undefined>();
  const write = (text: string): Promise<void> =>
    new Promise((written) => {
      stdin.write(text, () => {
        written();
      });
    });
  // `pid` and `stderr` tell the SDK that this is a process: silence at its probe then means an earlier revision.
  const transport: Transport & Record<'pid' | 'stderr', unknown> = {
    pid,
    stderr: null,
    start: () => started,
    send: (message) => write(`${JSON.stringify(message)}\n`),
    close,
  };
  return {
    transport,
    begin: () => {
      void write('\n').then(() => {
        resolve(undefined);
      });
    },
  };
}

/**
 * Kills a server's whole process group: the sandbox's first process takes everything inside along, and while it is
 * still being set up its parts have nothing but the group in common.
 */
function kill({ pid }: ChildProcessWithoutNullStreams): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // all of it has ended already
  }
}

/**
 * Hands the messages on standard output to the transport, after the first line, with which the sandbox says that it stands.
 * Returns the first line that was no message, when asked.
 */
function readMessages(
  { stdout }: ChildProcessWithoutNullStreams,
  { transport, begin }: ReturnType<typeof transportOf>,
  limits: Limits,
  fail: (failure: Failure) => void,
): () => string | null {
  let noise: string | null = null;
  let hasBegun = false;
  let bytes = 0;
  const lines = lineSplitter((line) => {
    if (!hasBegun) {
      hasBegun = true;
      begin();
      return;
    }
    const message = parseMessage(line);
    if (message === null) noise ??= line;
    else transport.onmessage?.(message);
  });
  stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= limits.outputBytes) lines.push(chunk);
    else fail(new Failure('too-much-output', `more than ${limits.outputBytes} bytes on standard output`));
  });
  stdout.once('end', lines.end);
  return () => noise;
}

/**
 * Starts a server over standard input and output. Lines that are no JSON-RPC message are skipped.
 * One time limit holds for all of it: `limits.visitMilliseconds` from the start.
 */
export function startServer(command: Command, limits: Limits): ServerProcess {
  // In a process group of its own: a Ctrl-C meant for the crawl must not look like a server that died.
  const child = spawn(command.file, command.arguments, {
    env: command.environment,
    stdio: 'pipe',
    detached: true,
  });
  const gone = new Promise<unknown>((resolve) => child.once('close', resolve).once('error', resolve));
  const errorTail = tailOf(child, limits.errorBytes);
  const { promise: ended, reject: end } = Promise.withResolvers<never>();
  ended.catch(() => undefined); // whoever waits for it gets it; nobody may be waiting when we stop the server ourselves

  let isKilled = false;
  let hasLeft = false;
  const stop = async (): Promise<void> => {
    isKilled = true;
    clearTimeout(timer);
    kill(child);
    await gone;
  };
  const fail = (failure: Failure): void => {
    isKilled = true;
    end(failure);
    kill(child);
  };
  const timer = setTimeout(() => {
    fail(
      new Failure('timed-out', `no complete listing in ${limits.visitMilliseconds / 1000} s. ${errorTail()}`),
    );
  }, limits.visitMilliseconds);
  const connection = transportOf(child, stop);
  const firstNoise = readMessages(child, connection, limits, fail);
  child.stdin.on('error', () => undefined); // the server is gone, which `close` reports with its cause
  child.once('error', (error) => {
    fail(new Failure('exited', `the sandbox could not be started: ${messageOf(error)}`));
  });
  child.once('close', (code, signal) => {
    clearTimeout(timer);
    hasLeft = !isKilled;
    end(new Failure('exited', exitWords(code, signal, errorTail())));
    connection.transport.onclose?.();
  });
  return { transport: connection.transport, ended, firstNoise, hasLeft: () => hasLeft, stop };
}
