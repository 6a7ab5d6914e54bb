import { limits } from '../model/limits.ts';
import { type Candidate, candidateOf } from '../registry/approved.ts';
import { registryFiles } from '../registry/registry-files.ts';
import { asJson, type Publisher } from './publisher.ts';

/**
 * A registry of the servers up to a ceiling, for clients that take the address of one. Which servers are in it, and under which
 * names, rests on the whole catalogue. Without a ceiling there is none, because who approves must say up to where.
 */
export const registry: Publisher<Candidate | null> = {
  id: 'registry',
  kept: asJson(candidateOf),
  publish({ parts, site, ceiling }, files) {
    if (site === undefined || ceiling === null) return;
    for (const { path, value } of registryFiles(parts(), ceiling, site, limits.registryRows))
      files.put(path, JSON.stringify(value));
  },
};
