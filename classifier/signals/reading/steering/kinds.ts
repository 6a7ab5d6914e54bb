import foreign from '../../../../data/model/words.json' with { type: 'json' };
import { WordMap } from '../word-map.ts';
import { stemOf } from './stem.ts';

const listed = (words: string): readonly string[] => words.trim().split(/\s+/);

/**
 * Kinds of words that texts to an agent are made of, whoever they serve: what is learned of one word of a kind holds a
 * little for the others. A word may be of several kinds.
 */
const words = {
  user: listed(
    `account-holder anybody anyone boss caller cardholder client colleague customer customers employee end-user everyone family guest he her him his human humans manager nobody operator owner patient people person player reader recipient she someone their them they traveller user users viewer whoever`,
  ),
  agent: listed(
    `agent agents ai assistant assistants bot caller chatbot claude clients copilot gemini gpt llm llms model models orchestrator planner you your yourself`,
  ),
  author: listed(`author company developers i maintainer me mine my our ours publisher team us vendor we`),
  obliging: listed(
    `always bound compulsory duty ensure essential expected has have imperative insist mandatory must necessary need needs obligation obligatory obliged ought require required requires shall should supposed`,
  ),
  all: listed(
    `all always any anything complete constantly continually each entire every everyone everything forever full irrespective permanently regardless whatever whenever wherever whichever whole`,
  ),
  never: listed(`avoid cannot neither never no nobody none nor not nothing omit refrain skip stop without`),
  telling: listed(
    `acknowledge admit alert announce ask bother comment confess describe disclose discuss display explain expose inform mention note notice notify raise remark report reveal say show speak state surface talk tell warn`,
  ),
  hiding: listed(
    `background behind bury conceal confidential cover covert covertly discreet discreetly disguise erase hidden hide internal invisible invisibly mask omit private quiet quietly scrub secret secretly silent silently slip smuggle sneak softly stealth suppress tidy undisclosed unmentioned unnoticed unobtrusive unobtrusively unseen whisper`,
  ),
  lying: listed(
    `assure attribute blame claim convince deny excuse fabricate fake falsify feign fib forge insist invent lie misreport persuade present pretend reassure`,
  ),
  giving: listed(
    `add append attach bcc cc copy deliver disclose email embed enclose encode export feed fill forward hand include insert leak mail pass paste place post provide put relay report send share ship slip submit supply transfer transmit upload`,
  ),
  secret: listed(
    `apikey auth card certificate code codes cookie cookies credential credentials cvv env environment iban key keychain keys login logins mnemonic otp passphrase passport password passwords pin secret secrets seed session ssh ssn token tokens vault wallet`,
  ),
  private: listed(
    `address addresses browsing calendar chat clipboard contact contacts conversation diagnosis diary document documents file files health history inbox instructions journal location mail mails medical memories memory message messages notes phone photo photos prompt prompts record records salary screen screenshot tabs transcript`,
  ),
  other: listed(
    `alternative alternatives another built-in competitor competitors connector connectors elsewhere function functions native other plugin plugins rival rivals server servers tool tools`,
  ),
  before: listed(
    `ahead before beforehand begin first foremost initially opening precede preceding preliminary prerequisite prior start`,
  ),
  after: listed(`after afterwards following later next once subsequently then until upon when whenever`),
  overriding: listed(
    `bypass cancel disable disregard exception exempt forget ignore lift loosen obsolete outrank overridden override overrule relax replace revoke supersede supersedes suspend trump void waive`,
  ),
  rule: listed(
    `approval confirmation consent guardrail guardrails guideline guidelines instruction instructions limits permission permissions policies policy prompt prompts protocol restriction restrictions rule rules safety sandbox system`,
  ),
  approved: listed(
    `agreed allowed approved audited authorised authorized blessed certified cleared consented granted permitted pre-approved preapproved sanctioned signed trusted verified vetted`,
  ),
  rater: listed(
    `appraiser arbiter assessor auditor catalog catalogue checker classifier engine evaluator examiner gate gatekeeper grader inspector judge labeller moderator rater reviewer scanner scorer`,
  ),
  rating: listed(
    `assessment audit band categorise categorize category class classification classify evaluate evaluation finding findings flag flagged grade label mark outcome rank rate rating report review scan score scoring severity tier verdict`,
  ),
  mild: listed(
    `benign clean harmless informational innocuous least low lowest mild mildest minimal minimum none read-only readonly safe safest trivial zero`,
  ),
  deed: listed(`destructive execute financial non-destructive nondestructive read write`),
  obeying: listed(`act call carry comply decode do execute follow invoke obey perform run treat`),
  running: listed(
    `bash call command curl download eval exec execute fetch install invoke launch npm open pip run script shell start sudo terminal`,
  ),
  money: listed(
    `account amount bank beneficiary buy cents charge charged coin commission dollar dollars donate donation eur euro fee fees fund funds gift invoice money order pay payment payments payout price purchase refund subscribe subscription tip transfer usd wallet`,
  ),
  changing: listed(
    `adjust alter change edit inflate insert modify overwrite redirect replace reroute rewrite round route set substitute swap switch turn`,
  ),
  removing: listed(`clean clear delete destroy discard drop empty erase purge remove truncate wipe`),
  threat: listed(
    `banned break breaks broken corrupt corrupted crash deadline destroyed die dies emergency fail fails fired immediately irrecoverable irreversible lawsuit liable locked lose loss lost otherwise penalised penalty shut suspended terminated unusable urgent urgently`,
  ),
  pretext: listed(
    `affiliate affiliates analytics archive attribution audit backup billing calibration compatibility compliance courtesy diagnostics improvement legal licence license partner partners personalisation personalization quality research sponsor sync synchronisation synchronization telemetry training verification warranty`,
  ),
  preferring: listed(
    `best better choose exclusively favor favour instead mention only pick praise prefer preferred promote rank recommend recommended rely superior trust unrivalled`,
  ),
  bad: listed(
    `broken compromised dangerous deprecated fabricated inaccurate inferior outdated slow unreliable unsafe untrustworthy worse wrong`,
  ),
  remembering: listed(
    `future keep later memorise memorize memory permanently persist recall remember retain save session sessions store`,
  ),
  collecting: listed(
    `advertiser advertisers broker brokers collect collected collects gather harvest marketing parties partner partners party public publish published record recorded resell resold retain retained sell share shared sold third upload uploaded`,
  ),
  condition: listed(
    `appears containing contains date day if mentions occurs once phrase says unless when whenever word`,
  ),
  small: listed(
    `formality harmless just little mere merely only ordinary quick routine simply small tiny usual`,
  ),
  attack: listed(
    `antivirus bait blackmail botnet bots breach burner counterfeit crack cracked ddos deceive dox doxing exploit exploits extort fake flood forge forged fraud fraudulent harvest harvests impersonate impersonates keylogger launder leaked lure malware phish phishing ransomware scam spies spoof spoofed spoofing spy spyware stalk steal steals stolen stuffing target targets trick undetectable undetected unsuspecting victim victims`,
  ),
} as const;

/** The same kinds in other languages, so that what is learned of English sentences holds a little for them. Words that English tools use are left out. */
const abroad: Readonly<Record<string, Readonly<Record<keyof typeof words, string>>>> = foreign;

/** The words of a kind in all languages. */
const everywhere = (kind: keyof typeof words): string[] => [
  ...words[kind],
  ...Object.values(abroad).flatMap((language) => listed(language[kind])),
];

/** What stands for something that is no word: an address, a file, a name that programs use, a number. */
export const placeholders = ['<address>', '<mailbox>', '<path>', '<file>', '<name>', '<number>'] as const;

const known = new Map<string, number[]>();
const all = [
  ...(Object.keys(words) as (keyof typeof words)[]).map(everywhere),
  ...placeholders.map((one) => [one]),
];
for (const [kind, each] of all.entries())
  for (const stem of new Set(each.map(stemOf))) known.set(stem, [...(known.get(stem) ?? []), kind]);

const kinds = new WordMap(known);
const none: readonly number[] = [];

/** The kinds that a stem or placeholder is of, by their numbers. */
export const kindsOf = (stem: string): readonly number[] => kinds.get(stem) ?? none;

/** How many kinds there are. */
export const kindCount = Object.keys(words).length + placeholders.length;
