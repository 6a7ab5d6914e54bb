import { after, afterEach, describe } from 'node:test';
import { engines } from './contract/engines.ts';
import { historyContract } from './contract/history.ts';
import { listedContract } from './contract/listed.ts';
import { mergedContract } from './contract/merged.ts';
import { remotesContract } from './contract/remotes.ts';
import { serversContract } from './contract/servers.ts';

for (const [name, open] of engines)
  describe(`a store on ${name}`, () => {
    const engine = open();
    afterEach(engine.reset);
    after(engine.close);
    serversContract(engine.fresh);
    historyContract(engine.fresh);
    listedContract(engine.fresh);
    mergedContract(engine.fresh);
    remotesContract(engine.fresh);
  });
