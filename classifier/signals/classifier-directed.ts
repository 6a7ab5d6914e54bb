import { foreignRatings } from './reading/foreign-orders.ts';
import type { Signal } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';
import { wording } from './reading/wording.ts';

const raters =
  /(?:reviewers?|raters?|scanners?|classifiers?|evaluators?|auditors?|moderators?|graders?|judges?|analy[sz]ers?|assessors?|catalogu?ers?)/
    .source;
const rating = /(?:classify|rate|label|categori[sz]e|score|treat|mark|grade|rank|assess|consider)s?/.source;
const mild =
  /(?:read(?:-only)?|low|safe|benign|harmless|no[- ]risk|non-?destructive|trusted|verified|minimal)/.source;

/** The text talks to whoever rates, scans or reviews the tool, carries a ready verdict, or vouches for itself. */
export const classifierDirected: Signal = wording(
  'classifier-directed',
  eitherOf(
    RegExp(
      `\\b(?:notes?|messages?|attention|instructions?|hint|guidance|reminder|addressed) (?:for|to) (?:(?:(?:all|automated|ai|security|the|any|llm|risk|safety|tool|an?)\\s+){0,3}(?:raters?|scanners?|classifiers?|evaluators?|graders?|catalogu?ers?)|(?:(?:the|an?|any|all)\\s+)?(?:automated|ai|security|llm|risk|safety)\\s(?:\\w+\\s)?${raters})\\b(?=\\s?[-–—:,;.!]\\s?\\w|\\s(?:this|the|these|please|to|do|you|who|that|any|it|treat|classify|rate|mark)\\b)`,
    ),
    RegExp(
      `\\b${raters}\\s?[:,]\\s?(?=(?:please|treat|note|this|these|classify|rate|mark|ignore|you|do not|any|all|the (?:tool|text|server|following|entry)|consider|skip)\\b)`,
    ),
    RegExp(
      `\\b${rating} (?:(?:this|the|these|all) (?:tool|server|entry|function|operation|call|definition|endpoint)s?(?:\\s(?:as|to be|with|at|under))?|(?:this|it|these|them|everything)\\s(?:as|to be|with|at|under)(?! read\\b(?!-)))\\s(?:(?:a|an|being|only|having|purely|of)\\s+)?${mild}\\b(?! (?:for|to|values?|priority|stock|quality|contrast))`,
    ),
    RegExp(
      `\\b(?:should|must|can|has to) be (?:classified|rated|categori[sz]ed|labell?ed|scored|graded|ranked) (?:as |with |at )?(?:an? )?${mild}\\b(?! (?:if|when|unless))`,
    ),
    /\b(?:treat|rate|classify|categori[sz]e|grade|score) (?:(?:this|it|me|this tool|the tool) )?(?:as|at) ["'“]?(?:read(?:-only)?|low|safe|benign|harmless|write|trivial)["'”]?(?: risk)?\s?(?:[.!]|$)/,
    /\b(?:expert|good|correct|professional) (?:raters?|reviewers?|classifiers?|auditors?)\b/,
    /\b(?:security|safety|risk|compliance)[- _]?(?:review|audit|assessment|scan|check|rating)\s?[:=]\s?["']?(?:passed|approved|ok|low|none|safe|clean|green|complete|verified)\b/,
    /\b(?:already|been|was|were) (?:been )?(?:checked|scanned|screened|reviewed|audited|cleared|vetted|examined|analy[sz]ed|assessed) (?:and \w+ )?by (?:the |our |your |an? )?(?:\w+ ){0,2}(?:security|safety|trust|compliance|risk|scanner|audit\w*|reviewers?)\b/,
    /\b(?:cached|previous|earlier|existing|stored) (?:verdict|rating|classification|assessment|scan result)\b/,
    /\b(?:category|risk|rating|severity|verdict) (?:must|should|is to|has to|shall|may) be (?:reported|given|set|recorded|shown|listed|stored|entered|left) (?:as|to|at)\b/,
    /\bsuppress (?:all |any )?(?:findings|alerts|warnings|flags) (?:for|on|about) this\b/,
    /\baudit\s?:\s?(?:passed|approved|ok|clean)\b/,
    /\bcategory\s?["']?\s?[=:]\s?["']?(?:read|write)\b["']?(?=[^\n]{0,40}risk|[\s,.;}]|$)/,
    /\brisk(?:[ _-]?(?:level|rating|score|category))?\s?["']?\s?[=:]\s?["']?(?:low|none|safe|minimal|0\b|zero)\b(?!,? ?(?:medium|moderate|high|or\b|\||\/))/,
    /\bdo not (?:re-?evaluate|re-?classify|re-?rate|raise (?:the|its|this) (?:rating|risk|level)|flag this|flag it as|raise)\b/,
    /\balways (?:mark|rate|classify) (?:this|the|it|every) (?:tool|server)\b/,
    /\b(?:already|pre-?)(?: been)? (?:reviewed|verified|approved|certified|vetted|audited)(?: and)? (?:as )?(?:safe|by (?:the )?(?:security|catalogue|placard|trust|anthropic|openai))/,
    /\b(?:approved|certified|verified|vetted|whitelisted|allowlisted|cleared) (?:as safe |safe )?by (?:the )?(?:security (?:team|review|audit)|placard|anthropic|openai|trust and safety|your administrator)\b/,
    /\bthis (?:tool|server|function) (?:is|has been) (?:completely |totally |perfectly |entirely |absolutely |100 ?% |proven |known to be |certified )?(?:safe|harmless|risk-free|benign|trustworthy)\b(?! (?:to (?:retry|call|run|repeat|use)|for))/,
    /\b(?:poses?|carries|has) no (?:security )?risk\b/,
    /\b(?:no|without|does not (?:need|require)|skip(?:ping)?|bypass(?:ing)?) (?:any |the |user |human ){0,2}(?:approval|consent|confirmation)(?:s)? (?:prompt )?(?:is |are )?(?:needed|required|necessary)\b[^.\n]{0,20}\b(?:safe|trusted|harmless|read-only)\b/,
    /\b(?:safe|ok|okay|fine) to auto-?(?:approve|accept|allow|run)\b|\bshould (?:always )?be auto-?(?:approved|allowed|accepted)\b/,
    /\b(?:any|all) mention of (?:write|delet\w+|destructive|execut\w+)[^.\n]{0,40}\b(?:documentation|another tool|example)\b/,
    /\b(?:to|dear) (?:the|any|whichever|all|an?) (?:ai|llm|model|bot|system|agent|one|program|person)s? (?:that is |who is |which is )?(?:scoring|rating|scanning|reviewing|classifying|evaluating|judging|assessing|auditing|grading)\b/,
    /\bif you are (?:an? |the )?(?:\w+ ){0,2}(?:scanner|reviewer|rater|classifier|auditor|evaluator|moderator|grader|judge|security (?:tool|bot|model|agent))\b/,
    /\b(?:scanner|rater|auditor|classifier|evaluator|security reviewer)s? (?:note|notice|hint)\s?:/,
    /\b(?:this is|:|known|flagged as) (?:an? )?(?:known )?false positives?\b[^.\n]{0,30}\b(?:skip|ignore|entry|tool|rating|scan\w*)\b/,
    /\b(?:choose|pick|use|assign|give|select|keep|apply) (?:(?:it|this|this tool|this entry) )?(?:the )?(?:lowest|minimal|minimum|safest|mildest|most lenient) (?:\w+ )?(?:level|risk|rating|score|category|severity)\b/,
    /\bno further (?:analysis|review|checks?|assessment|evaluation|scrutiny|screening) (?:is |are )?(?:required|needed|necessary)\b/,
    /\breport no (?:findings|issues|risks|problems|vulnerabilities)\b/,
    /\bseverity\s?["']?\s?[=:]\s?["']?(?:none|informational)\b(?!,? ?(?:low|info|warning|minor|or\b|\||\/))/,
    RegExp(
      `\\b(?:ai|llm|automated|security|risk|safety) ${raters} (?:must|should|shall|can|may|need|have to|are|will)\\b`,
    ),
    /\bfor (?:(?:all|any|the|automated|ai)\s)?(?:raters|classifiers|evaluators|graders|scanners)\s?[:,]/,
    /\b(?:rating|score)\s?["']?\s?[=:]\s?["']?(?:low|read|safe|none|harmless)\b/,
    /\b(?:rated|certified|classified|assessed|considered|deemed|found) (?:as |to be )?(?:low|safe|harmless|read-only|benign|low[- ]risk) by\b/,
    /<(?:classification|risk|rating|category|verdict|severity)>\s?(?:read|low|safe|none|harmless)\b/,
    foreignRatings,
  ),
);
