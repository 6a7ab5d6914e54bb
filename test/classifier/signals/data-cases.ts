import { type CaseTable, bare, choice, list, text, tool } from './cases.ts';

/** Signals on what a call does to data, people and money. */
export const dataCases: CaseTable = {
  deletes: {
    yes: [
      tool('delete_note', 'Delete a note.'),
      tool('notes', 'Removes the note with the given id.'),
      tool('wipe', '永久删除所有记录'),
    ],
    no: [
      tool('list_deleted_notes', 'List notes that were deleted last week.'),
      tool('archive_note', 'Moves a note to the archive. Does not delete anything.'),
      tool('get_deletion_policy', 'Show how long records are kept.'),
    ],
    unknown: [tool('note_tool')],
  },
  irreversible: {
    yes: [
      tool('drop_index', 'Drop an index. This cannot be undone.'),
      tool('purge', 'Permanently deletes the mailbox.'),
      tool('remove', 'Удаляет запись безвозвратно.'),
    ],
    no: [
      tool('trash_page', 'Move a page to the trash, from where it can be restored.'),
      tool('delete_note', 'Delete a note.'),
      tool('get_permanent_link', 'Get the permanent link of an article.'),
    ],
    unknown: [tool('drop_index')],
  },
  overwrites: {
    yes: [
      tool('write_file', 'Write a file. Overwrites it when it exists.'),
      tool('set_page', 'Replaces the entire content of a page.'),
      tool('replace_text', 'Replace a passage in a document.'),
      tool('rollback', 'Restores a database from a backup.'),
    ],
    no: [
      tool('append_line', 'Append a line to a file.'),
      tool('create_file', 'Create a file; never overwrites an existing one.'),
      tool('find_replacement', 'Suggest spare parts for a machine.'),
    ],
    unknown: [tool('write_file')],
  },
  'sends-message': {
    yes: [
      tool('send_email', 'Send an email to a customer.'),
      tool('invite', 'Creates the account and notifies the user.'),
      tool('offer', 'Отправляет клиенту письмо с предложением.'),
    ],
    no: [
      tool('list_messages', 'List messages of a channel.'),
      tool('send_that_email_analyze', 'Analyze whether an email is ready.'),
      tool('create_draft', 'Create a draft. Nothing is sent.'),
    ],
    unknown: [tool('messenger')],
  },
  publishes: {
    yes: [
      tool('publish_article', 'Publish an article.'),
      tool('create_tweet', 'Post a tweet on behalf of the user.'),
      tool('share', 'Uploads the picture and makes it public.'),
      tool('pin', 'Uploads a file to IPFS.'),
    ],
    no: [
      tool('script', 'Edits a script. Make variables public to see them.'),
      tool('list_publications', 'List what was published this year.'),
      tool('unpublish_page', 'Take a page back into draft.'),
      tool('get_post', 'Get a blog post.'),
    ],
    unknown: [tool('blog')],
  },
  'moves-money': {
    yes: [
      tool('transfer', 'Transfer USDC tokens to another wallet.'),
      tool('place_order', 'Place a market order.'),
      tool('checkout', 'Issues a full refund of the customer.'),
    ],
    no: [
      tool('list_invoices', 'List invoices of a customer.'),
      tool('manage_notification_subscription', 'Mute or watch a thread.'),
      tool('update-subscription', 'Renew a subscription to change notifications, in order to miss none.'),
      tool('transfer_file', 'Transfer a file to the build machine.'),
    ],
    unknown: [tool('wallet')],
  },
  'returns-secrets': {
    yes: [
      tool('get_ssh_key', 'Get the SSH key of a machine.'),
      tool('read_vault', 'Returns the decrypted password of an entry.'),
      tool('list_env_vars', 'List environment variables of a service.'),
    ],
    no: [
      tool('list_secret_scanning_alerts', 'List secret scanning alerts of a repository.'),
      tool('get_password_policy', 'Get the password policy of a domain.'),
      tool('create_api_key', 'Create an API key.'),
    ],
    unknown: [tool('vault')],
  },
  'private-data': {
    yes: [
      tool('get_emails', 'Get emails of the inbox.'),
      tool('search_customers', 'Search customers by name.'),
      tool('list_invoices', 'List invoices.'),
      tool('get_holdings', 'Get holdings of the portfolio.'),
      tool('lookup', '指定したキーワードでメールを検索します。\n結果は新しい順です。'),
    ],
    no: [
      tool('captions', 'Get the transcript of a YouTube video.'),
      tool('get_transaction', 'Get a transaction of the Ethereum blockchain.'),
      tool('get_weather', 'Get the weather of a city.'),
      tool('update_customer', 'Update a customer.'),
      tool('list_projects', '列出所有项目。\n\n参数：\n- ctx：用于访问客户端的上下文'),
      tool('search_cases', '판례 목록을 조회합니다.\n\n인자:\n- id: 사용자 이메일'),
    ],
    unknown: [tool('crm')],
  },
  'session-state': {
    yes: [
      tool('close_session', 'Close a session.'),
      tool('use_project', 'Set the active project for the current session.'),
      tool('switch_context', 'Switch to another context.'),
      tool('disconnect', 'Disconnect from the database.'),
    ],
    no: [
      tool('save_project', 'Save the current project to a path.'),
      tool('add_member', 'Add a member to a workspace.'),
      tool('get_session', 'Get a session by id.'),
      tool('delete_project', 'Delete a project.'),
      tool('create_note', 'Create a note about a discussion.'),
    ],
    unknown: [tool('workspace')],
  },
  'changes-access': {
    yes: [
      tool('add_member', 'Add a member to a team.'),
      tool('update_policy', 'Update an IAM policy.'),
      tool('share', 'Grants access to a folder.'),
      tool('write_rule', '设置数据库集合的安全规则。'),
    ],
    no: [
      tool('list_roles', 'List roles of an account.'),
      tool('change_memo', '更新备忘录。\n\n参数：\n- user：当前角色的名称'),
      tool('get_permissions', 'Get permissions of a user.'),
      tool('create_note', 'Create a note.'),
    ],
    unknown: [tool('permissions')],
  },
  'metered-cost': {
    yes: [
      tool('render', 'Render a clip. Costs 5 credits.'),
      tool('speak', 'COST WARNING: this call reaches a paid service.'),
      tool('draw', 'Draws a picture. You will be charged.'),
    ],
    no: [
      tool('get_costs', 'Get last month’s cloud costs by service.'),
      tool('count_tokens', 'Count the tokens of a text.'),
      tool('estimate', 'Estimate the price of a flight.'),
    ],
    unknown: [tool('render')],
  },
  'multi-action': {
    yes: [
      tool('files', 'Work with files.', { action: choice('list', 'read', 'delete') }),
      tool('manage_user', 'Manage a user.', { operation: choice('get', 'create', 'update') }),
      tool('dns', 'DNS records.', { mode: choice('show', 'remove_record') }),
    ],
    no: [
      tool('files', 'Work with files.', { action: choice('list', 'read', 'search') }),
      tool('sort', 'Sort rows.', { operation: choice('ascending', 'descending') }),
      tool('firewall', 'Show the firewall.', { format: choice('delete', 'create', 'update') }),
    ],
    unknown: [
      tool('files', 'Work with files.', { action: text() }),
      tool('files', undefined, { operation: bare }),
    ],
  },
  'api-passthrough': {
    yes: [
      tool('execute_tool', 'Execute any tool by name.'),
      tool('request', 'Make an authenticated HTTP request to the service.'),
      tool('call', 'Calls an arbitrary API method.', { method: text(), arguments: list() }),
    ],
    no: [
      tool('list_tools', 'List tools of the server.'),
      tool('get_request', 'Get a pull request.'),
      tool('call_contact', 'Call a contact by phone.'),
    ],
    unknown: [tool('gateway')],
  },
  'untrusted-content': {
    yes: [
      tool('get_comments', 'Get comments on a video.'),
      tool('search', 'Performs a web search.'),
      tool('mail', 'Reads emails of the inbox.'),
    ],
    no: [
      tool('get_forecast', 'Get a weather forecast.'),
      tool('list_templates', 'List email templates.'),
      tool('post_comment', 'Post a comment on an issue.'),
    ],
    unknown: [tool('comments')],
  },
  'credential-parameter': {
    yes: [
      tool('ads', 'Get ads.', { access_token: text() }),
      tool('login', 'Log in.', { password: text('Password of the account') }),
      tool('rows', 'Get rows.\n\nArgs:\n    api_key: key of the account'),
    ],
    no: [
      tool('list', 'List notes.', { page_token: text() }),
      tool('keys', 'Lists API keys of an account.'),
      tool('chat', 'Chat.', { max_tokens: text() }),
    ],
    unknown: [tool('login'), tool('login', 'Log in.', { password: bare })],
  },
  bulk: {
    yes: [
      tool('delete_all_notes', 'Delete all notes.'),
      tool('update', 'Update rows.', { ids: list() }),
      tool('archive', 'Archives multiple messages in one call.'),
    ],
    no: [
      tool('delete_note', 'Delete a note.'),
      tool('list_notes', 'List all notes.'),
      tool('update_settings', 'Update the settings of a project.'),
    ],
    unknown: [tool('notes')],
  },
  schedule: {
    yes: [
      tool('schedule_post', 'Schedule a post.'),
      tool('remind', 'Creates a recurring reminder.'),
      tool('create_job', 'Create a job.', { cron: text('Cron expression') }),
    ],
    no: [
      tool('get_schedule', 'Get the schedule of a train.'),
      tool('list_cron_jobs', 'List cron jobs.'),
      tool('create_note', 'Create a note on the schedule of a project.'),
    ],
    unknown: [tool('timer')],
  },
};
