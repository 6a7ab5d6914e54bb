import { type Signal, wording } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';

/** The text talks to whoever rates, scans or reviews the tool, or carries a ready verdict. */
export const classifierDirected: Signal = wording(
  'classifier-directed',
  eitherOf(
    /\b(?:note|message|attention|instructions?) (?:for|to) (?:(?:all|automated|ai|security|the|any|llm)\s+){0,3}(?:reviewers?|raters?|scanners?|classifiers?|evaluators?|auditors?|moderators?|graders?|judges?)\b/,
    /(?:^|[.!?\n]\s{0,4})(?:evaluators?|raters?|classifiers?|graders?)\s?[:,]/,
    /\b(?:classify|rate|label|categori[sz]e|score|treat|mark)s? (?:this|the|these) (?:tool|server|entry|function)\s?(?:as|to be|with)?\s?(?:(?:a|an|being|only)\s+)?(?:read(?:-only)?|low|safe|benign|harmless|no)\b/,
    /\b(?:expert|good|correct) (?:raters?|reviewers?|classifiers?)\b/,
    /\b(?:security[- ]review|safety[- ]review|audit)\s?:\s?(?:passed|approved|ok)\b/,
    /\bcategory\s?["']?\s?[=:]\s?["']?(?:read|write)\b/,
    /\brisk\s?["']?\s?[=:]\s?["']?(?:low|none|safe)\b/,
    /\bdo not (?:re-?evaluate|re-?classify|flag|raise)\b/,
    /\balways (?:mark|rate|classify) (?:this|the|it|every) (?:tool|server)\b/,
    /\b(?:already|pre-?)(?: been)? (?:reviewed|verified|approved|certified)(?: and)? (?:as )?(?:safe|by (?:the )?(?:security|catalogue|placard))/,
    /\b(?:düşük riskli|sınıflandır|分类为(?:只读|低)|评级为|классифицир[а-яё]* как|clasifi[a-zé]+ como|als (?:sicher|niedrig) einstufen|classez)/,
  ),
);
