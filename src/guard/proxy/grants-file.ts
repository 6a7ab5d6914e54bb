import { timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../../model/canonical.ts';
import { UserError } from '../../terminal/command.ts';

const FileEntry = z.strictObject({
  /** Whose access it is, as the audit log says it. */
  name: z.string().min(1),
  /** SHA-256 of the bearer token, in hexadecimal. */
  tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The policy's file, relative to this one. */
  policy: z.string().min(1),
});

/** Who may use the proxy over HTTP, and under which policy. */
export const GrantsFile = z.strictObject({ grants: z.array(FileEntry).min(1) });
export type GrantsFile = z.infer<typeof GrantsFile>;

export type GrantEntry = GrantsFile['grants'][number];

const repeated = (values: readonly string[]): string | undefined =>
  values.find((value, index) => values.indexOf(value) !== index);

/**
 * The grants in a file, with the paths of their policies resolved.
 * @throws UserError naming the file when it is not what it should be, or says one name or token twice.
 */
export function readGrantsFile(file: string): GrantEntry[] {
  try {
    const { grants } = GrantsFile.parse(JSON.parse(readFileSync(file, 'utf8')));
    const twice =
      repeated(grants.map(({ name }) => name)) ?? repeated(grants.map(({ tokenHash }) => tokenHash));
    if (twice !== undefined) throw new Error(`"${twice}" stands there twice.`);
    return grants.map((grant) => ({ ...grant, policy: resolve(dirname(file), grant.policy) }));
  } catch (error) {
    const cause = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new UserError(
      `${file}: these are no grants: ${cause}\nExpected {"grants":[{"name","tokenHash","policy"}]}. placard-guard token makes a token.`,
    );
  }
}

/** The grant whose token this is, or null. Every hash is compared whole, so that time tells nothing about any. */
export function grantOf<Entry extends Pick<GrantEntry, 'tokenHash'>>(
  entries: readonly Entry[],
  authorization: string | null,
): Entry | null {
  const token = /^Bearer +([\x21-\x7e]+)$/i.exec(authorization ?? '')?.[1] ?? '';
  const given = Buffer.from(sha256(token), 'hex');
  let found: Entry | null = null;
  for (const entry of entries) if (timingSafeEqual(Buffer.from(entry.tokenHash, 'hex'), given)) found = entry;
  return token === '' ? null : found;
}
