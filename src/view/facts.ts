import { visible } from '../model/display.ts';
import type { Launch, PackageReference } from '../model/launch.ts';
import { paths } from '../model/paths.ts';
import type { Reachability } from '../model/reachability.ts';
import type { CatalogueServer, CatalogueTool, PackageVisit } from '../model/server.ts';
import { judgedBy, reachabilityLabels, sourceLabels } from './sentences.ts';
import { count } from './wording.ts';

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

/** How a server was started: the words of the command after the package, and the dummy environment. */
export function launchText({ package: started, arguments: words, environment }: Launch): string {
  const assignments = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  return visible([...assignments, `${started.name}@${started.version ?? 'unstated'}`, ...words].join(' '));
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
    { term: 'Started as', text: launchText(inspection.launch), isCode: true },
    versionFact(inspection),
    integrityFact(inspection),
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

/** The side card of a tool page. */
export function toolFacts(server: CatalogueServer, tool: CatalogueTool): Fact[] {
  return [
    {
      term: 'Server',
      text: visible(server.name),
      path: paths.server(server.slug),
      note: count(server.tools.length, 'tool'),
    },
    ...sourceFacts(server),
    ...inspectionFacts(server),
    { term: 'Definition (SHA-256)', text: tool.hash, isCode: true },
    { term: 'First seen', text: tool.firstSeen },
    { term: 'Changed', text: tool.changed ?? 'No change seen' },
    { term: 'Judged by', text: judgedBy(tool.classification) },
    { term: 'Confidence', text: confidence(tool) },
    { term: 'Wrong?', text: 'Report a mistake', path: paths.mistakes },
  ];
}

/** The judge's own estimate, two decimals: 0.82. */
export function confidence({ classification }: CatalogueTool): string {
  return classification.confidence.toFixed(2);
}
