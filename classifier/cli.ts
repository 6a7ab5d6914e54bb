import { existsSync } from 'node:fs';
import { writeCatalogue } from '../src/catalogue/write.ts';
import { locations } from '../src/model/locations.ts';
import { openStore } from '../src/store/sqlite.ts';
import { exitCodes, parseCommand, runCommand, UserError } from '../src/terminal/command.ts';
import { duration, type Progress, toStandardError } from '../src/terminal/progress.ts';
import { classify } from './classify.ts';
import { chooseJudge, judgeNames } from './judges.ts';
import { summaryOf, summaryText } from './summary.ts';

const command = {
  usage: 'npm run classify -- [options]',
  summary: `Judges every tool in the store and publishes the catalogue. The openai judge asks the endpoint
OPENAI_BASE_URL with OPENAI_API_KEY about each new definition; without a key the rules and the
project's own small model decide, offline.`,
  options: {
    judge: { type: 'string', value: judgeNames, help: 'Who judges. Default: openai with a key, else model.' },
    json: { type: 'boolean', help: 'Print the summary as JSON.' },
    catalogue: { type: 'string', value: 'DIR', help: `Where to publish. Default: ${locations.catalogue}` },
    store: { type: 'string', value: 'FILE', help: `The store. Default: ${locations.store}` },
  },
} as const;

function openExisting(file: string) {
  const next = 'Run npm run crawl first, or name another file with --store.';
  if (!existsSync(file)) throw new UserError(`${file}: there is no store. ${next}`);
  const store = openStore(file);
  if (!store.servers().next().done) return store;
  store.close();
  throw new UserError(`${file}: the store holds no server, so there is nothing to publish. ${next}`);
}

/** Lines at most every two seconds. */
function sparing(progress: Progress): Progress {
  let last = Date.now();
  return (line) => {
    if (Date.now() - last < 2000) return;
    last = Date.now();
    progress(line);
  };
}

await runCommand(async () => {
  const parsed = parseCommand(command, process.argv.slice(2));
  if (parsed === null) return;
  const { values } = parsed;
  const { judge, notice } = chooseJudge(values.judge, process.env);
  const store = openExisting(values.store ?? locations.store);
  process.once('SIGINT', () => {
    process.stderr.write('Stopped. What was judged is saved: run the command again to go on.\n');
    process.exit(exitCodes.interrupted);
  });
  toStandardError(notice);
  const started = Date.now();
  try {
    const progress = sparing(toStandardError);
    const classified = await classify({ store, judge, now: () => new Date(), progress });
    const shards = writeCatalogue(values.catalogue ?? locations.catalogue, classified.servers);
    const summary = summaryOf(judge.id, classified, shards);
    process.stdout.write(`${values.json === true ? JSON.stringify(summary) : summaryText(summary)}\n`);
    toStandardError(`Done in ${duration(Date.now() - started)}.`);
  } finally {
    store.close();
  }
});
