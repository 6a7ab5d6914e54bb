import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { preview } from 'astro';
import { inHome } from '../catalogue/folder.ts';
import { locations } from '../model/locations.ts';
import { parseCommand, runCommand, UserError } from '../terminal/command.ts';
import { toStandardError } from '../terminal/progress.ts';
import { parsePort, portOption, portRefused } from './port.ts';

const command = {
  usage: 'npm run preview -- [options]',
  summary: 'Serves the built site on this machine until Ctrl-C.',
  options: { port: portOption },
} as const;

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
    throw portRefused(port, error);
  }
}

await runCommand(async () => {
  const given = parseCommand(command, process.argv.slice(2));
  if (given !== null) await serve(parsePort(given.values.port));
});
