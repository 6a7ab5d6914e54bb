import type { Action } from './reading/actions.ts';
import { effect, isOnlyNamed, type Signal } from './reading/signal.ts';
import { anyOf } from './reading/words.ts';

/** What runs for a while, outside the server. */
const jobs = anyOf(
  `jobs?, runs?, builds?, pipelines?, workflows?, scans?, crawls?, tests?, test suites?, suites?, projects?, collections?, shortcuts?, tasks?,
  plugins?, algorithms?, simulations?, playbooks?, macros?, automations?, routines?, notebooks?, agents?, flows?, apps?, applications?, experiments?,
  evaluations?, benchmarks?, deployments?, processes, process, processing, training, recording, conversion, actors?, jobs, scenes?, sync, synchronization, import,
  backups?, migrations?, dag, steps?, sequences?, scripts?, saved \\w+`,
);
/** Makers of pictures, sounds and films: the verb is of making, whatever it starts. */
const making =
  /^(?:generate|create|make|produce|clone|synthesize|convert|design|isolate|remove|replace|record|turn|clean|debug|add)$/;

function isStart({ act, lemma, thing }: Action): boolean {
  if (act !== 'run' && act !== 'start' && act !== 'stop') return false;
  if (act === 'run' || making.test(lemma)) return act !== 'stop' && jobs.test(thing.slice(0, 6).join(' '));
  return true;
}

/** A verb of starting or stopping where the verb stands, or one of running with something that runs for a while. */
export const startsProcess: Signal = effect('starts-process', {
  action: (action, reading) =>
    isStart(action) &&
    !isOnlyNamed(action, reading) &&
    !/\b(?:session|transaction|conversation|thread)\b/.test(action.object.slice(0, 4).join(' ')),
  phrase:
    /\b(?:starts?|launch(?:es)?|triggers?|spawns?|kicks? off|restarts?|stops?|deploys?|initiates?) (?:(?:an?|the|new|specific|specified|existing|running|your)\s+){0,2}(?:\w+\s+){0,2}(?:jobs?|process(?:es)?|pipelines?|workflows?|builds?|tasks?|runs?|server|service|container|instance|application|app|scan|crawl|deployment|environment|vm|machine)\b/gi,
});
