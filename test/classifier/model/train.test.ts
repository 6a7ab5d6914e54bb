import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { judgeByModel } from '../../../classifier/judges/model.ts';
import { chances, classes } from '../../../classifier/judges/model/linear.ts';
import { writeModel } from '../../../classifier/judges/model/weights-file.ts';
import { foldOf, groupsOf } from '../../../classifier/train/groups.ts';
import { cooled, temperatureFor } from '../../../classifier/train/temperature.ts';
import { prepare, train } from '../../../classifier/train/train.ts';
import { lessons } from './lessons.ts';

const folder = mkdtempSync(join(tmpdir(), 'train-'));
after(() => {
  rmSync(folder, { recursive: true });
});
const model = train(lessons);

describe('Training', () => {
  it('learns what it is shown', () => {
    const verdicts = lessons.map(({ subject }) => judgeByModel(model, subject));
    assert.deepEqual(
      verdicts.map(({ category, risk }) => [category, risk]),
      lessons.map(({ category, risk }) => [category, risk]),
    );
  });

  it('carries what it learned to words it has not seen', () => {
    const subject = {
      server: { name: 's' },
      tool: { name: 'pay_ferry', description: 'Pays for the ferry.' },
    };
    assert.equal(judgeByModel(model, subject).category, 'Financial');
  });

  it('gives the same bytes for the same lessons', () => {
    const written = [model, train(lessons)].map((each) => {
      writeModel(folder, each);
      return ['weights.json', 'weights.bin'].map((file) => readFileSync(join(folder, file), 'base64'));
    });
    assert.deepEqual(written[0], written[1]);
  });

  it('learns otherwise from other labels', () => {
    const turned = lessons.map((each) => ({ ...each, category: 'Write' as const }));
    const [first] = lessons;
    assert.ok(first);
    const [right, wrong] = [model, train(turned)].map(({ category }) => chances(category, first.features));
    assert.ok((right?.[0] ?? 0) > (wrong?.[0] ?? 1));
  });

  it('does not take its confidence from tools that were picked because they are hard', () => {
    const [first] = lessons;
    assert.ok(first);
    const [picked, drawn] = [true, false].map((isPicked) => {
      const hard = lessons.map(({ category, risk }, index) =>
        prepare({
          subject: {
            server: { name: 's' },
            tool: { name: `handle_${index}`, description: `Handles number ${index}.` },
          },
          group: `hard ${index}`,
          category,
          risk,
          isPicked,
        }),
      );
      return Math.max(...chances(train([...lessons, ...hard]).category, first.features));
    });
    assert.ok((picked ?? 0) > (drawn ?? 1));
  });

  it('keeps weights in 127 steps each way and never leaves that range', () => {
    for (const name of ['category', 'risk'] as const) {
      const { weights, bias } = model[name];
      assert.equal(bias.length, classes[name].length);
      assert.equal(
        weights.reduce((largest, step) => Math.max(largest, Math.abs(step)), 0),
        127,
      );
    }
  });
});

describe('Groups', () => {
  const member = (server: string, name: string) => ({ server, name, description: 'Says hello.' });

  it('join a server’s tools, and servers that share a definition', () => {
    const [a, b, c, d] = groupsOf([
      member('one', 'x'),
      member('two', 'x'),
      member('two', 'y'),
      member('three', 'z'),
    ]);
    assert.ok(a === b && b === c && c !== d);
  });

  it('are the same in every order', () => {
    const members = [
      member('b', 'x'),
      member('a', 'x'),
      member('c', 'y'),
      member('a', 'y'),
      member('d', 'q'),
    ];
    const forwards = groupsOf(members);
    const backwards = groupsOf(members.toReversed()).toReversed();
    assert.deepEqual(forwards, backwards);
  });

  it('stay in their fold', () => {
    const folds = Array.from({ length: 60 }, (_, index) => foldOf(`server ${index}`, 3));
    assert.deepEqual(new Set(folds), new Set([0, 1, 2]));
    assert.equal(foldOf('server 1', 3), foldOf('server 1', 3));
  });
});

describe('The temperature', () => {
  it('cools a head that is surer than it is right', () => {
    const scored = [0, 0, 0, 1].map((target) => ({ scores: [4, 0], target }));
    assert.ok(temperatureFor(scored) > 2);
  });

  it('leaves a head alone that was never measured, and never changes which class leads', () => {
    assert.equal(temperatureFor([]), 1);
    const features = lessons[0]?.features ?? [];
    const [warm, cool] = [model.category, cooled(model.category, 3)].map((head) => chances(head, features));
    assert.ok(warm && cool);
    assert.equal(warm.indexOf(Math.max(...warm)), cool.indexOf(Math.max(...cool)));
    assert.ok(Math.max(...cool) < Math.max(...warm));
  });
});
