import { visible } from '../model/display.ts';
import type { Launch, PackageReference } from '../model/launch.ts';
import { paths } from '../model/paths.ts';
import type { Reachability } from '../model/reachability.ts';
import type { CatalogueServer, CatalogueTool, PackageVisit, ProgramVisit } from '../model/server.ts';
import { judgeLabels, judgeVersion, reachabilityLabels, sourceLabels } from './sentences.ts';
import { count, opening } from './wording.ts';

/** One line of a fact card. Text is ready to show. */
export interface Fact {
  term: string;
  text: string;
  path?: string;
  /** Text from the wire or a number for machines. */
  isCode?: boolean;
  note?: string;
}

const packageText = ({ kind, name, version }: PackageReference): string =>
  visible(`${kind} ${name}${version === null ? ', version not stated' : ` ${version}`}`);

/** A command as a person would write it, after its dummy environment. */
function commandText(words: readonly string[], environment: Launch['environment']): string {
  const assignments = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  return visible([...assignments, ...words].join(' '));
}

/** How a server was started: its package or program, the words after it, and the dummy environment. */
export function startText(visit: PackageVisit | ProgramVisit): string {
  if (visit.kind === 'program') return commandText(visit.command, visit.environment);
  const { package: started, arguments: words, environment } = visit.launch;
  return commandText([`${started.name}@${started.version ?? 'unstated'}`, ...words], environment);
}

const day = (time: string): string => time.slice(0, 10);

function versionFact({ versionWanted, versionGot }: PackageVisit): Fact {
  return {
    term: 'Version',
    text: visible(versionGot),
    isCode: true,
    ...(versionWanted === versionGot ? {} : { note: `asked for ${visible(versionWanted)}` }),
  };
}

function integrityFact({ integrity }: PackageVisit): Fact {
  return integrity === null
    ? { term: 'Archive checksum', text: 'Not noted' }
    : { term: 'Archive checksum', text: visible(integrity), isCode: true };
}

/** How the tools came to be known; one line of "not yet" when they are not. */
export function inspectionFacts({
  inspection,
  listed,
}: Pick<CatalogueServer, 'inspection' | 'listed'>): Fact[] {
  if (inspection === null && listed !== undefined) {
    const note = `on ${listed.on}, not by asking the server`;
    return [{ term: 'Tools read from', text: sourceLabels[listed.source], note }];
  }
  if (inspection === null) return [{ term: 'Tools', text: 'Not listed yet' }];
  const note = `on ${day(inspection.at)}`;
  const protocol = { term: 'Protocol', text: visible(inspection.protocol), isCode: true };
  if (inspection.kind === 'remote') {
    const { kind, url } = inspection.remote;
    return [
      { term: 'Tools read from', text: visible(url), isCode: true, note },
      { term: 'Transport', text: kind, isCode: true },
      protocol,
    ];
  }
  return [
    { term: 'Tools read from', text: 'the running server', note },
    { term: 'Started as', text: startText(inspection), isCode: true },
    ...(inspection.kind === 'package' ? [versionFact(inspection), integrityFact(inspection)] : []),
    protocol,
    { term: 'Sandbox', text: inspection.sandbox },
  ];
}

/** Where a server was listed, and under which name. */
export function sourceFacts({ sources }: CatalogueServer): Fact[] {
  return sources.map(({ source, name, version, status }) => ({
    term: 'Listed by',
    text: status === 'active' ? sourceLabels[source] : `${sourceLabels[source]}, as ${status}`,
    note: visible(version === null ? name : `${name} ${version}`),
  }));
}

/** What a remote address answers; nothing when it was never visited. */
function remoteNote(url: string, reachability: readonly Reachability[]): Pick<Fact, 'note'> {
  const known = reachability.find(({ remote }) => remote.url === url);
  return known === undefined ? {} : { note: `${reachabilityLabels[known.state]}, since ${day(known.at)}` };
}

export function packageFacts({ packages, remotes, reachability }: CatalogueServer): Fact[] {
  return [
    ...packages.map((reference) => ({ term: 'Package', text: packageText(reference), isCode: true })),
    ...remotes.map(({ kind, url }) => ({
      term: `Remote (${kind})`,
      text: visible(url),
      isCode: true,
      ...remoteNote(url, reachability),
    })),
  ];
}

/** Outside addresses are shown as text, never as links: nobody has checked where they lead. */
export function addressFacts({ repository, homepage }: CatalogueServer): Fact[] {
  const facts: [string, string | null][] = [
    ['Repository', repository],
    ['Home page', homepage],
  ];
  return facts.flatMap(([term, text]) =>
    text === null ? [] : [{ term, text: visible(text), isCode: true }],
  );
}

/** The side card of a tool page. How the server was started and listed stands on its own page. */
export function toolFacts(
  server: Pick<CatalogueServer, 'name' | 'slug' | 'inspection' | 'listed'>,
  tool: CatalogueTool,
): Fact[] {
  return [
    {
      term: 'Server',
      text: visible(server.name),
      path: paths.server(server.slug),
    },
    ...heardFact(server),
    {
      term: 'Definition',
      text: tool.hash,
      isCode: true,
      note: tool.changed === null ? `since ${tool.firstSeen}` : `changed ${tool.changed}`,
    },
    { term: 'Context', text: count(tool.tokens, 'token') },
    judgeFact(tool),
  ];
}

/** Whose word the definition is, when nobody has read it from the server itself. */
function heardFact(server: Pick<CatalogueServer, 'inspection' | 'listed'>): Fact[] {
  return server.inspection === null ? inspectionFacts(server) : [];
}

function judgeFact({ classification }: CatalogueTool): Fact {
  const version = judgeVersion(classification);
  const text = opening(judgeLabels[classification.judge]);
  return { term: 'Judged by', text, ...(version === null ? {} : { note: version }) };
}
