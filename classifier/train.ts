import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { locations } from '../src/model/locations.ts';
import { exitCodes, parseCommand, runCommand, UserError } from '../src/terminal/command.ts';
import { duration, toStandardError } from '../src/terminal/progress.ts';
import { subjectOf } from './evaluate/labels.ts';
import { writeModel } from './judges/model/weights-file.ts';
import { groupsOf } from './train/groups.ts';
import { addTrainingLabels, readTrainingLabels, taughtBy, textsIn } from './train/labels.ts';
import { prepare, train } from './train/train.ts';

const command = {
  usage: 'npm run train -- --texts DIR [options]',
  summary: `Trains the embedded judge on the committed labels (${locations.labels}) and the texts they are about, which are
not committed. The same labels, texts and rules give the same weights, byte for byte.`,
  options: {
    texts: {
      type: 'string',
      value: 'DIR',
      help: 'Holds the texts: files called labels-*.jsonl, and tools.jsonl for the other labels.',
    },
    adopt: { type: 'boolean', help: 'First add the labels in the texts to the committed ones.' },
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
  if (adopt === true)
    toStandardError(`${addTrainingLabels(file, textsIn(folder))} labels with those in the texts.`);
  const taught = taughtBy(readTrainingLabels(file), folder);
  const groups = groupsOf(
    taught.map(({ text: { server, tool, description } }) => ({
      server,
      name: tool,
      description: description ?? '',
    })),
  );
  const lessons = taught.map(({ label: { category, risk, picked }, text }, index) =>
    prepare({
      subject: subjectOf(text),
      group: groups[index] ?? '',
      category,
      risk,
      isPicked: picked === true,
    }),
  );
  mkdirSync(out, { recursive: true });
  const { bytes } = writeModel(out, train(lessons));
  process.stdout.write(`${join(out, 'weights.bin')}: ${bytes} bytes from ${lessons.length} labels.\n`);
  toStandardError(`Done in ${duration(Date.now() - started)}.`);
});
