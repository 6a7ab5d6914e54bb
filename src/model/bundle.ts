import { z } from 'zod';
import { UserError } from '../terminal/command.ts';

/** One server of the committed list: an npm package and how it is started. */
export const BundleEntry = z.strictObject({
  /** An npm package name, by npm's own rules. */
  package: z.string().regex(/^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/),
  /** One exact version, never a range or a tag. */
  version: z.string().regex(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/),
  /** Relative paths mean the sandbox's home. */
  arguments: z.array(z.string()).default([]),
  /** Dummy values only, for names the server insists on. Never a real credential. */
  environment: z.record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/), z.string()).default({}),
  /** Which of the package's commands to start, when its name does not tell. */
  bin: z.string().optional(),
});
export type BundleEntry = z.infer<typeof BundleEntry>;

/** data/servers.json: what the bundled crawl starts. */
export const Bundle = z
  .strictObject({ servers: z.array(BundleEntry) })
  .superRefine(({ servers }, context) => {
    for (const [index, entry] of servers.entries()) {
      if (servers.findIndex((other) => other.package === entry.package) === index) continue;
      context.addIssue({
        code: 'custom',
        path: ['servers', index, 'package'],
        message: `${entry.package} is listed twice`,
      });
    }
  });
export type Bundle = z.infer<typeof Bundle>;

function entryAt(value: unknown, path: readonly PropertyKey[]): string {
  const [, index] = path;
  const entries = (value as { servers?: unknown }).servers;
  if (typeof index !== 'number' || !Array.isArray(entries)) return 'the list';
  const name = (entries[index] as { package?: unknown } | null)?.package;
  return `entry ${index + 1}${typeof name === 'string' ? ` (${name})` : ''}`;
}

/**
 * The list of servers in a file's text. `file` is named in the message.
 * @throws UserError that names the file and the first entry that is wrong.
 */
export function parseBundle(text: string, file: string): Bundle {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UserError(`${file} is not JSON: ${error instanceof Error ? error.message : 'unreadable'}.`);
  }
  const parsed = Bundle.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.slice(2).join('.') ?? '';
  throw new UserError(
    `${file}, ${entryAt(value, issue?.path ?? [])}: ${place === '' ? '' : `${place}: `}${issue?.message ?? 'wrong shape'}. Mend the entry and run the command again.`,
  );
}
