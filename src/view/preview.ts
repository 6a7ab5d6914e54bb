import { bars, type Risk, risksByWeight } from '../model/risks.ts';
import { riskTitle } from './sentences.ts';

export type PreviewKind = 'site' | 'server' | 'tool';

/** The picture that stands for a page where it is linked elsewhere. */
export interface Preview {
  /** Its file name without the ending. */
  name: string;
  /** What it shows, in words. */
  says: string;
  kindWords: string;
  title: string;
  /** Bars of the meter that are filled, and the level whose colours it has; null for pages without a level. */
  risk: Risk | null;
  bars: number;
}

const words: Readonly<Record<PreviewKind, string>> = {
  site: 'The open risk catalogue of MCP tools',
  server: 'An MCP server, by its gravest tool',
  tool: 'What one call of this MCP tool can do',
};

/** The picture for a page of this kind. One without a level gets the site’s. */
export function previewOf(kind: PreviewKind, risk: Risk | null): Preview {
  if (kind === 'site' || risk === null)
    return {
      ...{ name: 'site', says: `Placard: ${words.site}`, kindWords: words.site, title: 'Placard' },
      ...{ risk: null, bars: 4 },
    };
  const title = riskTitle(risk);
  return {
    ...{
      name: `${kind}-${risk.toLowerCase()}`,
      says: `${title}. ${words[kind]}`,
      kindWords: words[kind],
      title,
    },
    ...{ risk, bars: bars(risk) },
  };
}

/** Every picture there is. */
export function previews(): Preview[] {
  const rated = (['server', 'tool'] as const).flatMap((kind) =>
    risksByWeight.map((risk) => previewOf(kind, risk)),
  );
  return [previewOf('site', null), ...rated];
}
