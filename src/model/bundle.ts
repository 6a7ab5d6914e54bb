import { z } from 'zod';
import { limits } from './limits.ts';

/** An npm package name, by npm's own rules. */
export const PackageName = z.string().regex(/^(?:@[a-z0-9~][a-z0-9._~-]*\/)?[a-z0-9~][a-z0-9._~-]*$/);

const Variables = z.record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/), z.string()).default({});

/** One server of the committed list: an npm package and how it is started. */
export const BundleEntry = z.strictObject({
  package: PackageName,
  /** One exact version, never a range or a tag. */
  version: z.string().regex(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/),
  /** Relative paths mean the sandbox's home. */
  arguments: z.array(z.string()).default([]),
  /** Dummy values only, for names the server insists on. Never a real credential. */
  environment: Variables,
  /** Which of the package's commands to start, when its name does not tell. */
  bin: z.string().optional(),
  /** Held by the sandbox alone, without Node's permission model: its script starts a native program, or needs Node's insides. */
  sandboxAlone: z.boolean().default(false),
});
export type BundleEntry = z.infer<typeof BundleEntry>;

const ownName = z.string().trim().min(1).max(limits.launchCharacters);

/** A program of one's own that speaks MCP over standard input and output. */
export const OwnProgram = z.strictObject({
  name: ownName,
  /** The folder that holds the program and all it needs, relative to the home. The sandbox shows nothing else. */
  folder: z.string().min(1),
  /** The program and its arguments. `node` is the crawler's own; others are looked for in /usr/bin. Its folder is where it stands. */
  command: z.array(z.string()).min(1),
  /** Dummy values only, for names the program insists on. Never a real credential: the catalogue shows them. */
  environment: Variables,
});
export type OwnProgram = z.infer<typeof OwnProgram>;

/** An address of one's own that speaks MCP. */
export const OwnRemote = z.strictObject({
  name: ownName,
  url: z.url({ protocol: /^https?$/, error: 'expected an address that begins with https:// or http://' }),
  transport: z.enum(['streamable-http', 'sse']).default('streamable-http'),
  /** Headers of each request. `${NAME}` stands for a variable of the environment, so that no secret stands in the file. */
  headers: z.record(z.string().regex(/^[A-Za-z0-9-]+$/), z.string()).default({}),
});
export type OwnRemote = z.infer<typeof OwnRemote>;

/** The lists of a bundle, and what an entry is called in each. */
export const bundleLists = { servers: 'package', programs: 'name', remotes: 'name' } as const;

/** data/servers.json: what the bundled crawl starts and asks. */
export const Bundle = z
  .strictObject({
    servers: z.array(BundleEntry).default([]),
    programs: z.array(OwnProgram).default([]),
    remotes: z.array(OwnRemote).default([]),
  })
  .superRefine((bundle, context) => {
    const seen = new Set<string>();
    for (const [list, key] of Object.entries(bundleLists) as [keyof typeof bundleLists, string][]) {
      for (const [index, entry] of bundle[list].entries()) {
        const name = 'package' in entry ? entry.package : entry.name;
        if (seen.has(name))
          context.addIssue({ code: 'custom', path: [list, index, key], message: `${name} is listed twice` });
        seen.add(name);
      }
    }
  });
export type Bundle = z.infer<typeof Bundle>;
