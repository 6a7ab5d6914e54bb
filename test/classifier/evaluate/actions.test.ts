import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { ActionLabels, actionSet } from '../../../classifier/evaluate/action-labels.ts';
import { actionScoresOf } from '../../../classifier/evaluate/action-scores.ts';
import { committedRows } from '../../../classifier/evaluate/committed-rows.ts';
import type { Label } from '../../../classifier/evaluate/labels.ts';
import { hashOf } from '../../../src/model/canonical.ts';
import type { ToolAction } from '../../../src/model/classification.ts';
import { locations } from '../../../src/model/locations.ts';
import { UserError } from '../../../src/terminal/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'actions-'));
after(() => {
  rmSync(folder, { recursive: true });
});

const rating = (category: ToolAction['category'], risk: ToolAction['risk']) => ({ category, risk });

/** What is shown of an action called `name`. */
const shown = (name: string, said: Pick<ToolAction, 'category' | 'risk'>): ToolAction => ({
  argument: 'action',
  name,
  at: '/inputSchema/properties/action/enum/0',
  quote: name,
  ...said,
});

type Acting = NonNullable<Label['acting']>;

const labelled = (
  name: string,
  more: Partial<Acting['actions'][number]> = {},
): Acting['actions'][number] => ({
  name,
  category: 'Write',
  risk: 'Medium',
  acceptable: [],
  acceptable_risk: [],
  ...more,
});

/** A labelled tool beside what is shown of it. */
const judged = (actions: Acting['actions'], verdict: ToolAction[], chooses = true) => ({
  label: { server: 's', tool: 'shelf', acting: { argument: 'action', chooses, actions } },
  verdict: { actions: verdict },
});

const scored = (label: Acting['actions'][number], said: Pick<ToolAction, 'category' | 'risk'>) =>
  actionScoresOf([judged([label], [shown(label.name, said)])]);

describe('The actions of labelled tools', () => {
  it('are found where the argument that chooses has any, and mistaken where it chooses something else', () => {
    const other = { ...shown('add', rating('Write', 'Medium')), argument: 'mode' };
    const { choosing, found, others, mistaken, actions } = actionScoresOf([
      judged([labelled('add')], [shown('add', rating('Write', 'Medium'))]),
      judged([labelled('add')], [other]),
      judged([], [shown('add', rating('Write', 'Medium'))], false),
      judged([], [], false),
    ]);
    assert.deepEqual([choosing, found, others, mistaken, actions], [2, 1, 2, 1, 1]);
  });

  it('are right as the label says, or as it accepts', () => {
    const label = labelled('add', { acceptable: ['Read'], acceptable_risk: ['Low'] });
    const { strict, acceptable, exact, withinOne, underCalled } = scored(label, rating('Read', 'Low'));
    assert.deepEqual([strict, acceptable, exact, withinOne, underCalled], [0, 1, 1, 1, 0]);
  });

  it('are too low, and one level off at most, by their levels', () => {
    const far = scored(labelled('add', { risk: 'Critical' }), rating('Write', 'Medium'));
    assert.deepEqual([far.exact, far.withinOne, far.underCalled], [0, 0, 1]);
    const near = scored(labelled('add', { risk: 'High' }), rating('Write', 'Critical'));
    assert.deepEqual([near.exact, near.withinOne, near.underCalled], [0, 1, 0]);
  });

  it('are neither right nor too low when they are called Unknown', () => {
    const { unknown, strict, acceptable, exact, withinOne, underCalled } = scored(
      labelled('add', { risk: 'Low' }),
      rating(null, 'Unknown'),
    );
    assert.deepEqual([unknown, strict, acceptable, exact, withinOne, underCalled], [1, 0, 0, 0, 0, 0]);
  });
});

const file = join(import.meta.dirname, '../../..', locations.actionLabels);
const committed = committedRows(file, ActionLabels, '');

describe('The committed labels of actions', () => {
  it('are enough, and split by whole servers', () => {
    assert.ok(committed.length >= 200);
    for (const labels of Map.groupBy(committed, ({ server }) => server).values())
      assert.equal(new Set(labels.map(({ half }) => half)).size, 1);
  });

  it('accept what one of the passes said where they differ', () => {
    for (const { category, risk, acceptable, acceptable_risk, passes } of committed.flatMap(
      ({ actions }) => actions,
    ))
      for (const each of passes) {
        assert.ok([category, ...acceptable].includes(each.category));
        assert.ok([risk, ...acceptable_risk].includes(each.risk));
      }
  });

  it('name actions only of what chooses', () => {
    for (const { chooses, actions } of committed) assert.equal(actions.length > 0, chooses);
  });

  it('get their texts from a folder, one half at a time', () => {
    const text = { source: 'test', server: 's', name: 'shelf', description: 'A shelf.' };
    writeFileSync(join(folder, 'tools.jsonl'), JSON.stringify(text));
    writeFileSync(join(folder, 'labels-none.jsonl'), '');
    const passes = [rating('Read', 'Low'), rating('Read', 'Low')];
    const label = {
      ...{ source: 'test', server: 's', tool: 'shelf', argument: 'action', chooses: true },
      hash: hashOf({ name: 'shelf', description: 'A shelf.', inputSchema: null }),
      actions: [{ ...labelled('list'), ...rating('Read', 'Low'), passes }],
    };
    const labels = join(folder, 'actions.jsonl');
    const rows = [
      { ...label, half: 'test' },
      { ...label, half: 'train', hash: '0'.repeat(64) },
    ];
    writeFileSync(labels, rows.map((each) => `${JSON.stringify(each)}\n`).join(''));
    const set = actionSet(labels, folder, 'test');
    assert.deepEqual(
      set.labels.map(({ tool, description, acting }) => [tool, description, acting?.argument]),
      [['shelf', 'A shelf.', 'action']],
    );
    assert.equal(set.agreement.category, 1);
    assert.throws(() => actionSet(labels, folder, 'train'), UserError);
  });
});
