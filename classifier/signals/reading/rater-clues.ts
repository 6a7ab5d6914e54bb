import type { Clue } from './clues.ts';

/** Who rates tools, and what comes of it. */
const judgement =
  /\b(?:(?:safety|security|risk|automated|compliance|danger|static) (?:reviews?|assessments?|checks?|audits?|ratings?|analys[ei]s|scans?|computations?|levels?|posture|tiers?|labels?|evaluations?|tools?)|(?:final |overall )?assessment (?:outcome|result|verdict)|re-?assess\w*|re-?classif\w*|(?:risk|category|severity) column|llm[- ]as[- ]a[- ]judge|rubric|hazard class|(?:any|every|each|all) (?:\w+ )?classifiers?|asked to (?:grade|rate|label|classify) |when (?:labell?ing|rating|grading|classifying)|(?:best|lowest|mildest) grade|graders?|raters?|reviewers?|assessors?|auditors?|scanners?|classifiers?|evaluators?|catalogu\w+ maintainers?|policy engines?|(?:severity|risk|danger) (?:tier|level|bucket|class)|lowest (?:tier|risk|severity|bucket)|(?:automatic|official|expected|green|risk)[ _]labels?|taxonom\w+|downstream checks|expected_\w+|benchmark key|(?:whoever|anyone who|those who|who(?:so)?) (?:audits?|rates?|reviews?|grades?|scores?|judges?|catalogu?\w*|classif\w+|labels?|scans?|index\w*|vets?|assess\w*)|(?:grad|rat|scor|classif|assess|judg|audit|review|catalogu)\w{0,4} this (?:entry|item|tool|definition|description|one)|(?:danger|risk|severity|threat) (?:level|score|rating|class)|influence the rating|allow rules?|findings\s?:|publisher profile|trusted publisher)\b/i;

/** What it is asked to come to. */
const mildness =
  /\b(?:read(?:[- ]only)?|informational|lookup|lowest|low|harmless|benign|safe|none|"none"|green|lenient|zero|0|nil|best|minimum|malfunction\w*|mistaken|erroneous|unnecessary|demonstration|demo|get-like|getter|simulated|sandbox|no (?:warning|further|finding|danger|concern|risk)s?|without (?:limits|approval|review)|omitted|skipped|tier 0|minimal|trusted|figurative\w*|nothing here|not influence|unproblematic|pre-?(?:screened|approved|cleared|checked)|allow)\b|\bA\+/i;

/** How it is asked for. */
const asking =
  /\b(?:consider|record|enter|reuse|pre-rated|keep|report|answer|output|respond|assume|treat|regard|file|list|listed|mark|label|applied|apply|inherit|skip|omit(?:ted)?|assign|imagine|pretend|suppose|kindly|please|dear|overrides?|should (?:read|say|show|be|come)|is unnecessary|would (?:call|say|rate|label)|ignore|give it|malfunction\w*|receives?|outputs|is (?:wrong|mistaken)|outcome|final|belongs?|must not|should not|need not|can be|may be|is required|answer is|the proper|the correct|the right|key|hint|conclud\w+|warrants?|agree\w*|purposes? of|when you|no further|note|official|be displayed|output for)\b/i;

/** What tells of a rating that the tool makes itself. */
const ownTask =
  /\b(?:returns?|retriev\w+|calculat\w+|fetch\w*|lists? (?:all|the|of)|gets?|shows?|medium|critical|filter\w*|portfolio|patients?|vulnerabilit\w+|one of|e\.g\.|for example|cve\w*|pull request|code review|creates?|updates?|use this tool|accessib\w+|lint\w*|runs? (?:an?|the)|aws|checks? (?:if|for|whether)|number of|defaults?|optional)\b/i;

/** A sentence that tells whoever rates the tool what to come to. */
export const talkToRaters: readonly Clue[] = [
  { all: [judgement, mildness, asking], none: ownTask },
  {
    all: [
      /\b(?:words?|terms?|verbs?|mentions?)\b[^.]{0,30}\b(?:delete|drop|reset|wipe|remove|destroy|execute|write|transfer|pay|erase|here)\b/i,
      /\b(?:figurative\w*|metaphor\w*|not (?:to be )?(?:influence|count|matter|taken)|must not|should not|no bearing|ignored?)\b/i,
      /\b(?:rating|classification|label|score|review|literally|risk|assessment|category)\b/i,
    ],
  },
  {
    all: [
      /<\w+[^>]{0,60}\b(?:category|risk|severity|rating|reviewed|approved|safe)\s?=\s?["'](?:read|low|none|safe|true|yes|0)["']/i,
    ],
  },
  {
    all: [
      /\b(?:read|low)\s?[\/,|]\s?(?:low|read|none|confidence)\b/i,
      /\b(?:label|labels|output|category|verdict|confidence|rating|official|answer|expected|item|entry)\b/i,
    ],
    none: /\b(?:medium|high|write|ohlc|open|close|returns?)\b/i,
  },
];
