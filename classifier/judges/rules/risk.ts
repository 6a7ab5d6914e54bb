import type { Category } from '../../../src/model/categories.ts';
import { bars, type Risk, type RiskLevel, shift } from '../../../src/model/risks.ts';
import type { SignalId } from '../../../src/model/signals.ts';
import type { Case } from './case.ts';
import { isReadingQuery, leavesFile, type Ruling } from './category.ts';
import { isAbout, isOne, objects } from './objects.ts';

/** A circumstance that puts a call at a level of its own, and how to say so after "because". */
interface Circumstance {
  risk: RiskLevel;
  because: string;
  when: (it: Case, ruling: Ruling) => boolean;
}

interface RiskTable {
  start: RiskLevel;
  /** The first that applies replaces the start, unless something raises. */
  lower: readonly Circumstance[];
  /** The worst that applies stands. */
  raise: readonly Circumstance[];
}

/** A level and, where it is not the category's usual one, why. */
export interface RiskRuling {
  risk: Risk;
  because: string | null;
}

const about = (list: RegExp) => (it: Case) => it.action !== null && isAbout(list, it.action.object);
const isA = (list: RegExp) => (it: Case) => it.things.some((thing) => isOne(list, thing));
const any =
  (...ids: SignalId[]) =>
  (it: Case) =>
    ids.some(it.has);
const all =
  (...ids: SignalId[]) =>
  (it: Case) =>
    ids.every(it.has);

/** Acts that are narrow and can be repeated, whatever they are done to. */
const repeatable =
  /^(?:rerun|retry|resume|refresh|sync|synchroni[sz]e|reload|cancel|pause|step|continue|scan|transcribe|compile|build|skip|stop|initiate|reprocess|debug|activate|animate|upscale|train)$/;
/** Places that a program does not leave so easily. */
const confined =
  /\b(?:sandbox(?:ed)?|(?:in|inside|on) (?:the |a )?(?:target )?(?:browser|page)|browser console|browser context|current page|isolated|disposable|dev ?container)\b/;
/** Verbs that only choose where later calls work. */
const setting = /^(?:set|clear|switch|select|use|change|reset)$/;
const localFiles = /\bfiles?\b/;
/** What the text promises against an accident. Shown as a mitigation, worth one step at most. */
const safeguard =
  /\b(?:confirmation token|confirm(?:ation)? (?:code|step)|two-step|requires? confirmation|dry[- ]run by default|moves? (?:it |them )?to (?:the )?trash|soft[- ]delete|returns? to draft|can be restored|recoverable)\b/;

const byFilter =
  /\b(?:with|by|using|matching|that match|based on|on)(?: (?:a|the|specified|specific|provided|given)){0,3} (?:filters?|criteria|conditions?)\b/;
/** Removals that take more than the thing itself. */
const takesContents =
  /\band (?:all )?(?:of )?(?:its|their|associated|the) (?:contents?|files|tasks|data|documents|records|messages|items|pages|children)\b|\band all contents\b/;

/** Queries on measurements of machines and on public knowledge. */
const openQuery = /\b(?:promql|wikidata|dbpedia)\b/;

/** Arguments that say where the whole work lies, not which file of it is changed. */
const base =
  /\b(?:repositor(?:y|ies)|repo|projects?|workspace|working (?:directory|tree)|cwd|scene|vault|graph)\b/;

const goal = /\b(?:destination|target|output)\b/;

/** Whether an argument names a file or folder to change, and not only the repository or project it is in. */
function namesFile({ evidence, reading }: Case): boolean {
  const paths = new Set(evidence.filter(({ id }) => id === 'p:path').map(({ at }) => at));
  return reading.parameters.some(({ at, words, passages }) => {
    if (!paths.has(at)) return false;
    const said = [...words, ...passages.map(({ text }) => text.toLowerCase())].join(' ');
    return goal.test(said) || !base.test(said);
  });
}

/** Whether an argument is where the answer goes. */
function savesAnswer({ reading }: Case): boolean {
  return reading.parameters.some(({ passages }) =>
    passages.some(({ text }) => /\bsav(?:e|ed|ing)\b/iu.test(text)),
  );
}

function isLight(it: Case, { ground }: Ruling): boolean {
  if (ground !== 'trigger' || it.action === null || about(objects.live)(it)) return false;
  return repeatable.test(it.action.lemma) || about(objects.light)(it);
}

/** The rubric's table of levels. */
const tables: Readonly<Record<Category, RiskTable>> = {
  Read: {
    start: 'Low',
    lower: [],
    raise: [
      { risk: 'Medium', because: 'the answer can hold private records', when: any('private-data') },
      { risk: 'Medium', because: 'the caller names the web address', when: any('arbitrary-url') },
      { risk: 'Medium', because: 'an argument is a credential', when: any('p:credential') },
      {
        risk: 'Medium',
        because: 'the answer can be saved to a file that the caller names',
        when: (it) => all('p:path', 'local-filesystem')(it) && savesAnswer(it),
      },
      { risk: 'Medium', because: 'the caller names the file', when: all('p:path', 'local-filesystem') },
      {
        risk: 'Medium',
        because: 'the caller writes the query',
        when: (it) => any('raw-query', 'p:sql')(it) && !openQuery.test(it.prose),
      },
      { risk: 'High', because: 'the answer can hold credentials', when: any('returns-secrets') },
      {
        risk: 'Critical',
        because: 'the answer can hold a key that opens everything',
        when: (it) => it.has('returns-secrets') && about(objects.master)(it),
      },
    ],
  },
  Write: {
    start: 'Medium',
    lower: [
      {
        risk: 'Low',
        because: 'the effect ends with the session or is as easily taken back',
        when: (it) =>
          !it.isUndescribed &&
          !leavesFile(it) &&
          (it.has('session-state') || it.action?.act === 'mark' || isA(objects.touch)(it)),
      },
    ],
    raise: [
      {
        risk: 'High',
        because: 'it hands files of this machine to somebody else',
        when: (it) => it.action?.lemma === 'upload' && it.has('p:path') && about(localFiles)(it),
      },
      { risk: 'High', because: 'a message that is sent cannot be called back', when: any('sends-message') },
      { risk: 'High', because: 'the result is public', when: any('publishes') },
      { risk: 'High', because: 'it changes who may do or see what', when: any('changes-access') },
      {
        risk: 'High',
        because: 'the caller names the file or folder it changes',
        when: (it, { ground }) =>
          !(it.has('session-state') && setting.test(it.action?.lemma ?? '')) &&
          ground !== 'file' &&
          !isA(objects.folder)(it) &&
          (namesFile(it) || (it.has('local-filesystem') && about(objects.code)(it))),
      },
      { risk: 'High', because: 'a switch skips a safeguard', when: any('p:force-or-recursive') },
      { risk: 'High', because: 'what it changes is run later', when: isA(objects.programs) },
      {
        risk: 'High',
        because: 'others rely on what it changes',
        when: (it) => it.has('changes-infrastructure') && about(objects.live)(it),
      },
    ],
  },
  Execute: {
    start: 'High',
    lower: [
      {
        risk: 'Medium',
        because: 'a single step can be repeated',
        when: (_, { ground }) => ground === 'operation',
      },
      { risk: 'Medium', because: 'what it starts or stops is narrow', when: isLight },
    ],
    raise: [
      {
        risk: 'High',
        because: 'it hands files of this machine to somebody else',
        when: (it, { ground }) => ground === 'operation' && it.has('p:path') && about(localFiles)(it),
      },
      {
        risk: 'Critical',
        because: 'nothing limits the program that is run',
        when: (it, { ground }) => ground === 'payload' && !confined.test(it.prose),
      },
      {
        risk: 'Critical',
        because: 'nothing limits the query to reading',
        when: (it, { ground }) => ground === 'query' && !isReadingQuery(it),
      },
    ],
  },
  Destructive: {
    start: 'High',
    lower: [{ risk: 'Medium', because: 'the object is small', when: isA(objects.small) }],
    raise: [
      { risk: 'High', because: 'the text says that it cannot be undone', when: any('irreversible') },
      { risk: 'High', because: 'it changes who may do or see what', when: any('changes-access') },
      { risk: 'High', because: 'it removes all that matches', when: (it) => byFilter.test(it.prose) },
      {
        risk: 'Critical',
        because: 'what the object holds goes with it',
        when: (it) => takesContents.test(it.prose),
      },
      {
        risk: 'Critical',
        because: 'the object holds other things or others rely on it',
        when: isA(objects.container),
      },
      {
        risk: 'Critical',
        because: 'a switch widens the effect on live systems',
        when: all('p:force-or-recursive', 'changes-infrastructure'),
      },
    ],
  },
  Financial: {
    start: 'Critical',
    lower: [
      {
        risk: 'High',
        because: 'the effect is bounded or needs another step',
        when: (it) => it.action?.act === 'cancel' || about(objects.indirect)(it),
      },
    ],
    raise: [],
  },
};

/** The table's answer: the worst level that something raises to, else a lower one where it applies, else the start. */
function tabled(it: Case, ruling: Ruling): { risk: RiskLevel; because: string | null } {
  const { start, lower, raise } = tables[ruling.category];
  const raised = raise.filter(({ when }) => when(it, ruling)).toSorted((a, b) => bars(b.risk) - bars(a.risk));
  const found = raised[0] ?? lower.find(({ when }) => when(it, ruling));
  return found === undefined ? { risk: start, because: null } : { risk: found.risk, because: found.because };
}

/** How grave one call is. Unknown when neither words nor schema say anything: that is not a mild level. */
export function riskOf(it: Case, ruling: Ruling): RiskRuling {
  const base = tabled(it, ruling);
  if (ruling.category === 'Destructive' && safeguard.test(it.prose))
    return { risk: shift(base.risk, -1), because: 'the text states a safeguard against an accident' };
  if (it.isUndescribed && ruling.ground === 'unclear' && base.risk === 'Low')
    return { risk: 'Unknown', because: null };
  const isUnread = it.isUndescribed && it.action !== null && it.action.act !== 'look';
  if (isUnread && base.risk === 'Low')
    return { risk: 'Medium', because: 'nothing is said about what it does to data' };
  return base;
}
