import { catalogueFolder, inHome } from '../src/catalogue/folder.ts';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AddressedServer, addressesOf, readAddresses } from '../src/catalogue/addresses.ts';
import { readRedirects, redirectsFile, writeRedirects } from '../src/catalogue/redirects.ts';
import { redirectsAfter } from '../src/catalogue/renamed.ts';
import { openWriting } from '../src/catalogue/write.ts';
import { programVersion } from '../src/cluster/program-version.ts';
import { locations } from '../src/model/locations.ts';
import type { CatalogueServer } from '../src/model/server.ts';
import { databaseUrl, type DatedStore, openKnownStore } from '../src/store/open.ts';
import type { Store } from '../src/store/store.ts';
import { exitCodes, parseCommand, runCommand, UserError } from '../src/terminal/command.ts';
import { collectSooner } from '../src/terminal/memory.ts';
import { duration, type Progress, toStandardError } from '../src/terminal/progress.ts';
import { type Ask } from './ask.ts';
import { askEndpoint } from './ask-batches.ts';
import { askTogether } from './ask-together.ts';
import { classify, type Run, subjectGroups } from './classify.ts';
import type { OpenaiJudge } from './judges/openai.ts';
import { chooseJudge, judgeNames } from './judges.ts';
import { readOverrides } from './overrides/read.ts';
import { planOf, planText } from './plan.ts';
import { countServer, newTally, type Summary, summaryOf, summaryText, tellSpent } from './summary.ts';

const command = {
  usage: 'npm run classify -- [options]',
  summary: `Judges every tool in the store and publishes the catalogue. Without a key the rules and the project's own
small model decide, offline.

With OPENAI_API_KEY a language model is asked about each new definition, at any endpoint that speaks the
Chat Completions of OpenAI: OPENAI_BASE_URL names it (http://localhost:11434/v1 for Ollama; its key is any
word), OPENAI_MODEL the model. What that takes and costs is printed before the first question. Each answer is
kept: whatever ends a run, the next one asks only about the rest. Exit codes: 0 done, 1 failed,
2 wrong options or settings, 3 --max-cost reached, 130 interrupted.`,
  options: {
    judge: { type: 'string', value: judgeNames, help: 'Who judges. Default: openai with a key, else model.' },
    'dry-run': {
      type: 'boolean',
      help: 'Print what a language model would be asked and cost. Asks nothing.',
    },
    'max-cost': {
      type: 'string',
      value: 'USD',
      help: 'Stop before the question that may pass this. Needs a known price.',
    },
    price: {
      type: 'string',
      value: 'IN,OUT',
      help: 'US dollars for a million tokens, for a model without a listed price.',
    },
    batch: {
      type: 'boolean',
      help: "Ask through the endpoint's Batch API: up to a day, often at half the price. A later run reads what is left.",
    },
    json: { type: 'boolean', help: 'Print the summary (or the plan of --dry-run) as JSON.' },
    catalogue: {
      type: 'string',
      value: 'DIR',
      help: `Where to publish, with redirects.json beside it. Default: ${locations.catalogue}`,
    },
    overrides: {
      type: 'string',
      value: 'DIR',
      help: `What people corrected. Default: ${locations.overrides}`,
    },
    store: {
      type: 'string',
      value: 'FILE',
      help: `The store. Default: what DATABASE_URL names, else ${locations.store}`,
    },
  },
} as const;

const root = fileURLToPath(new URL('..', import.meta.url));

type Options = NonNullable<ReturnType<typeof parseCommand<typeof command.options>>>['values'];

/** The store in the file that is named, else the one DATABASE_URL names, else the one in the usual file. */
async function openExisting(named: string | undefined): Promise<DatedStore> {
  const next = 'Run npm run crawl first, or name another file with --store.';
  const file = named ?? inHome(locations.store);
  const store = await openKnownStore(named === undefined ? process.env : {}, file, next);
  const { done } = await store.servers()[Symbol.asyncIterator]().next();
  if (done !== true) return store;
  await store.close();
  throw new UserError(`${store.name}: the store holds no server, so there is nothing to publish. ${next}`);
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

async function printPlan(store: Store, paid: OpenaiJudge | undefined, values: Options): Promise<void> {
  const isDry = values['dry-run'] === true;
  if (paid === undefined) {
    if (isDry)
      process.stdout.write(values.json === true ? 'null\n' : 'Nobody is asked who could charge for it.\n');
    return;
  }
  const plan = await planOf(store, paid, subjectGroups(store));
  if (!isDry) toStandardError(planText(plan));
  else process.stdout.write(`${values.json === true ? JSON.stringify(plan) : planText(plan)}\n`);
}

/** How a paid judge is asked: by the workers of a cluster where there is one, or by this process. */
function askAs(judge: OpenaiJudge, values: Options): Ask {
  const url = values.store === undefined && values.batch !== true ? databaseUrl(process.env) : null;
  if (url === null) return askEndpoint(judge, values.batch === true, toStandardError);
  return async (asking, groups) => {
    const { joinCluster } = await import('../src/cluster/join.ts');
    const cluster = await joinCluster(url, { root, supervises: false, tell: toStandardError });
    const never = new AbortController().signal;
    try {
      return await askTogether(
        cluster,
        judge,
        { tell: toStandardError, price: values.price },
        never,
      )(asking, groups);
    } finally {
      await cluster.close();
    }
  };
}

/** Where lines are kept for the next run: beside the store they were made from. */
const keptBeside = (store = inHome(locations.store)): string => join(dirname(store), 'classified');

async function publish(
  store: DatedStore,
  { judge, paid, overrides }: ReturnType<typeof chooseJudge> & Pick<Run, 'overrides'>,
  values: Options,
): Promise<void> {
  const ask = paid === undefined ? {} : { ask: askAs(paid, values) };
  const progress = sparing(toStandardError);
  const folder = values.catalogue ?? catalogueFolder();
  const former = readRedirects(redirectsFile(folder));
  const writing = openWriting(folder, keptBeside(values.store));
  // also when Ctrl-C ends the process
  process.once('exit', writing.close);
  const tally = newTally();
  const after: AddressedServer[] = [];
  const take = (server: CatalogueServer, input: string): void => {
    writing.add(server, input);
    countServer(tally, server);
    const { id } = server;
    after.push(addressesOf(server, () => writing.server(id).tools));
  };
  try {
    const known = { program: programVersion(root), find: writing.known };
    const run = { store, judge, overrides, now: store.now, progress, known, ...ask };
    const classified = await classify(run, take);
    writeRedirects(redirectsFile(folder), redirectsAfter(former, readAddresses(folder), after));
    const shards = writing.finish(classified.reviews);
    tell(summaryOf(judge.id, tally, classified, { shards, spent: paid?.spending.spent ?? null }), values);
  } finally {
    writing.close();
  }
}

function tell(summary: Summary, values: Options): void {
  process.stdout.write(`${values.json === true ? JSON.stringify(summary) : summaryText(summary)}\n`);
}

await runCommand(async () => {
  const parsed = parseCommand(command, process.argv.slice(2));
  if (parsed === null) return;
  const { values } = parsed;
  const choice = chooseJudge(values.judge, process.env, { maxCost: values['max-cost'], price: values.price });
  const { paid, notice } = choice;
  if (values.batch === true && paid === undefined)
    throw new UserError(
      '--batch asks a language model: set OPENAI_API_KEY, or leave it out.',
      exitCodes.usage,
    );
  const overrides = readOverrides(values.overrides ?? inHome(locations.overrides));
  const store = await openExisting(values.store);
  process.once('SIGINT', () => {
    process.stderr.write('Stopped. What was judged is saved: run the command again to go on.\n');
    process.exit(exitCodes.interrupted);
  });
  toStandardError(notice);
  collectSooner();
  const started = Date.now();
  try {
    await printPlan(store, paid, values);
    if (values['dry-run'] === true) return;
    await publish(store, { ...choice, overrides }, values);
    toStandardError(`Done in ${duration(Date.now() - started)}.`);
  } finally {
    tellSpent(paid, toStandardError);
    await store.close();
  }
});
