import { parameter, type Signal } from './reading/signal.ts';
import { exactly } from './reading/words.ts';

/** A switch that skips a safeguard or widens the effect. */
export const pForceOrRecursive: Signal = parameter('p:force-or-recursive', {
  name: exactly(`force, forced, recursive, recursively, cascade, full refresh, auto apply, auto approve, auto confirm,
    skip confirmation, skip checks, no verify, ignore errors, purge, hard delete, permanent, permanently,
    force \\w+, \\w+ recursive, dangerously .*, allow dangerous.*, bypass.*, override safety, overwrite,
    hard, prune`),
  except: /^(?:force (?:refresh|reload|update|fetch|cache|sync|rebuild|new|text|color)|overwrite)$/,
  types: ['boolean'],
  also: ({ words }, { named, told }) =>
    !/^(?:recursive|recursively)$/.test(words[0] ?? '') ||
    ![named[0], told[0]].every((action) => action === undefined || action.act === 'look'),
});
