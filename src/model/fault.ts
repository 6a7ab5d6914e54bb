import { z } from 'zod';

/** What went wrong, and what the pipeline does about it: again in the next run, only recorded, or the run stops. */
export const faultKinds = {
  'no-sandbox': {
    reaction: 'retry',
    label: 'This machine offers no sandbox, so the server was not started.',
  },
  'not-installed': { reaction: 'retry', label: 'The package could not be installed.' },
  'no-launch': { reaction: 'record', label: 'The package names no command to start.' },
  'timed-out': { reaction: 'retry', label: 'The server did not answer in time.' },
  exited: { reaction: 'retry', label: 'The server stopped before its tools were listed.' },
  'not-protocol': {
    reaction: 'record',
    label: 'The server does not speak MCP, or no version of it that we know.',
  },
  'too-much-output': { reaction: 'record', label: 'The server sent more than the limit.' },
  'endless-listing': { reaction: 'record', label: 'The tool list does not end.' },
  refused: { reaction: 'record', label: 'The server answered with an error.' },
  'no-tools': { reaction: 'record', label: 'The server offers no tools.' },
  'duplicate-tool': { reaction: 'record', label: 'A tool is listed twice.' },
  'invalid-definition': { reaction: 'record', label: 'A tool definition is not valid.' },
  'private-listing': {
    reaction: 'record',
    label: 'The server says that its tool list is for one client only.',
  },
  'private-address': { reaction: 'record', label: 'The address leads into a private network.' },
  'leads-elsewhere': {
    reaction: 'record',
    label: 'The server points to another host, which is not followed.',
  },
  'not-answered': { reaction: 'retry', label: 'The server failed to answer, which may pass.' },
  unreachable: { reaction: 'retry', label: 'No answer came from the address.' },
  throttled: { reaction: 'retry', label: 'The source asked us to wait longer than one run.' },
  'bad-response': { reaction: 'retry', label: 'The source answered with something unusable.' },
  'invalid-listing': { reaction: 'record', label: 'A registry entry is not valid.' },
  'not-a-tool': { reaction: 'record', label: 'A source lists a name that is no tool.' },
  'stay-away': { reaction: 'record', label: 'The site asks crawlers to stay away from the page.' },
  unjudged: { reaction: 'retry', label: 'The judge gave no usable answer; the rules decided.' },
} as const satisfies Record<string, { reaction: 'retry' | 'record' | 'stop'; label: string }>;

export const FaultKind = z.enum(Object.keys(faultKinds) as [keyof typeof faultKinds]);
export type FaultKind = z.infer<typeof FaultKind>;

/** A failure, kept as data. `cause` may hold outside text: escape it wherever it is shown. */
export const Fault = z.object({
  stage: z.enum(['source', 'inspect', 'judge']),
  /** The server id, or the source id for a registry walk. */
  subject: z.string().min(1),
  kind: FaultKind,
  cause: z.string(),
  at: z.iso.datetime(),
});
export type Fault = z.infer<typeof Fault>;
