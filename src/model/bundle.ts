import { z } from 'zod';

/** An npm package name, by npm's own rules. */
export const PackageName = z.string().regex(/^(?:@[a-z0-9~][a-z0-9._~-]*\/)?[a-z0-9~][a-z0-9._~-]*$/);

/** One server of the committed list: an npm package and how it is started. */
export const BundleEntry = z.strictObject({
  package: PackageName,
  /** One exact version, never a range or a tag. */
  version: z.string().regex(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/),
  /** Relative paths mean the sandbox's home. */
  arguments: z.array(z.string()).default([]),
  /** Dummy values only, for names the server insists on. Never a real credential. */
  environment: z.record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/), z.string()).default({}),
  /** Which of the package's commands to start, when its name does not tell. */
  bin: z.string().optional(),
  /** Held by the sandbox alone, without Node's permission model: its script starts a native program, or needs Node's insides. */
  sandboxAlone: z.boolean().default(false),
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
