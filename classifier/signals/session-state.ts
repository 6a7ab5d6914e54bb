import { effect, type Signal } from './reading/signal.ts';
import type { Act } from './reading/verbs.ts';
import { anyOf } from './reading/words.ts';

/** Acts that leave no state, or state that lasts. */
const lasting: ReadonlySet<Act> = new Set(['look', 'fetch', 'operate', 'run', 'delete', 'pay']);

const state = anyOf(
  `sessions?, contexts?, working directory, active project, active workspace, default project, current project, current directory,
  tabs?, windows?, viewport, overlay, selection, console, breakpoints?, zoom, connection, cookies?, pub/sub subscription`,
);
const unspacedState = /会话|セッション|세션|сесси/u;

/** Verbs that choose where later calls work, and what they choose. */
const choosing = /^(?:set|select|switch|use|choose|activate|change|enter|connect|initialize|init)$/;
const scopes = anyOf(
  `(?:active|current|default) \\w+, tenant, subscription, workspace, connection, read-?only mode, user agent, geolocation, viewport, working (?:directory|folder), log level, logging level`,
);
/** Verbs that only choose, and what later calls work on. */
const switching = /^(?:select|switch|use|choose|activate|connect|assume)$/;
const targets = anyOf('databases?, devices?, profiles?, accounts?, clusters?, servers?, user');
const storing = /^(?:save|store|record|write|export|backup|add|remove|reorder|rename|kill|terminate)$/;
const members = anyOf('members?, users?');

/** The effect is on a session, a context or a view, not on stored data. */
export const sessionState: Signal = effect('session-state', {
  action({ act, lemma, object }) {
    const what = object.slice(0, 4).join(' ');
    if (lemma === 'emulate' || lemma === 'disconnect') return true;
    if (choosing.test(lemma) && scopes.test(what)) return true;
    if (switching.test(lemma) && targets.test(what)) return true;
    if (lasting.has(act) || storing.test(lemma)) return false;
    return (state.test(what) || unspacedState.test(what)) && !members.test(what);
  },
  phrase:
    /\b(?:for (?:the|this) (?:current )?session|current session|active (?:workspace|project|context|account|profile|organization)|default (?:workspace|project|context|organization) for|in-memory|session-local|working directory for subsequent)\b/gi,
});
