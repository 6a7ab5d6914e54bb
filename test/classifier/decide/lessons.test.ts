import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { byJudge } from '../../../classifier/fallback.ts';
import { modelJudge } from '../../../classifier/judges/model.ts';
import { readModel } from '../../../classifier/judges/model/weights-file.ts';
import { rulesJudge } from '../../../classifier/judges/rules.ts';
import type { Category } from '../../../src/model/categories.ts';
import { locations } from '../../../src/model/locations.ts';
import type { Risk } from '../../../src/model/risks.ts';
import type { ToolDefinition } from '../../../src/model/tool.ts';
import { choice, number, text, tool } from '../signals/cases.ts';

const judges = [rulesJudge, modelJudge(readModel(locations.model))];
const decided = (judge: (typeof judges)[number], definition: ToolDefinition) =>
  byJudge(judge, { server: { name: 'any' }, tool: definition });

/** What other catalogues stood by and should not have, whoever judges: the lesson, a definition, what may be said of it. */
const lessons: readonly (readonly [string, ToolDefinition, readonly Category[], (readonly Risk[])?])[] = [
  ['a version is only told', tool('version', 'Returns the version.'), ['Read'], ['Low']],
  ['health is only looked at', tool('health', 'Health of the service.'), ['Read'], ['Low']],
  [
    'a price list costs nothing',
    tool('pricing_get', 'Get the retail prices of a service.'),
    ['Read'],
    ['Low'],
  ],
  ['charges that are listed are not charged', tool('list_charges', 'List past charges.'), ['Read']],
  [
    'a bucket is a container',
    tool('r2_bucket_delete', 'Delete a bucket.'),
    ['Destructive'],
    ['High', 'Critical'],
  ],
  [
    'a query that is held to reading reads',
    tool('sql', 'Run a query. Read-only is enforced.', { sql: text() }),
    ['Read'],
  ],
  [
    'an analysis of a question sends nothing',
    tool('should_it_be_sent_analyze', 'Analyze whether to send the draft.', { draft: text() }),
    ['Read'],
  ],
  [
    'an order that is placed is paid',
    tool('place_market_order', 'Place a market order.', { quantity: number }),
    ['Financial'],
    ['Critical'],
  ],
  [
    'a mail that is sent is not easily taken back',
    tool('send_mail', 'Send a mail. Drafts can be recalled.', { to: text() }),
    ['Write'],
    ['High'],
  ],
];

describe('Whoever judges, after the floor', () => {
  for (const judge of judges) {
    for (const [lesson, definition, categories, risks] of lessons)
      it(`${lesson} (${judge.id})`, async () => {
        const { category, risk, rationale } = await decided(judge, definition);
        assert.ok(categories.includes(category), `${category}: ${rationale}`);
        assert.ok(risks?.includes(risk) ?? true, `${risk}: ${rationale}`);
      });

    it(`searches of a tool that can also delete stay searches (${judge.id})`, async () => {
      const actions = choice('search', 'get', 'delete');
      const { category, actions: rated } = await decided(
        judge,
        tool('records', 'Manage the records of a library.', { action: actions }),
      );
      assert.equal(category, 'Destructive');
      assert.deepEqual(
        rated.map((action) => action.category),
        ['Read', 'Read', 'Destructive'],
      );
    });

    it(`two wordings of one thing are rated alike (${judge.id})`, async () => {
      const wordings = ['Merge a pull request.', 'Merges a pull request of a repository.'];
      const ratings = await Promise.all(
        wordings.map((words) => decided(judge, tool('merge_pull_request', words, { number }))),
      );
      assert.equal(new Set(ratings.map(({ category }) => category)).size, 1);
    });
  }
});
