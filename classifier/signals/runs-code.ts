import { effect, type Signal } from './reading/signal.ts';
import { anyOf, eitherOf } from './reading/words.ts';

/** Programs a caller can supply. */
const program = anyOf(
  `code, command, commands, cmd, cli, script, scripts, shell, bash, powershell, terminal, program,
    python, javascript, js, typescript, applescript, osascript, snippet, expression, eval, kubectl, psql,
    repl, notebook, cell, macro, prolog, lua, matlab, sandbox, code interpreter, 代码, 命令, 脚本, コード, コマンド,
    코드, 명령, код\\p{L}*, команд\\p{L}*, скрипт\\p{L}*`,
);
/** Programs that lie ready and are only named. */
const saved =
  /\b(?:code review|code analysis|code scan\w*|code quality|health check|code search|saved|named|predefined|whitelisted|allowlisted)\b/;

/** A verb of running whose object is a program the caller supplies. */
export const runsCode: Signal = effect('runs-code', {
  action: ({ act, lemma, object }, { parameters }) => {
    if (act !== 'run' && !/^(?:evaluate|interpret|compile|simulate)$/.test(lemma)) return false;
    const what = object.slice(0, 8).join(' ');
    if (saved.test(what)) return false;
    return (
      program.test(what) ||
      parameters.some(
        ({ name }) =>
          /^(?:code|command|cmd|script|javascript|expression)$/i.test(name) &&
          program.test(name.toLowerCase()) &&
          act === 'run',
      )
    );
  },
  phrase: eitherOf(
    /\b(?:execut|run|evaluat|interpret)(?:es?|s|ning|ing)? (?:(?:an?|any|the|arbitrary|custom|user-provided|provided|given|raw|inline|single|specific|some|your|external|multiple)\s+){0,3}(?:(?:python|javascript|js|typescript|bash|shell|powershell|terminal|system|console|cli|c#|ruby|lua|r|sql|node|php|applescript|matlab|kubectl|ssh|linux|os)\s+){0,2}(?:code|commands?|scripts?|programs?|snippets?|javascript|python|applescript|expressions?|statements?)\b/,
    /\barbitrary (?:[\w#]+ )?(?:code|commands?|scripts?|javascript|python)\b/,
    /执行(?:任意)?(?:代码|命令|脚本)/,
    /运行(?:代码|命令|脚本)/,
    /выполн[а-яё]+ (?:код|команд|скрипт)[а-яё]*/,
  ),
});
