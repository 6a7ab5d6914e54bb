import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeByRules } from '../../../classifier/judges/rules.ts';
import type { Category } from '../../../src/model/categories.ts';
import type { ToolDefinition } from '../../../src/model/tool.ts';
import { choice, text, tool } from '../signals/cases.ts';

const categoryOf = (definition: ToolDefinition) =>
  judgeByRules({ server: { name: 'a-server' }, tool: definition }).category;

const amount = { type: 'number' };

/** Each kind of tool beside one that looks like it and is another. */
const cases: Readonly<Record<string, readonly (readonly [ToolDefinition, Category])[]>> = {
  'A call that is itself paid for moves money, and one that looks at payments does not': [
    [tool('get_weather_report', 'Returns the weather. Paid per call by the x402 protocol.'), 'Financial'],
    [tool('get_paid_invoices', 'Lists the invoices that are paid.'), 'Read'],
  ],
  'A transfer that follows a look moves money, and fees that are looked up do not': [
    [tool('settle_cart', 'Check the cart and transfer USDC to the shop.'), 'Financial'],
    [tool('show_cart', 'Check the cart and transfer fees of the shop.'), 'Read'],
  ],
  'A budget for advertising commits money, and a name for it does not': [
    [tool('update_campaign', 'Updates a campaign.', { id: text(), daily_budget: amount }), 'Financial'],
    [tool('update_campaign', 'Updates a campaign.', { id: text(), name: text() }), 'Write'],
  ],
  'Taking back what a spender may take is about money, taking back access is a removal': [
    [tool('revoke_allowance', 'Revokes the spender’s allowance.', { spender: text() }), 'Financial'],
    [tool('revoke_connection', 'Revokes a connection for good.', { id: text() }), 'Destructive'],
  ],
  'What reads programs and runs them executes, and stopping it is no payload': [
    [tool('ruby_repl', 'A REPL that keeps its state.', { input: text() }), 'Execute'],
    [tool('get_interpreter_version', 'Returns the version of the interpreter.'), 'Read'],
  ],
  'A deployment that is created starts something, and a record that is created does not': [
    [tool('create_deployment', 'Creates a deployment.', { image: text() }), 'Execute'],
    [tool('create_department', 'Creates a department.', { name: text() }), 'Write'],
  ],
  'Time that is tracked is written down, and a job that is started runs': [
    [tool('start_time_tracking', 'Starts time tracking on a task.', { task: text() }), 'Write'],
    [tool('start_export_job', 'Starts an export job.', { name: text() }), 'Execute'],
  ],
  'A plugin that is run to show something only shows it': [
    [tool('run_netstat', 'Runs the netstat plugin to list open connections.', { dump: text() }), 'Read'],
    [tool('run_plugin', 'Runs a plugin.', { name: text() }), 'Execute'],
  ],
  'A token that is generated for a service opens it, and a random one opens nothing': [
    [tool('generate_token', 'Generates authentication tokens for the bridge.'), 'Write'],
    [tool('random_number', 'Returns a random number.'), 'Read'],
  ],
  'Verbs in brackets explain what is fetched, and outside of them they are done': [
    [tool('getswaps', 'Fetch swaps (buy, sell, add) of a pair.', { pair: text() }), 'Read'],
    [tool('note_tool', 'Read, create or delete notes.', { id: text() }), 'Destructive'],
  ],
  'Operations that an argument chooses from take the worst of them': [
    [
      tool('comment_write', 'Write operations for comments.', { method: choice('add', 'update', 'delete') }),
      'Destructive',
    ],
    [tool('comment_write', 'Write operations for comments.', { method: choice('add', 'update') }), 'Write'],
  ],
  'Two verbs that Chinese joins are both done': [
    [tool('label_tool', '创建或删除标签', { id: text() }), 'Destructive'],
    [tool('label_tool', '创建标签', { id: text() }), 'Write'],
  ],
  'A noun in the plural at the end of a name is no verb': [
    [tool('get_registers', 'Returns the registers.', { id: text() }), 'Read'],
    [tool('news', 'News search tool.', { query: text() }), 'Read'],
  ],
};

describe('On the borders of the rubric', () => {
  for (const [sentence, tools] of Object.entries(cases))
    it(sentence, () => {
      for (const [definition, category] of tools)
        assert.equal(categoryOf(definition), category, definition.name);
    });
});
