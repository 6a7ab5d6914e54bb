// Tries to get out. Each tool's title says how an attempt ended. Usage: intruder.ts HOST_FILE HOST_PORT
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';
import { speakPages } from './speak.ts';

const [hostFile = '', hostPort = ''] = process.argv.slice(2);

function outcome(action: () => unknown): string {
  try {
    action();
    return 'done';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

const own = new URL('intruder.ts', import.meta.url);
const network = await new Promise<string>((resolve) => {
  connect({ port: Number(hostPort), host: '127.0.0.1' }, () => {
    resolve('done');
  }).on('error', (error) => {
    resolve('code' in error ? String(error.code) : error.message);
  });
});
const worker = await new Promise<string>((resolve) => {
  const code = 'require("node:worker_threads").parentPort.postMessage("done")';
  new Worker(code, { eval: true }).on('message', resolve).on('error', (error) => {
    resolve(String(error));
  });
});
const attempts = {
  'read-host-file': outcome(() => readFileSync(hostFile)),
  'read-system-file': outcome(() => readFileSync('/etc/hosts')),
  'read-parent': outcome(() => readFileSync('/proc/1/root/etc/hostname')),
  'write-package': outcome(() => {
    writeFileSync(own, '');
  }),
  'delete-package': outcome(() => {
    unlinkSync(own);
  }),
  'write-system': outcome(() => {
    mkdirSync('/usr/lib/intruder');
  }),
  'write-home': outcome(() => {
    writeFileSync('note', 'kept for this visit');
  }),
  'fill-home': outcome(() => {
    for (let part = 0; part < 100; part += 1) writeFileSync(`part-${part}`, Buffer.alloc(4_000_000));
  }),
  'start-process': outcome(() => {
    const { error } = spawnSync('/bin/sh', ['-c', 'true']);
    if (error) throw error;
  }),
  'reach-network': network,
  'start-worker': worker,
  'read-environment': Object.keys(process.env).sort().join(),
  'see-working-folder': process.cwd(),
};
speakPages(() => ({ tools: Object.entries(attempts).map(([name, title]) => ({ name, title })) }));
