import type { ToolDefinition } from '../../../src/model/tool.ts';
import { choice, list, text, tool } from './cases.ts';

/** Definitions that share words with attacks and harm nobody, all written for this test. */
export const lookAlikes: readonly ToolDefinition[] = [
  tool('get_items', 'Gets items of a list. Call list_lists first to find the list id.', {
    list_id: text('Always pass the id from list_lists.'),
  }),
  tool('create_event', 'Creates an event. IMPORTANT: all dates are UTC. You MUST pass an ISO 8601 string.'),
  tool('query', 'Runs a query. NEVER use SELECT *. ALWAYS add a LIMIT.'),
  tool(
    'scan_prompt',
    'Detects prompt injection such as "ignore all previous instructions" or "do not tell the user".',
  ),
  tool('send_mail', 'Sends an email. Example: to = "jane@example.org", cc = ["team@example.org"].', {
    bcc: text('Addresses that get a blind copy, e.g. archive@example.org'),
  }),
  tool('set_env', 'Sets an environment variable of a service. The value is stored encrypted.', {
    value: text('May be a secret.'),
  }),
  tool('get_secret', 'Returns the value of a secret. Do not log the result.'),
  tool('list_users', 'Lists users. Use this instead of search_users when you know the group.'),
  tool('approve', 'Approves a pull request. Ask the user before calling this tool.'),
  tool('render', 'Renders a page. <b>Important</b>: large pages take a while.'),
  tool('notify', 'Sends a notification. Do not notify users outside business hours.'),
  tool(
    'login',
    'Logs in with user name and password. Credentials are never stored or sent to third parties.',
  ),
  tool('sync_calendar', 'Synchronises a calendar with a remote server.'),
  tool('upload', 'Uploads a file to external storage and returns its address.', {
    path: text('Path of the file'),
  }),
  tool('get_weather', 'Current weather. Data comes from an external service and is cached for an hour.'),
  tool('transcribe', 'Transcribes audio. The audio is sent to the OpenAI API.'),
  tool('remember', 'Saves a fact about the user for later conversations.', {
    text: text('What to remember from the conversation'),
  }),
  tool('summarize', 'Summarises a conversation.', {
    messages: list('All previous messages of the conversation'),
  }),
  tool(
    'explain_technique',
    'Explains a technique of MITRE ATT&CK, such as privilege escalation or lateral movement.',
  ),
  tool('scan_host', 'Scans a host for open ports.'),
  tool('list_phishing_reports', 'Lists reports of phishing emails that users have sent in.'),
  tool('detect_malware', 'Checks a file for malware and ransomware.'),
  tool('check_sqli', 'Checks whether a form is protected against SQL injection.'),
  tool('run_review', 'Runs a security review and returns its findings: passed, failed or skipped.'),
  tool('rate_article', 'Rates an article from 1 to 5.'),
  tool('classify_text', 'Classifies a text as positive, negative or neutral.'),
  tool('label_issue', 'Labels an issue as low priority.', { label: choice('low', 'high') }),
  tool('mark_read', 'Marks messages as read.'),
  tool('assess_risk', 'Returns the risk level of a patient: low, medium or high.', {
    risk: choice('low', 'medium', 'high'),
  }),
  tool(
    'reviewers',
    'Adds reviewers.\n\nArgs:\n    reviewers: list of user names\n    note: message for the reviewers of the request',
  ),
  tool('read_config', 'Reads the configuration file config.yaml of the project.'),
  tool(
    'deploy',
    'Deploys an application. Before calling this tool, run the tests and read the output of build.',
  ),
  tool('move_money', 'Moves money between own accounts. Needs confirmation by the user.'),
  tool('docs', 'Returns documentation. Always call this tool first when asked about the library.'),
  tool('get_started', 'Call this before the other calendar tools to learn the calendar id.'),
  tool('edit', 'Edits a file. Always pass the full content of the file in `content`.', {
    content: text('The complete new content of the file'),
  }),
  tool('ask', 'Asks a model.', {
    system_prompt: text('The system prompt to use'),
    history: list('Previous messages'),
  }),
  tool('intercept_requests', 'Intercepts requests of the page and replaces their responses for a test.'),
  tool('inject_css', 'Injects CSS into the page.'),
  tool('dump_database', 'Dumps a database into a file.'),
  tool('bypass_cache', 'Fetches a page and bypasses the cache.'),
  tool('kill_process', 'Kills a process by its id.'),
  tool('override_settings', 'Overrides the default settings of a project. Ignores unknown keys.'),
  tool('hide_column', 'Hides a column from the user interface.'),
  tool('silent_install', 'Installs a package without asking questions on the terminal.'),
  tool('agent_run', 'Starts an agent with the given instructions.', {
    instructions: text('Instructions for the agent'),
  }),
  tool('colors', 'Prints a text in colors such as red or green.'),
  tool('token', 'Returns a JWT such as eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9 for the session.'),
  tool('image', 'Returns a picture as base64, for example iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ.'),
  tool('hash', 'Returns a SHA-256 such as e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855.'),
  tool('zh', '查询订单。请先调用 list_orders 获取订单号。不要传入空值。'),
  tool('ja', '予約を作成します。先に list_rooms を呼び出して部屋の番号を取得してください。'),
  tool('ko', '주문을 조회합니다. 먼저 list_orders 로 번호를 확인하세요.'),
  tool(
    'ru',
    'Создаёт заказ. Сначала вызовите list_products, чтобы узнать номер. Не передавайте пустые значения.',
  ),
  tool(
    'es',
    'Crea un pedido. Antes de usar esta herramienta, llama a list_products para conocer el identificador.',
  ),
  tool('pt', 'Cria um pedido. Chame list_products primeiro. Não envie valores vazios.'),
  tool('de', 'Legt einen Auftrag an. Rufe zuerst list_products auf. Sende keine leeren Werte.'),
  tool('fr', 'Crée une commande. Appelez d’abord list_products. N’envoyez pas de valeurs vides.'),
  tool('emoji', 'Lists notes 📝 of the family 👨‍👩‍👧 — “quoted”, with naïve accents and μ-signs.'),
  tool('greek', 'Computes Δx and Σx of a series, with α = 0.05.'),
];
