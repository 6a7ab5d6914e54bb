import { z } from 'zod';
import { Remote } from './launch.ts';
import { limits } from './limits.ts';

const words = z.array(z.string().max(limits.launchCharacters)).max(limits.launchWords);

/** Where a server is listed from. Values of environment variables are never part of it, only their names. */
export const Target = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('package'),
    /** The name of an npm package. */
    name: z.string().min(1),
    /** One exact version; null for the one in `node_modules`, or else the newest. */
    version: z.string().nullable(),
    /** Which of its commands is started; null for the one that npx would start. */
    bin: z.string().nullable(),
    arguments: words,
    environment: words,
  }),
  z.strictObject({
    kind: z.literal('program'),
    /** A program and its words, as the user wrote them. It and all it needs lie in the folder where the user stands. */
    command: words.min(1),
    environment: words,
  }),
  z.strictObject({ kind: z.literal('remote'), remote: Remote }),
]);
export type Target = z.infer<typeof Target>;
export type PackageTarget = Extract<Target, { kind: 'package' }>;
export type ProgramTarget = Extract<Target, { kind: 'program' }>;
