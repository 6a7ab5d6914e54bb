import { exitCodes, runCommand, UserError } from '../../src/terminal/command.ts';
import { runAssessBench } from './assess.ts';
import { runBuild } from './build.ts';
import { runBuildGiven } from './build-given.ts';
import { runCluster } from './cluster.ts';
import { runCrawlScale } from './crawl-scale.ts';
import { runGuardBench } from './guard.ts';
import { runIdentity } from './identity.ts';
import { runLighthouse } from './lighthouse.ts';
import { runParts } from './parts.ts';
import { runRegistryWalk } from './registry-walk.ts';
import { runRemotes } from './remotes.ts';
import { runSearch } from './search.ts';
import { runStack } from './stack.ts';
import { runStages } from './stages.ts';
import { runSteps } from './steps.ts';

/** Every measurement, by the name it is asked for. */
const benches: Readonly<Record<string, (words: readonly string[]) => Promise<void> | void>> = {
  assess: runAssessBench,
  build: runBuild,
  'build-given': runBuildGiven,
  cluster: runCluster,
  'crawl-scale': runCrawlScale,
  guard: runGuardBench,
  identity: runIdentity,
  lighthouse: runLighthouse,
  parts: runParts,
  'registry-walk': runRegistryWalk,
  remotes: runRemotes,
  search: runSearch,
  stack: runStack,
  stages: runStages,
  steps: runSteps,
};

// Nobody reads what is printed any more, as after `| head`: what is measured is still kept in its file.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

await runCommand(async () => {
  const [name = '', ...words] = process.argv.slice(2);
  const run = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (run === undefined) {
    const known = Object.keys(benches).join(', ');
    throw new UserError(`npm run bench -- NAME [options], where NAME is one of ${known}.`, exitCodes.usage);
  }
  await run(words);
});
