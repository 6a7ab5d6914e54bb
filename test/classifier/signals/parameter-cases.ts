import { type CaseTable, bare, choice, flag, list, number, text, tool } from './cases.ts';

/** Signals on arguments. A name alone proves nothing. */
export const parameterCases: CaseTable = {
  'p:shell-command': {
    yes: [
      tool('execute', 'Execute a command.', { command: text() }),
      tool('box', 'A box.', { cmd: text('Shell command to run') }),
      tool('run', 'Run a program.', { argv: list() }),
    ],
    no: [
      tool('execute', 'Execute a command.', { command: choice('start', 'stop') }),
      tool('explain', 'Explain a menu entry.', { command: text('Name of the menu entry') }),
      tool('run', 'Run a job.', { job: text() }),
    ],
    unknown: [tool('execute', 'Execute a command.', { command: bare })],
  },
  'p:sql': {
    yes: [
      tool('ask', 'Ask the database.', { sql: text() }),
      tool('rows', 'Get rows.', { query: text('SQL statement, SELECT only') }),
      tool('execute', 'Execute an SQL query.', { query: text() }),
    ],
    no: [
      tool('search', 'Search articles.', { query: text('Words to look for') }),
      tool('ask', 'Ask the database.', { sql: number }),
      tool('ask', 'Ask.', { sql_mode: choice('ansi', 'strict') }),
    ],
    unknown: [tool('ask', 'Ask the database.', { sql: bare })],
  },
  'p:code': {
    yes: [
      tool('run_python', 'Run Python.', { code: text() }),
      tool('page', 'A page.', { script: text('JavaScript to be run in the page') }),
      tool('evaluate', 'Evaluate.', { expression: text() }),
    ],
    no: [
      tool('get_bank', 'Get a bank.', { code: text('Bank code') }),
      tool('run_report', 'Run a report.', { country_code: text() }),
      tool('save_snippet', 'Save a snippet.', { code: text('Text of the snippet') }),
    ],
    unknown: [tool('run_python', 'Run Python.', { code: bare })],
  },
  'p:force-or-recursive': {
    yes: [
      tool('delete_folder', 'Delete a folder.', { recursive: flag }),
      tool('push', 'Push.', { force: flag }),
      tool('apply', 'Apply.', { auto_approve: flag }),
    ],
    no: [
      tool('list_folder', 'List a folder.', { recursive: flag }),
      tool('get_news', 'Get news.', { force_refresh: flag }),
      tool('compute', 'Compute a force.', { force: number }),
    ],
    unknown: [tool('push', 'Push.', { force: bare })],
  },
  'p:amount': {
    yes: [
      tool('transfer', 'Transfer tokens.', { amount: number }),
      tool('place_order', 'Place an order.', { qty: number }),
      tool('pay', 'Pay a bill.', { amount_cents: { type: 'integer' } }),
    ],
    no: [
      tool('convert', 'Convert an amount between currencies.', { amount: number }),
      tool('mix', 'Mix a cocktail.', { amount: number }),
      tool('transfer', 'Transfer tokens.', { to: text() }),
    ],
    unknown: [tool('transfer', 'Transfer tokens.', { amount: bare })],
  },
  'p:permission': {
    yes: [
      tool('add_member', 'Add a member.', { role: text() }),
      tool('share', 'Share a folder.', { visibility: choice('private', 'public') }),
      tool('create_bucket', 'Create a bucket.', { acl: text() }),
    ],
    no: [
      tool('list_members', 'List members.', { role: text() }),
      tool('create_job', 'Create a job.', { retry_policy: text() }),
      tool('create_note', 'Create a note.', { title: text() }),
    ],
    unknown: [tool('add_member', 'Add a member.', { role: bare })],
  },
  'p:recipient': {
    yes: [
      tool('send_email', 'Send an email.', { to: text() }),
      tool('send_sms', 'Send a text.', { phone_number: text() }),
      tool('transfer', 'Transfer tokens.', { recipient: text() }),
    ],
    no: [
      tool('find_user', 'Find a user.', { email: text() }),
      tool('send_alert', 'Send an alert.', { channel: choice('ops', 'dev') }),
      tool('convert', 'Convert units.', { to: text('Unit') }),
    ],
    unknown: [tool('send_email', 'Send an email.', { to: bare })],
  },
  'p:credential': {
    yes: [
      tool('login', 'Log in.', { password: text() }),
      tool('ads', 'Get ads.', { access_token: text() }),
      tool('query', 'Query.', { connection_string: text() }),
    ],
    no: [
      tool('list', 'List notes.', { next_token: text(), page_token: text() }),
      tool('price', 'Get a price.', { token: text('Symbol of the coin') }),
      tool('chat', 'Chat.', { max_tokens: number }),
    ],
    unknown: [tool('login', 'Log in.', { password: bare })],
  },
  'p:bulk-array': {
    yes: [
      tool('delete_notes', 'Delete notes.', { ids: list() }),
      tool('create_rows', 'Create rows.', { rows: list() }),
      tool('invite', 'Invite people.', { emails: list() }),
    ],
    no: [
      tool('get_notes', 'Get notes.', { ids: list() }),
      tool('delete_note', 'Delete a note.', { id: text() }),
      tool('create_note', 'Create a note.', { keys: text('One key') }),
    ],
    unknown: [tool('delete_notes', 'Delete notes.', { ids: bare })],
  },
  'p:path': {
    yes: [
      tool('read', 'Read.', { path: text() }),
      tool('save', 'Save.', { output_dir: text() }),
      tool('load', 'Load.', { file: text('File to load') }),
    ],
    no: [
      tool('pick', 'Pick a value.', { path: text('JSON path such as a.b') }),
      tool('read', 'Read.', { path: choice('a', 'b') }),
      tool('route', 'Route.', { attack_path: text() }),
    ],
    unknown: [tool('read', 'Read.', { path: bare })],
  },
  'p:url': {
    yes: [
      tool('fetch', 'Fetch.', { url: text() }),
      tool('hook', 'Set a hook.', { webhook_url: text() }),
      tool('crawl', 'Crawl.', { urls: list() }),
    ],
    no: [
      tool('video', 'Get a video.', { url: text('YouTube video URL') }),
      tool('environment', 'Pick one.', { url: choice('https://a.example', 'https://b.example') }),
      tool('curl_up', 'Exercise.', { count: number }),
    ],
    unknown: [tool('fetch', 'Fetch.', { url: bare })],
  },
  'p:template-or-html': {
    yes: [
      tool('send', 'Send mail.', { html: text('HTML of the mail') }),
      tool('render', 'Render.', { template: text('Handlebars source to render') }),
      tool('page', 'Make a page.', { content: text('Markup of the page as HTML') }),
    ],
    no: [
      tool('send', 'Send mail.', { template_id: text('HTML template to use') }),
      tool('generate', 'Generate code.', { template: text('Name of the template: invoice or receipt') }),
      tool('send', 'Send mail.', { html: flag }),
    ],
    unknown: [tool('render', 'Render.', { template: text() }), tool('send', 'Send mail.', { html: bare })],
  },
  'p:operation-switch': {
    yes: [
      tool('notes', 'Works with notes.', { action: choice('list', 'delete') }),
      tool('users', 'Works with users.', { operation: choice('update') }),
      tool('dns', 'DNS records.', { mode: choice('show', 'remove_record') }),
    ],
    no: [
      tool('notes', 'Works with notes.', { action: choice('list', 'read') }),
      tool('sort', 'Sorts.', { mode: choice('ascending', 'descending') }),
      tool('export', 'Exports.', { format: choice('create', 'delete') }),
    ],
    unknown: [
      tool('notes', 'Works with notes.', { action: text() }),
      tool('notes', 'Notes.', { operation: bare }),
    ],
  },
  'p:schedule': {
    yes: [
      tool('job', 'Creates a job.', { cron: text('Cron expression') }),
      tool('post', 'Posts.', { scheduled_at: text('Date and time') }),
      tool('rule', 'Creates a rule.', { schedule_expression: text() }),
    ],
    no: [
      tool('bus', 'Finds a bus.', { bus_schedule: text('Name of the timetable') }),
      tool('job', 'Creates a job.', { cron: flag }),
      tool('fees', 'Lists fees.', { fee_schedule: text('Id of the list of fees') }),
    ],
    unknown: [tool('job', 'Creates a job.', { cron: bare })],
  },
  'p:identity': {
    yes: [
      tool('orders', 'Gets orders.', { user_id: text() }),
      tool('tenant', 'Switches.', { tenant: text('Tenant to act in') }),
      tool('bills', 'Gets bills.', { account_id: number }),
    ],
    no: [
      tool('orders', 'Gets orders.', { order_id: text() }),
      tool('role', 'Picks a role.', { account: choice('test', 'live') }),
      tool('store', 'Stores.', { storage_account: text() }),
    ],
    unknown: [tool('orders', 'Gets orders.', { user_id: bare })],
  },
  'p:query': {
    yes: [
      tool('search', 'Searches notes.', { query: text('Words to look for') }),
      tool('issues', 'Finds issues.', { jql: text() }),
      tool('rows', 'Gets rows.', { filter: { type: 'object' } }),
    ],
    no: [
      tool('rows', 'Gets rows.', { query: text('SQL statement') }),
      tool('state', 'Lists issues.', { filter: choice('open', 'closed') }),
      tool('search', 'Searches notes.', { query: flag }),
    ],
    unknown: [tool('search', 'Searches notes.', { query: bare })],
  },
};
