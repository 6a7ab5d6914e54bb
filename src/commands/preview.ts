import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { preview } from 'astro';
import { inHome } from '../catalogue/folder.ts';
import { locations } from '../model/locations.ts';
import { exitCodes, parseCommand, runCommand, UserError } from '../terminal/command.ts';
import { toStandardError } from '../terminal/progress.ts';

const defaultPort = 4321;

const command = {
  usage: 'npm run preview -- [options]',
  summary: 'Serves the built site on this machine until Ctrl-C.',
  options: {
    port: { type: 'string', value: 'NUMBER', help: `The port to listen on (default ${defaultPort}).` },
  },
} as const;

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new UserError(
    `--port ${text}: this is no port. Give a whole number from 1 to 65535.`,
    exitCodes.usage,
  );
}

async function serve(port: number): Promise<void> {
  const site = inHome(locations.site);
  if (!existsSync(join(site, 'index.html'))) {
    throw new UserError(`${site}: there is no built site. Run npm run build first.`);
  }
  try {
    const server = await preview({
      server: { port },
      logLevel: 'silent',
      vite: { preview: { strictPort: true } },
    });
    // A terminal's Ctrl-C may reach this process twice: from the terminal and from npm start.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void server.stop());
    toStandardError(`Serving the site on http://localhost:${server.port} (Ctrl-C stops).`);
    await server.closed();
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `Port ${port}: the site cannot be served there (${cause}). Choose another with --port NUMBER.`,
    );
  }
}

await runCommand(async () => {
  const given = parseCommand(command, process.argv.slice(2));
  if (given !== null) await serve(parsePort(given.values.port ?? String(defaultPort)));
});
