import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { locations } from '../src/model/locations.ts';
import { exitCodes, parseCommand, runCommand, UserError } from '../src/terminal/command.ts';
import { duration, toStandardError } from '../src/terminal/progress.ts';
import { subjectOf } from './evaluate/labels.ts';
import { writeModel } from './judges/model/weights-file.ts';
import { groupsOf } from './train/groups.ts';
import { joined, readTrainingLabels, textsIn, writeTrainingLabels } from './train/labels.ts';
import { prepare, train } from './train/train.ts';

const command = {
  usage: 'npm run train -- --texts DIR [options]',
  summary: `Trains the embedded judge on the committed labels (${locations.labels}) and the texts they are about, which are
not committed. The same labels, texts and rules give the same weights, byte for byte.`,
  options: {
    texts: { type: 'string', value: 'DIR', help: 'Holds the labelled texts: files called labels-*.jsonl.' },
    adopt: { type: 'boolean', help: 'First replace the committed labels by those in the texts.' },
    labels: { type: 'string', value: 'FILE', help: `The committed labels. Default: ${locations.labels}` },
    out: { type: 'string', value: 'DIR', help: `Where the weights go. Default: ${locations.model}` },
  },
} as const;

await runCommand(() => {
  const given = parseCommand(command, process.argv.slice(2));
  if (given === null) return;
  const { texts: folder, adopt, out = locations.model, labels: file = locations.labels } = given.values;
  if (folder === undefined)
    throw new UserError('--texts is missing. Name the folder with the labelled texts.', exitCodes.usage);
  const started = Date.now();
  const texts = textsIn(folder);
  if (adopt === true) toStandardError(`${writeTrainingLabels(file, texts)} labels taken over.`);
  const pairs = joined(readTrainingLabels(file), texts);
  const groups = groupsOf(
    pairs.map(([{ server, tool }, { description }]) => ({
      server,
      name: tool,
      description: description ?? '',
    })),
  );
  const lessons = pairs.map(([{ category, risk }, text], index) =>
    prepare({ subject: subjectOf(text), group: groups[index] ?? '', category, risk }),
  );
  mkdirSync(out, { recursive: true });
  const { bytes } = writeModel(out, train(lessons));
  process.stdout.write(`${join(out, 'weights.bin')}: ${bytes} bytes from ${lessons.length} labels.\n`);
  toStandardError(`Done in ${duration(Date.now() - started)}.`);
});
