import { createReadStream } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import type { Classification } from '../src/model/classification.ts';
import { limits } from '../src/model/limits.ts';
import { exitCodes, UserError } from '../src/terminal/command.ts';
import type { Progress } from '../src/terminal/progress.ts';
import { assessment, complaint, type Legible, readLine } from './assess-line.ts';
import type { Judge } from './judge.ts';
import { linesOf } from './lines.ts';
import { rate } from './rate.ts';

/** Who assesses, and where assessments come from and go to. */
export interface Assessing {
  judge: Judge;
  /** A file, or `-` for `standardInput`. */
  file: string;
  standardInput: Readable;
  output: Writable;
  /** Told of each tool on which the judge gave no answer, so that the rules decided. */
  progress: Progress;
}

async function* bytesOf({ file, standardInput }: Assessing): AsyncGenerator<Buffer> {
  try {
    yield* file === '-' ? standardInput : createReadStream(file, { highWaterMark: 256 * 1024 });
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `${file} cannot be read: ${cause}\nName a file of JSON Lines, or - for standard input.`,
      exitCodes.usage,
    );
  }
}

/** Neighbours of the same server, so that one question to a judge never mixes servers. */
function byServer(lines: readonly Legible[]): Legible[][] {
  const groups: Legible[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last !== undefined && isDeepStrictEqual(last[0]?.subject.server, line.subject.server))
      last.push(line);
    else groups.push([line]);
  }
  return groups;
}

function rateLines({ judge, progress }: Assessing, group: readonly Legible[]): Promise<Classification[]> {
  const subjects = group.map(({ subject }) => subject);
  return rate(judge, subjects, (index, why) => {
    progress(`Line ${group[index]?.number ?? index}: the rules decided. ${why}`);
  });
}

function send(output: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(text, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

async function assessAll(assessing: Assessing): Promise<number> {
  let bad = 0;
  for await (const lines of linesOf(bytesOf(assessing), limits.lineBytes)) {
    const readings = lines.map(readLine).filter((reading) => reading !== null);
    const legible = readings.filter((reading) => 'subject' in reading);
    const rated = (await Promise.all(byServer(legible).map((group) => rateLines(assessing, group)))).flat();
    const output = new Map(legible.map(({ number }, index) => [number, rated[index]]));
    let text = '';
    for (const reading of readings) {
      const classification = output.get(reading.number);
      if ('error' in reading) text += `${complaint(reading)}\n`;
      else if (classification !== undefined) text += `${assessment(reading.subject, classification)}\n`;
    }
    bad += readings.length - legible.length;
    if (text !== '') await send(assessing.output, text);
  }
  return bad;
}

/**
 * Rates JSON Lines as they come: one line of output for each line of input that is not blank, in order, all
 * written when this resolves. Holds no more than one chunk of input. Returns how many lines were bad.
 * Ends quietly when nobody reads the output any more.
 * @throws UserError with exit code 2 when the input cannot be read.
 */
export async function assess(assessing: Assessing): Promise<number> {
  const ignore = (): void => undefined; // the failed write itself rejects
  assessing.output.on('error', ignore);
  try {
    return await assessAll(assessing);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return 0;
    throw error;
  }
}
