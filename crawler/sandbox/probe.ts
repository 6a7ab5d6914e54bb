import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { oneLine } from '../../src/model/display.ts';
import { limits } from '../../src/model/limits.ts';
import { messageOf } from '../failure.ts';
import { bareScript, permittedScript } from './node-program.ts';
import type { Confinement, Sandbox } from './sandbox.ts';

/** What the self-test found inside a sandbox. */
const Findings = z.object({
  reachesHost: z.boolean(),
  interfaces: z.array(z.string()),
  readsHostFile: z.boolean(),
  writesPackage: z.boolean(),
  writesRoot: z.boolean(),
  foundAtHome: z.array(z.string()),
  writesHome: z.boolean(),
  environment: z.array(z.string()),
  capabilities: z.string(),
  noNewPrivileges: z.boolean(),
  otherProcesses: z.boolean(),
  startsProcesses: z.boolean(),
});
type Findings = z.infer<typeof Findings>;

/** The ways a sandbox falls short, as clauses; none when it holds. Children are denied by the permission model alone. */
export function shortfalls(findings: Findings, isPermitted: boolean): string[] {
  const claims: [boolean, string][] = [
    [findings.reachesHost, 'the host is reached over the network'],
    [findings.interfaces.length > 0, `it has the network ${findings.interfaces.join(', ')}`],
    [findings.readsHostFile, 'a file of the host can be read'],
    [findings.writesPackage, 'the package can be written'],
    [findings.writesRoot, 'the root can be written'],
    [findings.foundAtHome.length > 0, 'the home is not empty'],
    [!findings.writesHome, 'the home cannot be written'],
    [findings.environment.join() !== 'HOME,PATH', 'the environment is not empty'],
    [/[^0]/.test(findings.capabilities), 'capabilities are left'],
    [!findings.noNewPrivileges, 'privileges can be gained'],
    [findings.otherProcesses, 'processes of the host are seen'],
    [isPermitted && findings.startsProcesses, 'processes can be started'],
  ];
  return claims.filter(([fails]) => fails).map(([, claim]) => claim);
}

const folder = fileURLToPath(new URL('probe', import.meta.url));
const projectFolder = fileURLToPath(new URL('../../', import.meta.url));
/** A file of the host that the project always has, and that nothing inside a sandbox may see. */
const hostFile = `${projectFolder}package.json`;

async function selfTest(sandbox: Sandbox, port: number, isPermitted: boolean): Promise<string[]> {
  const confinement: Confinement = { folder, node: process.execPath, limits };
  const script = { file: 'self-test.ts', arguments: [hostFile, String(port)], environment: {} };
  const program = isPermitted ? permittedScript(confinement, script) : bareScript(confinement, script);
  const command = sandbox.enter(confinement, program);
  const running = promisify(execFile)(command.file, command.arguments, {
    env: command.environment,
    timeout: limits.visitMilliseconds,
    killSignal: 'SIGKILL',
    maxBuffer: limits.outputBytes,
  });
  running.child.stdin?.on('error', () => undefined).end('\n');
  const { stdout } = await running;
  const findings: unknown = JSON.parse(stdout.slice(stdout.indexOf('\n')));
  return shortfalls(Findings.parse(findings), isPermitted);
}

/** What an error says, without where this project lies: faults are published. */
function because(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  const words = said.trim() === '' ? messageOf(error) : said;
  return oneLine(words.replaceAll(projectFolder, ''));
}

/**
 * Really enters a sandbox, once with the namespaces alone and once with the permission model on top.
 * Returns null when it holds, otherwise why it does not, in words.
 */
export async function disprove(sandbox: Sandbox): Promise<string | null> {
  const listener = createServer();
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  try {
    const found = [...(await selfTest(sandbox, port, false)), ...(await selfTest(sandbox, port, true))];
    return found.length === 0 ? null : [...new Set(found)].join('; ');
  } catch (error) {
    return because(error);
  } finally {
    listener.close();
  }
}
