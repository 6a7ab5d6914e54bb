import { z } from 'zod';
import type { Period } from './change.ts';
import { CatalogueServer, CatalogueTool } from './server.ts';

/** As much of a catalogue entry as a store takes over. Catalogues of earlier versions have it, too: they did not count tokens. */
export const RecordedServer = CatalogueServer.extend({
  tools: z.array(CatalogueTool.omit({ tokens: true })),
});
export type RecordedServer = z.infer<typeof RecordedServer>;

/** What the catalogue records of a server's tools over time. */
export type Recorded = Pick<RecordedServer, 'tools' | 'past'>;

/**
 * The definitions of a catalogue entry with their days, by tool and time for each tool; what stands comes last. Of a
 * definition that was replaced before it was published only the days are known, so its hash is null.
 */
export function recordedPeriods({ tools, past = [] }: Recorded): Period[] {
  const period = (tool: string, hash: string | null, [from, until]: [string, string | null]): Period => ({
    ...{ tool, hash, from, until },
    ...{ fromVersion: null, last: until ?? from, lastVersion: null },
  });
  const earlier = past.map(({ definition, hash, from, until }) =>
    period(definition.name, hash, [from, until]),
  );
  const unseen = tools.flatMap(({ definition: { name }, firstSeen, changed }) => {
    const until = earlier.find(({ tool }) => tool === name)?.from ?? changed;
    return until === null || firstSeen >= until ? [] : [period(name, null, [firstSeen, until])];
  });
  const standing = tools.map(({ definition: { name }, hash, firstSeen, changed }) =>
    period(name, hash, [changed ?? firstSeen, null]),
  );
  return [...unseen, ...earlier, ...standing];
}
