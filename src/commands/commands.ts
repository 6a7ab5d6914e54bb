import type { Command, CommandTable } from '../terminal/program.ts';

/** A program of the repository: a child process, because programs do not import each other. */
function program(does: string, file: string) {
  return { does, load: async () => (await import('./checkout.ts')).programOfCheckout(file) };
}

/** A module of this folder that holds a command. */
function command(does: string, load: () => Promise<{ command: Command }>) {
  return { does, load: async () => (await load()).command };
}

/** Every command of `placard`. A new one is one file and one line here. */
export const commands: CommandTable = {
  init: command('Makes the home of a private catalogue.', () => import('./init.ts')),
  scan: command('Lists the tools of servers as they are now and rates them.', () => import('./scan.ts')),
  check: command('Says what the catalogue knows of servers.', () => import('./check.ts')),
  stack: command(
    'Says what all your servers can do together, and prints one policy for them.',
    () => import('./stack.ts'),
  ),
  diff: command('Says in what two listings of tools differ, and in what risk.', () => import('./diff.ts')),
  lock: {
    ...command(
      'Writes down what servers list, so that a team can approve it.',
      () => import('./lock/lock.ts'),
    ),
    commands: {
      verify: command('Fails when a locked server lists anything else.', () => import('./lock/verify.ts')),
    },
  },
  mcp: command('Serves the catalogue to agents as an MCP server.', () => import('./mcp.ts')),
  assess: command('Rates tools given as JSON Lines.', () => import('./assess.ts')),
  corrections: command(
    'Checks what people have corrected, and says what to mend.',
    () => import('./corrections.ts'),
  ),
  policy: {
    does: 'Checks, exports, applies and compares policies.',
    commands: {
      lint: command(
        'Says what a program ignores in a policy file, and what is still allowed.',
        () => import('./policy/lint.ts'),
      ),
      export: command(
        "Prints a server's policy in the format of a program.",
        () => import('./policy/export.ts'),
      ),
      evaluate: command('Applies a policy to one call.', () => import('./policy/evaluate.ts')),
      diff: command('Says what opened and closed between two policies.', () => import('./policy/diff.ts')),
    },
  },
  guard: {
    does: 'Holds a policy where a client cannot: as its hook, or as a proxy.',
    load: async () => ({ run: (await import('../guard/command.ts')).runGuard }),
  },
  completion: command('Prints what completes commands in a shell.', () => import('./completion.ts')),
  crawl: program('Lists the tools of many servers into the store.', 'crawler/cli.ts'),
  classify: program('Rates every tool in the store and publishes the catalogue.', 'classifier/cli.ts'),
  worker: command('Does the jobs of a cluster, in a Postgres.', () => import('./worker.ts')),
  status: command('Tells what the jobs of a cluster are and who works.', () => import('./status.ts')),
  build: program('Builds the site from the catalogue.', 'src/commands/build.ts'),
  serve: program('Serves the built site on this machine.', 'src/commands/preview.ts'),
};
