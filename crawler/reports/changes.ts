import { z } from 'zod';
import type { ServerChanges, ToolChange } from '../../src/model/change.ts';
import { oneLine } from '../../src/model/display.ts';
import { exitCodes, UserError } from '../../src/terminal/command.ts';
import { count } from '../../src/terminal/progress.ts';

/** Days that are told of when nobody says since when. */
const defaultDays = 7;

/** The moment changes are told from: the day or moment that is asked for, or a week ago. ISO 8601, UTC. */
export function sinceWhen(asked: string | undefined, now: Date): string {
  if (asked === undefined) {
    return new Date(now.getTime() - defaultDays * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  }
  if (z.union([z.iso.date(), z.iso.datetime()]).safeParse(asked).success) return asked;
  throw new UserError(
    `--since ${oneLine(asked)} is no date. Give a day such as ${now.toISOString().slice(0, 10)}.`,
    exitCodes.usage,
  );
}

const signs: Readonly<Record<ToolChange['kind'], string>> = { added: '+', removed: '-', changed: '~' };

function changeLine({ kind, tool, at, version, parts }: ToolChange): string {
  const details = [...parts, ...(version === null ? [] : [`version ${version}`]), at.slice(0, 10)];
  return `  ${signs[kind]} ${oneLine(tool)} (${oneLine(details.join(', '))})`;
}

/** Changes in lines for people: a new server in one, any other with a line for each tool. */
export function changeLines(servers: readonly ServerChanges[], since: string): string[] {
  if (servers.length === 0) return [`Nothing has changed since ${since}.`];
  return servers.flatMap(({ server, isNew, changes }) => {
    const added = changes.filter(({ kind }) => kind === 'added').length;
    return isNew && added === changes.length
      ? [`${oneLine(server)}: new, with ${count(added, 'tool')}`]
      : [`${oneLine(server)}:`, ...changes.map(changeLine)];
  });
}
