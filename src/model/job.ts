import { z } from 'zod';
import { BundleEntry } from './bundle.ts';
import { SourceId } from './server.ts';

/** Walk a source to its end. One walk of a source is under way at a time. */
export const WalkJob = z.object({ source: SourceId, registry: z.string().nullable(), again: z.boolean() });
export type WalkJob = z.infer<typeof WalkJob>;

/** Visit the remote addresses of every server that one host serves: one job is one host. */
export const RemoteJob = z.object({
  host: z.string(),
  servers: z.array(z.string()),
  /** When it was asked for, by the database's clock (ISO 8601): what was visited since is done. */
  asked: z.iso.datetime(),
  again: z.boolean(),
  /** Hosts that may be visited even where their addresses are private. */
  allowed: z.array(z.string()),
});
export type RemoteJob = z.infer<typeof RemoteJob>;

/** Start one server in the sandbox and list its tools. */
export const StartJob = z.object({ entry: BundleEntry });
export type StartJob = z.infer<typeof StartJob>;

/** Ask a language model about tools of one server. */
export const JudgeJob = z.object({
  /** The version of the judge whose question it is. */
  version: z.string(),
  /** The ids under which the store has the server. */
  servers: z.array(z.string()),
  /** Where the verdicts are kept. */
  keys: z.array(z.string()),
});
export type JudgeJob = z.infer<typeof JudgeJob>;
