import { effect, type Signal } from './reading/signal.ts';
import type { Act } from './reading/verbs.ts';
import { anyOf } from './reading/words.ts';

/** Acts that leave no state, or state that lasts. */
const lasting: ReadonlySet<Act> = new Set(['look', 'fetch', 'operate', 'run', 'delete', 'pay']);

const state = anyOf(
  `sessions?, contexts?, working directory, active project, active workspace, default project, current project, current directory,
  tabs?, windows?, viewport, overlay, selection, console, breakpoints?, zoom, workspace`,
);
const unspacedState = /会话|セッション|세션|сесси/u;

/** The effect is on a session, a context or a view, not on stored data. */
export const sessionState: Signal = effect('session-state', {
  action({ act, lemma, object }) {
    const what = object.slice(0, 4).join(' ');
    if (lemma === 'emulate') return true;
    return !lasting.has(act) && (state.test(what) || unspacedState.test(what));
  },
  phrase:
    /\b(?:for (?:the|this) (?:current )?session|current session|active (?:workspace|project|context|account|profile|organization)|default (?:workspace|project|context|organization) for|in-memory|session-local|working directory for subsequent)\b/gi,
});
