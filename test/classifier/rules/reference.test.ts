import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeByRules } from '../../../classifier/judges/rules.ts';
import type { Category } from '../../../src/model/categories.ts';
import type { Risk } from '../../../src/model/risks.ts';
import type { ToolDefinition } from '../../../src/model/tool.ts';
import { choice, number, text, tool } from '../signals/cases.ts';

/** Kinds of tools that other catalogues have rated wrongly: the lesson, a definition, what is right. */
const lessons: readonly (readonly [string, ToolDefinition, readonly Category[], (readonly Risk[])?])[] = [
  [
    'a HEAD request only reads',
    tool('http_head', 'Make an HTTP HEAD request; returns headers, no body.', { url: text() }),
    ['Read'],
  ],
  [
    'the last verb decides',
    tool('send_that_email_analyze', 'Analyze whether an email should go out.'),
    ['Read'],
  ],
  ['submitting a report is writing', tool('report_server', 'Submit a usage report on a server.'), ['Write']],
  [
    'asking for a refund moves nothing',
    tool('request_refund', 'Opens a ticket for manual review and tells the operator.'),
    ['Write'],
  ],
  [
    'authorising a payment is financial',
    tool('authorizePayment', 'Authorize a payment from the wallet.'),
    ['Financial'],
  ],
  ['swapping tokens is financial', tool('swapTokens', 'Swap one token for another.'), ['Financial']],
  ['resolving a name is reading', tool('resolveNameService', 'Resolve a name to an address.'), ['Read']],
  [
    'an assistant for onboarding removes nothing',
    tool('onboardingAssistant', 'Explain the next step of onboarding.'),
    ['Read'],
  ],
  [
    'signing with a key is financial',
    tool('auto_swap', 'Builds, signs and submits a swap.', { privateKey: text('Wallet key') }),
    ['Financial'],
    ['Critical'],
  ],
  [
    'placing an order is financial',
    tool('place_limit_order', 'Place a limit order.', { price: number }),
    ['Financial'],
    ['Critical'],
  ],
  [
    'building an unsigned swap is milder',
    tool('build_swap', 'Build an unsigned swap transaction.'),
    ['Read', 'Write', 'Execute'],
    ['Low', 'Medium'],
  ],
  [
    'clearing a session is tidying',
    tool('clear_session', 'Clear the browser session.'),
    ['Write', 'Execute'],
    ['Low', 'Medium'],
  ],
  [
    'destroying a session is tidying',
    tool('destroy_session', 'Destroy a session.'),
    ['Write', 'Execute'],
    ['Low', 'Medium'],
  ],
  ['merging is writing', tool('merge_pull_request', 'Merge a pull request.'), ['Write']],
  [
    'a query held to reading is reading',
    tool('execute_readonly_query', 'Run a query. Only reading is possible.', { query: text('SQL') }),
    ['Read'],
    ['Medium'],
  ],
  [
    'SQL that nothing limits is execution',
    tool('execute_sql', 'Execute an SQL statement.', { sql: text() }),
    ['Execute'],
    ['Critical'],
  ],
  [
    'two steps and a draft lower a removal',
    tool('unpublish_landing_page', 'Unpublish a page. It returns to draft; needs a confirmation token.'),
    ['Write', 'Destructive'],
    ['Low', 'Medium'],
  ],
  [
    'running a health check is reading',
    tool('health_checks', 'Run the health checks of the cluster.'),
    ['Read'],
  ],
  [
    'a script that checks health reads',
    tool('health_check', 'Run a health check script.'),
    ['Read', 'Execute'],
  ],
  ['ping is nothing', tool('ping', 'Ping the server.'), ['Read'], ['Low']],
  ['echo is nothing', tool('echo', 'Echo a message.', { message: text() }), ['Read'], ['Low']],
  ['whoami is nothing', tool('whoami'), ['Read'], ['Low']],
  [
    'reading a key is a grave reading',
    tool('env.get_ssh_key', 'Get the SSH key of an environment.'),
    ['Read'],
    ['High', 'Critical'],
  ],
  [
    'mail cannot be called back',
    tool('send_gmail_email', 'Send an email.', { to: text() }),
    ['Write'],
    ['High'],
  ],
  [
    'notification subscriptions cost nothing',
    tool('manage_notification_subscription', 'Mute, watch or delete a subscription.', {
      action: choice('mute', 'watch', 'delete'),
    }),
    ['Write'],
  ],
  [
    'a subscription to changes is paid by nobody',
    tool('create-subscription', 'Subscribes an application to change notifications of a resource.'),
    ['Write'],
  ],
  [
    'a subscription to a plan is paid, whatever else the text mentions',
    tool('create_subscription', 'Subscribe a customer to a plan. A webhook tells of the first payment.'),
    ['Financial'],
  ],
  ['an Azure subscription is no purchase', tool('subscription_list', 'List subscriptions.'), ['Read']],
  [
    'documentation on billing is text',
    tool('billing_documentation_search', 'Search the documentation on payments.'),
    ['Read'],
  ],
  ['listing charges moves nothing', tool('list_charges', 'List charges.'), ['Read']],
  ['getting an invoice moves nothing', tool('get_invoice', 'Get an invoice.'), ['Read']],
  ['the suffix says delete', tool('d1_database_delete', 'Delete a database.'), ['Destructive'], ['Critical']],
  ['the suffix says delete again', tool('kv_namespace_delete', 'Delete a namespace.'), ['Destructive']],
  ['committing is writing', tool('git_commit', 'Commit staged changes.'), ['Write']],
  [
    'resetting a branch throws work away',
    tool('git_reset', 'Reset the branch to an earlier commit, discarding changes.'),
    ['Destructive'],
  ],
  ['applying a plan is execution', tool('tf_apply', 'Apply the Terraform plan.'), ['Execute']],
  [
    'running a saved report query is reading',
    tool('Run-Funnels-Query', 'Run a funnels query on events.'),
    ['Read'],
  ],
  [
    'a connection string is a secret',
    tool('get_connection_string', 'Get the connection string of a database.'),
    ['Read'],
    ['High'],
  ],
  [
    'running any other tool is execution',
    tool('execute_tool', 'Execute any tool by name.', { tool: text(), arguments: { type: 'object' } }),
    ['Execute'],
    ['High', 'Critical'],
  ],
  [
    'a secret list is not Low',
    tool('list_secrets', 'List secrets of a project with their values.'),
    ['Read'],
    ['High', 'Critical'],
  ],
  [
    'a checked browser is not Read by accident',
    tool('browser_click', 'Click an element.', { ref: text() }),
    ['Execute'],
    ['Medium'],
  ],
  [
    'several actions take the worst',
    tool('registry', 'Manage entries.', { action: choice('search', 'get', 'delete') }),
    ['Destructive'],
  ],
];

describe('What other catalogues rated wrongly', () => {
  for (const [lesson, definition, categories, risks] of lessons)
    it(`${lesson}: ${definition.name}`, () => {
      const { category, risk, rationale } = judgeByRules({ server: { name: 'a-server' }, tool: definition });
      assert.ok(categories.includes(category), `${category}: ${rationale}`);
      assert.ok(risks?.includes(risk) ?? true, `${risk}: ${rationale}`);
    });

  it('the same definition gets the same verdict on every server', () => {
    const definition = tool('head', 'Make an HTTP HEAD request.', { url: text() });
    const [first, second] = ['http', 'make'].map((name) =>
      judgeByRules({ server: { name }, tool: definition }),
    );
    assert.deepEqual(first, second);
  });
});
