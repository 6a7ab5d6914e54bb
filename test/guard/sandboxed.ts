// Runs a script in a sandbox: this program's input and output are the server's. Usage: SANDBOX FOLDER FILE ARGUMENT...
import { spawn } from 'node:child_process';
import { limits } from '../../src/model/limits.ts';
import { permittedScript } from '../../crawler/sandbox/node-program.ts';
import { sandboxes } from '../../crawler/sandboxes.ts';

const [id, folder = '', file = '', ...words] = process.argv.slice(2);
const sandbox = sandboxes.find((each) => each.id === id);
if (sandbox === undefined) throw new Error(`There is no sandbox ${String(id)}.`);
const confinement = { folder, node: process.execPath, limits };
const script = { file, arguments: words, environment: {} };
const command = sandbox.enter(confinement, permittedScript(confinement, script));
const child = spawn(command.file, command.arguments, {
  env: command.environment,
  stdio: ['pipe', 'pipe', 'inherit'],
  detached: true,
});
// The sandbox says in one line that it stands, and starts the server when it has read one.
child.stdout.once('data', () => {
  child.stdin.write('\n');
  process.stdin.pipe(child.stdin);
  child.stdout.pipe(process.stdout);
});
const end = (): void => {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // all of it has ended already
  }
};
process.stdin.once('end', end);
process.once('SIGTERM', end);
child.once('close', () => process.exit());
