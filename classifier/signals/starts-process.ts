import { effect, isOnlyNamed, type Signal } from './reading/signal.ts';

/** A verb of starting or stopping where the verb stands. */
export const startsProcess: Signal = effect('starts-process', {
  action: (action, reading) =>
    (action.act === 'start' || action.act === 'stop') &&
    !isOnlyNamed(action, reading) &&
    !/\b(?:session|transaction|conversation|thread)\b/.test(action.object.slice(0, 4).join(' ')),
  phrase:
    /\b(?:starts?|launch(?:es)?|triggers?|spawns?|kicks? off|restarts?|stops?|deploys?|initiates?) (?:(?:an?|the|new|specific|specified|existing|running|your)\s+){0,2}(?:\w+\s+){0,2}(?:jobs?|process(?:es)?|pipelines?|workflows?|builds?|tasks?|runs?|server|service|container|instance|application|app|scan|crawl|deployment|environment|vm|machine)\b/gi,
});
