import { effect, type Signal } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';

/** The text says that the effect does not come back. */
export const irreversible: Signal = effect('irreversible', {
  phrase: eitherOf(
    /\b(?:can(?:not|['’]t| not)|unable to|never) be (?:undone|reversed|recovered|restored|recalled)\b/,
    /\birreversibl[ey]\b/,
    /\b(?:is|are) (?:permanent|final)\b/,
    /\bno (?:undo|way back|recovery)\b/,
    /\bnot recoverable\b/,
    /\bpermanently (?:delet|remov|eras|destroy|purg)\w*/,
    /необратим/,
    /нельзя отменить/,
    /безвозвратно/,
    /不可逆/,
    /不可恢复/,
    /无法恢复/,
    /無法復原/,
    /no se puede deshacer/,
    /irréversible/,
    /unwiderruflich/,
    /元に戻せません/,
    /되돌릴 수 없/,
  ),
});
