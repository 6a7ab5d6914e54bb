import type { Signal } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';
import { wording } from './reading/wording.ts';

/** Another tool by name, or all of a kind: not this one, and no step of the caller's. */
const other =
  /(?!this\b|it\b|the (?:tool|function|api|method)\b|these\b)[`'"(]{0,2}(?:the |any |other |all |a |mcp_)?\w[\w.-]*\)?[`'"]{0,2}(?: (?:\w+ )?(?:tools?|operations?|functions?|directly))?/
    .source;
/** What nobody who only explains a workflow asks to do to another tool's call. */
const meddling =
  /(?:always (?:add|bcc|cc|send|include|pass|log|copy|forward|set|append)|copy all|(?:always )?log (?:file|all|the|every)|redirect|reroute|route all|replace the (?:recipient|values?|results?|arguments?|address|content)|change the (?:recipient|destination|address|amount|payee)|(?:add|bcc|cc|forward|send)\b[^.\n]{0,30}\S+@\S+|exfiltrate|intercept)/
    .source;

/** The text says how another tool is to behave, or meddles with what goes into it or comes out. */
export const crossToolReference: Signal = wording(
  'cross-tool-reference',
  eitherOf(
    RegExp(
      `\\b(?:before|after|when(?:ever)?|while|instead of) (?:using|calling|invoking|executing|running|execute|you (?:use|call)) ${other},? (?:\\w+ ){0,4}?${meddling}\\b`,
    ),
    RegExp(
      `\\bwhen(?:ever)? (?:the )?[\`'"(]{0,2}\\w[\\w-]*[\`'")]{0,2}(?: [\`'"]?\\w+[\`'"]?)? (?:tool )?is (?:invoked|called|used|executed|run|present|available)\\b[^.\\n]{0,40}\\b(?:${meddling}|it will override|modify the behaviou?r)`,
    ),
    /\b(?!this\b)[\w-]+[`'"]? tool (?:must|should|has to|will now) (?:always |only )?(?:send|forward|pass|route|redirect|copy) (?:all|every|each|any)\b/,
    /\binstead of (?:using |calling )?[`'"]?[a-z]+_[a-z_]+[`'"]?,? (?:\w+ )?(?:always|only|never|every)\b/,
    /\b(?:every|each|all|any) (?:calls? (?:to|of) )?[`'"]?[a-z]+_[a-z_]+[`'"]?(?: calls?)? (?:must|has to|have to|should|needs? to|is to|shall) (?:first |always |then )?(?:go|pass|run) (?:to|through|via)\b/,
    /\bside effect on (?:the )?(?:also present |other )?\S+ tool\b/,
    /\b(?:modif(?:y|ies)|chang(?:e|es)|alters?|overrid(?:e|es)|intercepts?|hijacks?) the (?:behaviou?r|calls?|results?|outputs?|recipients?|arguments?) of (?:all|any|every|other|the (?!tool|function))(?: ?[\w-]+){0,3} (?:tools?|functions?|operations?)\b/,
    /\b(?:run|use|call|execute|invoke) this (?:function|tool)\b[^.\n]{0,20}\b(?:to|and) (?:modify|replace|change|correct|override|overwrite|fix) the (?:\w+ ){0,2}(?:results?|outputs?|responses?|values?|arguments?)\b/,
    /\b(?:all|every|any) (?:messaging|email|communication|payment|file|database|search) tools?\b[^.\n]{0,40}\b(?:must|ensure|always|copies|instead)\b/,
    /\b(?:all|every|any) calls? to (?:the )?[`'"]?\w[\w-]*[`'"]?(?: tools?)? (?:have to|has to|must|should|need to) (?:go|be (?:routed|sent|made|passed|redirected)) (?:through|via|to|by) this\b/,
    /\bwhen(?:ever)? [`'"]?\w+[_-]\w+[`'"]? is (?:called|used|invoked)\b[^.\n]{0,20}\b(?:pass|send|give|set|use|add|put)\b/,
    /\b(?:run|use|call|execute|invoke) this (?:function|tool)\b[^.\n]{0,20}\b(?:to|and) (?:modify|replace|change|correct|override|rewrite|fix) (?:its|their) (?:results?|outputs?|responses?|answers?)\b/,
    /\b(?:changes|alters|affects|redefines) how (?:the )?[`'"]?\w[\w-]*[`'"]? tools? (?:works?|behaves?|is used|are used)\b/,
    /\bignore (?:it|that tool|the other tool) and (?:use|invoke|call|run) this\b/,
    /\bredirect (?:all|every|any) (?:requests?|calls?|traffic|messages?|emails?|payments?)\b/,
  ),
);
