import { z } from 'zod';
import type { Constraint } from '../model/policy.ts';
import type { FittedPolicy } from './fit.ts';

/** What a policy may ask of the program that runs it. */
export const Ability = z.enum(['allow', 'ask', 'deny', 'hide', 'arguments', 'limits', 'definition']);
export type Ability = z.infer<typeof Ability>;

/** native: the program does it by itself. guard: only with Placard's guard in front. none: not at all. */
export const Support = z.enum(['native', 'guard', 'none']);
export type Support = z.infer<typeof Support>;

export type Abilities = Readonly<Record<Ability, Support>>;

/** How we know that the export does what it says. */
export type Proof =
  | {
      kind: 'executed' | 'parsed' | 'schema';
      against: string;
      version: string;
      by: 'npm test' | 'npm run test:clients';
    }
  | { kind: 'not-executed'; from: string; dated: string };

/** A rule of the policy that the format cannot hold, and what stands in its place. Never dropped in silence. */
export interface Warning {
  /** Null: it concerns the whole policy. */
  tool: string | null;
  ability: Ability;
  message: string;
}

export interface ExportFile {
  /** Bare file name. */
  name: string;
  language: 'json' | 'jsonc' | 'toml' | 'yaml' | 'cedar' | 'sh';
  text: string;
  /** Where it goes, in one sentence with the path. */
  destination: string;
}

export interface Exported {
  files: ExportFile[];
  /** What a person must fill in before use, one sentence each. */
  fill: string[];
  warnings: Warning[];
}

/** One format: one file under formats/, one line in formats.ts, its cases. */
export interface Format {
  id: string;
  /** As its owners write it. */
  name: string;
  /** What it is for, in one sentence. */
  summary: string;
  /** Documentation of the format: address and date read. */
  source: { url: string; dated: string };
  abilities: Abilities;
  /** What it does with one condition on an argument; left out where that is the same for all of them. */
  argument?(constraint: Constraint): Support;
  /** One for each ability that is not `none`; abilities proved differently are listed apart. */
  proofs: readonly (Proof & { abilities: readonly Ability[] })[];
  /** Traps of this format that a reader must know, one sentence each. */
  notes: readonly string[];
  /** Why this alias cannot name a server here, as a sentence, or null. */
  aliasFault(alias: string): string | null;
  /**
   * `policy` has already been fitted to the abilities (see fit.ts): everything in it can be said here.
   * `alias` is the user's own key for the server in that program's configuration. With the guard, the files
   * start it; its own policy file is added by export.ts.
   */
  print(
    policy: FittedPolicy,
    alias: string,
    withGuard: boolean,
  ): Pick<Exported, 'files' | 'fill' | 'warnings'>;
}
