// Runs inside a sandbox and tries what must not be possible there. Prints one JSON object: what it could do.
// Usage: self-test.ts HOST_FILE HOST_PORT
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { homedir, networkInterfaces, tmpdir } from 'node:os';

const [hostFile = '', hostPort = ''] = process.argv.slice(2);

function succeeds(action: () => unknown): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}

function reaches(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (isReached: boolean) => () => {
      socket.destroy();
      resolve(isReached);
    };
    const socket = connect({ port, host: '127.0.0.1' }, answer(true)).on('error', answer(false));
    socket.setTimeout(1000, answer(false));
  });
}

const folders = { home: homedir(), temporary: tmpdir() };
const status = readFileSync('/proc/self/status', 'utf8');
const findings = {
  reachesHost: await reaches(Number(hostPort)),
  interfaces: Object.keys(networkInterfaces()).filter((name) => name !== 'lo'),
  readsHostFile: succeeds(() => readFileSync(hostFile)),
  writesPackage: succeeds(() => {
    writeFileSync(new URL('written', import.meta.url), '');
  }),
  writesRoot: succeeds(() => {
    writeFileSync('/written', '');
  }),
  foundAtHome: [...readdirSync(folders.home), ...readdirSync(folders.temporary)],
  writesHome: Object.values(folders).every((folder) =>
    succeeds(() => {
      writeFileSync(`${folder}/written`, 'x');
    }),
  ),
  environment: Object.keys(process.env).sort(),
  capabilities: /^CapBnd:\s*(\S+)/m.exec(status)?.[1] ?? 'unknown',
  noNewPrivileges: /^NoNewPrivs:\s*1$/m.test(status),
  otherProcesses: readdirSync('/proc').filter((name) => /^\d+$/.test(name)).length > 4,
  startsProcesses: succeeds(() => {
    const { error } = spawnSync('/bin/sh', ['-c', 'true']);
    if (error) throw error;
  }),
};
process.stdout.write(JSON.stringify(findings));
