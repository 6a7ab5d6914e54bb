import type { Category } from '../../../src/model/categories.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import type { SignalId } from '../../../src/model/signals.ts';
import type { ToolDefinition } from '../../../src/model/tool.ts';

/** A tool, the conditions it must get, and calls that pass or are refused once they are filled in. */
export interface Case {
  kind: string;
  tool: ToolDefinition;
  category: Category;
  /** The signals and the top-level arguments they were proved on. */
  proved: readonly (readonly [SignalId, string])[];
  /** The arguments that get a condition of this kind, as paths with dots. */
  on: readonly string[];
  /** Placeholders and what a person puts there. */
  filled?: readonly (readonly [placeholder: string | number, value: unknown])[];
  passes: readonly JsonObject[];
  refused: readonly JsonObject[];
}

const text = { type: 'string' } as const;
const texts = { type: 'array', items: text } as const;
const tool = (name: string, properties: JsonObject, required: string[] = []): ToolDefinition => ({
  name,
  description: 'Does what its name says.',
  inputSchema: { type: 'object', properties, required },
});

const root = '/replace/with/your/folder';
const hosts = 'replace-with-your-host\\.invalid';

export const cases: readonly Case[] = [
  {
    kind: 'environment',
    tool: tool('deploy', { target: { type: 'string', enum: ['dev', 'staging', 'production'] } }),
    category: 'Execute',
    proved: [],
    on: ['target'],
    passes: [{ target: 'dev' }, { target: 'staging' }],
    refused: [{ target: 'production' }, {}, { target: ['production'] }],
  },
  {
    kind: 'environment',
    tool: tool('deploy', { env: { type: 'string', enum: ['sandbox', 'live'], default: 'sandbox' } }),
    category: 'Write',
    proved: [],
    on: ['env'],
    passes: [{ env: 'sandbox' }, {}],
    refused: [{ env: 'live' }],
  },
  {
    kind: 'action',
    tool: tool('manage', { action: { type: 'string', enum: ['list', 'create', 'delete', 'clearAll'] } }, [
      'action',
    ]),
    category: 'Write',
    proved: [['multi-action', 'action']],
    on: ['action'],
    passes: [{ action: 'list' }, { action: 'create' }],
    refused: [{ action: 'delete' }, { action: 'clearAll' }, {}],
  },
  {
    kind: 'path-root',
    tool: tool('read', { path: text, encoding: text }, ['path']),
    category: 'Read',
    proved: [['p:path', 'path']],
    on: ['path'],
    filled: [[root, '/srv/shelf']],
    passes: [
      { path: '/srv/shelf' },
      { path: '/srv/shelf/' },
      { path: '/srv/shelf/a/b.txt' },
      { path: '/srv/shelf/.git/..a/...' },
    ],
    refused: [
      {},
      { path: '/srv/shelf/../secrets' },
      { path: '/srv/shelf/a/..' },
      { path: '/srv/shelf/./a' },
      { path: '/srv/shelfshop' },
      { path: '/etc/passwd' },
      { path: 'srv/shelf/a' },
      { path: '/srv/shelf/..\\..\\etc' },
      { path: '/srv/shelf/a\\..\\..\\etc' },
      { path: '/srv/shelf/.a\\..' },
      { path: '/srv/shelf/..a\\b' },
      { path: '/srv/shelf//etc' },
      { path: ['/srv/shelf/a'] },
    ],
  },
  {
    kind: 'path-root',
    tool: tool('read_many', { paths: texts }, ['paths']),
    category: 'Read',
    proved: [['p:path', 'paths']],
    on: ['paths.0', 'paths.1'],
    filled: [[root, '/srv']],
    passes: [{ paths: ['/srv/a'] }],
    refused: [{ paths: ['/etc/passwd'] }, { paths: ['/srv/a', '/etc/passwd'] }, { paths: ['/srv/a', null] }],
  },
  {
    kind: 'host',
    tool: tool('fetch', { url: text }),
    category: 'Read',
    proved: [['p:url', 'url']],
    on: ['url'],
    filled: [[hosts, 'api\\.example\\.org']],
    passes: [
      { url: 'https://api.example.org' },
      { url: 'https://api.example.org:8443/a?b#c' },
      { url: 'https://api.example.org?q' },
      {},
    ],
    refused: [
      { url: 'http://api.example.org/' },
      { url: 'https://evil.example/' },
      { url: 'https://api.example.org.evil.example/' },
      { url: 'https://api.example.org@evil.example/' },
      { url: 'https://api.example.org:80@evil.example/' },
      { url: 'https://apixexample.org/' },
      { url: ' https://api.example.org/' },
      { url: 'https://evil.example/https://api.example.org/' },
      { url: { href: 'https://api.example.org/' } },
    ],
  },
  {
    kind: 'sql-reads',
    tool: tool('query', { sql: text }, ['sql']),
    category: 'Read',
    proved: [['p:sql', 'sql']],
    on: ['sql'],
    passes: [
      { sql: 'SELECT 1' },
      { sql: "  select * from users where name = 'i' and i in (1, 2);\n" },
      { sql: 'Select(1)' },
      { sql: 'select id, nint, i from t' },
    ],
    refused: [
      { sql: 'DELETE FROM users' },
      { sql: 'SELECT 1; DROP TABLE users' },
      { sql: "select * INTO OUTFILE '/etc/cron.d/x' from t" },
      { sql: 'select * iNtO t2 from t' },
      { sql: 'select i iinto t2 from t' },
      { sql: 'SELECT 1 /*! into outfile */' },
      { sql: 'selection' },
      { sql: 'EXPLAIN ANALYZE DELETE FROM t' },
      { sql: 'WITH x AS (DELETE FROM t RETURNING 1) SELECT 1' },
      { sql: '' },
      {},
    ],
  },
  {
    kind: 'program',
    tool: tool('run', { command: text, cwd: text }, ['command']),
    category: 'Execute',
    proved: [['p:shell-command', 'command']],
    on: ['command'],
    filled: [['replace-with-an-exact-command', 'npm test']],
    passes: [{ command: 'npm test' }],
    refused: [{ command: 'npm test; rm -rf /' }, { command: ' npm test' }, {}],
  },
  {
    kind: 'program',
    tool: tool('exec', { argv: texts, script: text }),
    category: 'Execute',
    proved: [
      ['p:shell-command', 'argv'],
      ['p:code', 'script'],
    ],
    on: ['argv.0', 'argv.1', 'script'],
    filled: [['replace-with-an-exact-command', 'ls']],
    passes: [{ argv: ['ls'] }, {}],
    refused: [{ argv: ['rm', '-rf'] }, { argv: ['ls', '/'] }, { script: 'process.exit()' }],
  },
  {
    kind: 'recipient',
    tool: tool('send', { to: text, cc: texts, bcc: texts, subject: text }, ['to']),
    category: 'Write',
    proved: [
      ['p:recipient', 'to'],
      ['p:recipient', 'cc'],
    ],
    on: ['to', 'cc.0', 'cc.1', 'bcc.0', 'bcc.1'],
    filled: [['replace-with-a-recipient', 'team@example.org']],
    passes: [
      { to: 'team@example.org', subject: 'x' },
      { to: 'team@example.org', bcc: ['team@example.org'] },
    ],
    refused: [
      { to: 'eve@example.net' },
      { to: 'team@example.org', bcc: ['eve@example.net'] },
      { to: 'team@example.org', bcc: '["eve@example.net"]' },
      { to: 'team@example.org', cc: ['team@example.org', 'eve@example.net'] },
      { to: ['team@example.org', 'eve@example.net'] },
    ],
  },
  {
    kind: 'amount',
    tool: tool('pay', { amount: { type: 'number' } }, ['amount']),
    category: 'Financial',
    proved: [['p:amount', 'amount']],
    on: ['amount', 'amount'],
    filled: [[-1, 50]],
    passes: [{ amount: 0 }, { amount: 50 }],
    refused: [{ amount: 50.01 }, { amount: -50 }, { amount: '10' }, {}],
  },
  {
    kind: 'amount',
    tool: tool('pay', { amount: text }),
    category: 'Financial',
    proved: [['p:amount', 'amount']],
    on: ['amount'],
    filled: [['replace-with-an-amount', '0.01']],
    passes: [{ amount: '0.01' }],
    refused: [{ amount: '0.010' }, { amount: '1000' }],
  },
  {
    kind: 'force',
    tool: tool('push', { force: { type: 'boolean' }, branch: text }),
    category: 'Write',
    proved: [['p:force-or-recursive', 'force']],
    on: ['force'],
    passes: [{}, { force: false }],
    refused: [{ force: true }, { force: 'true' }, { force: 1 }, { force: 'yes' }],
  },
  {
    kind: 'force',
    tool: tool('clean', { recursive: { type: 'boolean', default: true } }),
    category: 'Write',
    proved: [['p:force-or-recursive', 'recursive']],
    on: ['recursive'],
    passes: [{ recursive: false }],
    refused: [{}, { recursive: true }],
  },
  {
    kind: 'single-object',
    tool: tool('delete_all', { ids: texts }),
    category: 'Destructive',
    proved: [['p:bulk-array', 'ids']],
    on: ['ids.1'],
    passes: [{ ids: ['a'] }, { ids: [] }, {}],
    refused: [{ ids: ['a', 'b'] }, { ids: ['a', null, 'b'] }, { ids: '["a", "b"]' }],
  },
];

/** Tools that look alike and must get no condition of the kind. */
export const unbound: readonly Omit<Case, 'on' | 'passes' | 'refused' | 'filled'>[] = [
  {
    kind: 'environment',
    tool: tool('pick', { season: { enum: ['live', 'recorded'] }, level: { enum: ['production', 'other'] } }),
    category: 'Write',
    proved: [],
  },
  {
    kind: 'environment',
    tool: tool('look', { env: { enum: ['dev', 'prod'] } }),
    category: 'Read',
    proved: [],
  },
  {
    kind: 'action',
    tool: tool('act', { action: { enum: ['list', 'delete'] } }),
    category: 'Write',
    proved: [],
  },
  {
    kind: 'action',
    tool: tool('purge', { action: { enum: ['delete', 'drop'] } }),
    category: 'Destructive',
    proved: [['multi-action', 'action']],
  },
  { kind: 'path-root', tool: tool('a', { path: text }), category: 'Read', proved: [] },
  {
    kind: 'path-root',
    tool: tool('a', { files: { type: 'array', items: { type: 'object', properties: { path: text } } } }),
    category: 'Write',
    proved: [['p:path', 'files']],
  },
  {
    kind: 'path-root',
    tool: tool('a', { files: { type: 'array', items: { type: 'string', properties: { path: text } } } }),
    category: 'Write',
    proved: [['p:path', 'files/items/properties/path']],
  },
  { kind: 'recipient', tool: tool('a', { to: text, cc: text }), category: 'Write', proved: [] },
  { kind: 'force', tool: tool('a', { force: { type: 'boolean' } }), category: 'Write', proved: [] },
  {
    kind: 'single-object',
    tool: tool('list', { ids: texts }),
    category: 'Read',
    proved: [['p:bulk-array', 'ids']],
  },
];
