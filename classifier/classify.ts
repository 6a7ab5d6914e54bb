import { hash } from 'node:crypto';
import type { Classification, JudgeId } from '../src/model/classification.ts';
import type { Fault } from '../src/model/fault.ts';
import type { Override } from '../src/model/override.ts';
import type { CatalogueServer, PastDefinition } from '../src/model/server.ts';
import type { Subject, ToolDefinition } from '../src/model/tool.ts';
import { type Review, type Reviewed, reviewsOf } from '../src/model/review.ts';
import { mergedServers } from '../src/store/merged.ts';
import type { Store, StoredServer } from '../src/store/store.ts';
import { count, type Progress } from '../src/terminal/progress.ts';
import { type Ask, type Asked, askMissing, type Groups, verdictKey } from './ask.ts';
import { decide } from './decide.ts';
import { applyOverrides, type Corrected } from './overrides/apply.ts';
import { byJudge, byRules } from './fallback.ts';
import type { Judge } from './judge.ts';
import { profileOf } from './profile.ts';
import { type Judgement, publishServer } from './publish.ts';

/** What a run of the classifier works on. */
export interface Run {
  store: Store;
  judge: Judge;
  /** What people have corrected, by server id. */
  overrides: ReadonlyMap<string, readonly Override[]>;
  now(): Date;
  progress: Progress;
  /** What was published before: of a server, by its id and a digest of what it was made from; null when it was not. `program` stands for the judging code. */
  known?: { program: string; find: (id: string, input: string) => CatalogueServer | null };
  /** How answers are got. Default: one question after another. */
  ask?: Ask;
}

/** What came of a run besides the servers that it handed on. */
export interface Classified extends Asked {
  /** Why a person should look at the tools of a server, by its id: known only when all servers are. */
  reviews: ReadonlyMap<string, Review[]>;
  /** What became of each correction. */
  corrected: Corrected[];
}

/** Judges that need nobody else and always have an answer. */
const embedded: ReadonlySet<JudgeId> = new Set(['rules', 'model']);

/** The tools of a server with what is told of it, in the order of the store; none when every source has deleted it. */
export function subjectsOf(
  stored: StoredServer,
  tools: readonly { definition: ToolDefinition }[] = stored.tools,
): Subject[] {
  const profile = profileOf(stored);
  if (profile === null) return [];
  const { name, description } = profile;
  const server = description === null ? { name } : { name, description };
  return tools.map(({ definition: tool }) => ({ server, tool }));
}

/** The ratings of what a server's tools were before. A judge that is paid is not asked about them. */
async function pastRatings({ store, judge }: Run, stored: StoredServer): Promise<PastDefinition['rating'][]> {
  const ratingOf = ({ category, risk }: Classification): PastDefinition['rating'] => ({ category, risk });
  const subjects = subjectsOf(stored, stored.past);
  if (embedded.has(judge.id))
    return Promise.all(subjects.map(async (subject) => ratingOf(await byJudge(judge, subject))));
  const keys = subjects.map((subject) => verdictKey(judge, subject));
  const verdicts = await store.verdicts(keys);
  return subjects.map((subject, index) => {
    const verdict = verdicts.get(keys[index] ?? '');
    return verdict === undefined ? null : ratingOf(decide(subject, verdict, judge));
  });
}

async function faultOf(run: Run, server: StoredServer, cause: string): Promise<Fault> {
  const known = server.faults.find((fault) => fault.stage === 'judge' && fault.cause === cause);
  if (known !== undefined) return known;
  const at = run.now().toISOString();
  const fault: Fault = { stage: 'judge', subject: server.id, kind: 'unjudged', cause, at };
  await run.store.saveFault(fault);
  return fault;
}

async function judgementOf(run: Run, server: StoredServer, asked: Asked): Promise<Judgement> {
  const { store, judge } = run;
  const subjects = subjectsOf(server);
  const past = await pastRatings(run, server);
  if (embedded.has(judge.id)) {
    const classifications = await Promise.all(subjects.map((subject) => byJudge(judge, subject)));
    return { classifications, past, faults: [] };
  }
  const causes: string[] = [];
  const classifications: Classification[] = [];
  const keys = subjects.map((subject) => verdictKey(judge, subject));
  const verdicts = await store.verdicts(keys);
  for (const [index, subject] of subjects.entries()) {
    const key = keys[index] ?? '';
    const verdict = verdicts.get(key);
    if (verdict === undefined) causes.push(asked.unanswered.get(key) ?? 'It was not asked.');
    classifications.push(verdict === undefined ? await byRules(subject) : decide(subject, verdict, judge));
  }
  const [cause] = causes;
  if (cause === undefined) return { classifications, past, faults: [] };
  const tools = `${causes.length} of ${count(subjects.length, 'tool')}`;
  return { classifications, past, faults: [await faultOf(run, server, `${tools}: ${cause}`)] };
}

/** The subjects of one server after another, each time it is read. */
export function subjectGroups(store: Store): Groups {
  return {
    async *[Symbol.asyncIterator]() {
      for await (const stored of mergedServers(store)) yield subjectsOf(stored);
    },
  };
}

/** Every correction there is, with what became of it on the servers of this run; `listing` are those that list tools. */
function allCorrected(
  overrides: Run['overrides'],
  listing: ReadonlySet<string>,
  found: readonly Corrected[],
): Corrected[] {
  return [...overrides].flatMap(([server, tools]) => {
    const fate = listing.has(server) ? 'unknown' : 'elsewhere';
    return tools.map(
      ({ tool }) =>
        found.find((each) => each.server === server && each.tool === tool) ?? { server, tool, fate },
    );
  });
}

/**
 * A digest of all that decides what is published of a server; empty where that is more than can be told: answers of a judge that is
 * asked, and corrections.
 */
function inputOf({ judge, overrides, known }: Run, stored: StoredServer): string {
  if (known === undefined || !embedded.has(judge.id) || overrides.has(stored.id)) return '';
  const { id, version } = judge;
  return hash('sha256', JSON.stringify([known.program, id, version, { ...stored, visited: null }]));
}

interface Outcome {
  server: CatalogueServer;
  corrected: readonly Corrected[];
}

/** What is published of a server; null when every source has deleted it. */
async function outcomeOf(
  run: Run,
  stored: StoredServer,
  asked: Asked,
  input: string,
): Promise<Outcome | null> {
  const known = input === '' ? null : (run.known?.find(stored.id, input) ?? null);
  if (known !== null) return { server: known, corrected: [] };
  const judgement = await judgementOf(run, stored, asked);
  const { classifications, corrected } = applyOverrides(
    stored,
    judgement.classifications,
    run.overrides.get(stored.id) ?? [],
  );
  const server = publishServer(stored, { ...judgement, classifications });
  return server === null ? null : { server, corrected };
}

/** As much of a server as its review needs: the names of its tools. */
const reviewed = ({ id, repository, tools }: CatalogueServer): Reviewed => ({
  ...{ id, repository },
  tools: tools.map(({ definition: { name } }) => ({ definition: { name } })),
});

/**
 * Judges everything in the store and hands on one server of the catalogue after the other, without its review. Verdicts the judge gave
 * before are used again; it is asked about the rest, and where it gives no answer the rules decide and a fault says so. Of embedded
 * judges not verdicts are kept but what was published, for servers of which nothing has changed. The same store and answers give the
 * same servers.
 * @throws UserError when asking is pointless; what was judged before is saved.
 */
export async function classify(
  run: Run,
  handOn: (server: CatalogueServer, input: string) => void,
): Promise<Classified> {
  const { store, judge, overrides, ask = askMissing } = run;
  const asked: Asked = embedded.has(judge.id)
    ? { answered: 0, unanswered: new Map() }
    : await ask(run, subjectGroups(store));
  const servers: Reviewed[] = [];
  const found: Corrected[] = [];
  for await (const stored of mergedServers(store)) {
    const input = inputOf(run, stored);
    const outcome = await outcomeOf(run, stored, asked, input);
    if (outcome === null) continue;
    handOn(outcome.server, input);
    servers.push(reviewed(outcome.server));
    found.push(...outcome.corrected);
    run.progress(`Classified ${count(servers.length, 'server')} …`);
  }
  const listing = new Set(servers.filter(({ tools }) => tools.length > 0).map(({ id }) => id));
  return { ...asked, reviews: reviewsOf(servers), corrected: allCorrected(overrides, listing, found) };
}
