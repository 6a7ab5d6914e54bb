import { hashOf } from '../../src/model/canonical.ts';
import type { Json } from '../../src/model/json.ts';
import type { Risk } from '../../src/model/risks.ts';
import type { CatalogueServer, PastDefinition } from '../../src/model/server.ts';
import type { ToolDefinition } from '../../src/model/tool.ts';
import type { Redirects } from '../../src/model/redirects.ts';
import { sampleInspection, sampleListing, sampleServer, sampleTool as tool } from '../samples.ts';

const inspection = sampleInspection('@harbour/files', {
  launch: {
    package: { kind: 'npm', name: '@harbour/files', version: '2.1.0' },
    arguments: ['--root', '.'],
    environment: { HARBOUR_TOKEN: 'none' },
  },
  versionWanted: '2.1.0',
  versionGot: '2.1.0',
});

const action = (name: string, index: number) => ({
  ...{ argument: 'mode', name, quote: name },
  at: `/inputSchema/properties/mode/enum/${index}`,
});

export const deleteFile = tool(
  {
    name: 'delete_file',
    title: 'Delete file',
    description: 'Delete a file from the store. This cannot be undone.',
    inputSchema: {
      type: 'object',
      properties: {
        path: { type: 'string', description: 'Path of the file to delete' },
        mode: { enum: ['trash', 'erase', 'zap<b>'], default: 'trash' },
        options: { type: 'object', properties: { force: { type: 'boolean' } }, required: ['force'] },
      },
      required: ['path'],
    },
    annotations: { readOnlyHint: false, destructiveHint: false },
  },
  {
    category: 'Destructive',
    risk: 'High',
    confidence: 0.82,
    signals: [
      { id: 'deletes', at: '/description', quote: 'Delete a file' },
      { id: 'p:path', at: '/inputSchema/properties/path/description', quote: 'Path of the file to delete' },
    ],
    rationale: 'The description says that a file is deleted and does not come back',
    raised: 'Raised from Write, Medium: the name starts with delete.',
    actions: [
      { ...action('trash', 0), category: 'Write', risk: 'Low' },
      { ...action('erase', 1), category: 'Destructive', risk: 'High' },
      { ...action('zap<b>', 2), category: null, risk: 'Unknown' },
    ],
    actionsLeft: 1,
    doubts: [
      { reason: 'unsure' },
      { reason: 'disputed', by: { judge: 'rules', category: 'Write', risk: 'Medium' } },
      { reason: 'raised' },
    ],
  },
);

const undescribed = tool(
  { name: 'code_generate' },
  {
    category: 'Execute',
    risk: 'High',
    confidence: 0.55,
    signals: [{ id: 'no-description', at: '/description', quote: '' }],
    rationale: 'The name says that code is produced.',
  },
);

const russian = tool(
  {
    name: 'send_kp_email',
    description: 'Отправить коммерческое предложение клиенту по электронной почте..',
    inputSchema: { type: 'object', properties: { to: { type: 'string', description: 'Адрес клиента' } } },
  },
  {
    category: 'Write',
    risk: 'Medium',
    signals: [{ id: 'sends-message', at: '/description', quote: 'Отправить коммерческое предложение' }],
    rationale: 'It sends a proposal to a client..',
    gloss: 'Sends a quotation to a client by e-mail',
  },
);

const corrected = tool(
  { name: 'create_receipt_guide', description: 'Returns a guide to receipts.' },
  {
    judge: 'human',
    judgeVersion: '0'.repeat(64),
    confidence: 0.99,
    rationale: 'It returns text about receipts and creates none.',
    correction: {
      by: 'The <b>harbour</b> master',
      on: '2026-11-19',
      quotes: [{ at: '/description', quote: 'Returns a guide' }],
      instead: { judge: 'model', category: 'Financial', risk: 'Critical' },
    },
  },
);

const selfReferring = tool({
  name: 'walkTree',
  description: 'Walks a tree',
  inputSchema: {
    type: 'object',
    properties: { node: { $ref: '#' }, list: { type: 'array', items: { $ref: '#/properties/list' } } },
  },
});

/** Text that tries to run, to break out of every place it is shown in, or to read differently than it is written. */
export const hostile = [
  tool(
    {
      name: '<script>document.title="owned"</script>',
      title: '"><img src=x onerror="document.title=\'owned\'">',
      description:
        '</script><script>document.title="owned"</script>{{7*7}} ${7*7} <style>*{display:none}</style>',
      inputSchema: {
        type: 'object',
        properties: {
          '<img src=x onerror=document.title="owned">': {
            type: 'string',
            description: '<svg onload=document.title="owned">',
            default: '</code><script>document.title="owned"</script>',
          },
        },
      },
      annotations: { title: '<b>bold</b>', readOnlyHint: true },
    },
    {
      category: 'Execute',
      risk: 'Critical',
      rationale: '<script>document.title="owned"</script>',
      signals: [
        {
          id: 'instructs-agent',
          at: '/description',
          quote: '</script><script>document.title="owned"</script>',
        },
      ],
    },
  ),
  tool(
    { name: '../../etc/passwd', description: 'Read\u200b the \u202efile\u202c without a trace\u{e0041}' },
    { category: 'Read', risk: 'High', rationale: 'It reads a file that holds accounts.' },
  ),
  tool({ name: `${'very_long_name_'.repeat(16)}end`, description: 'x'.repeat(5_000) }, { risk: 'Medium' }),
  tool({ name: 'pay\u202eyap', description: 'Pay an invoice' }, { category: 'Financial', risk: 'Critical' }),
];

/** More than one page of a list. */
const berths = Array.from({ length: 160 }, (_, index) =>
  tool({ name: `getBerth${index + 1}`, description: `Look up berth ${index + 1}.` }, { confidence: 0.7 }),
);

/** A definition that stood from New Year on for a day. */
const past = (definition: ToolDefinition, risk: Risk): PastDefinition => ({
  definition,
  hash: hashOf(definition as Json),
  from: '2026-01-01',
  until: '2026-01-02',
  rating: { category: 'Destructive', risk },
});

/** Every kind of server and tool that the site must be able to show. */
export const servers: CatalogueServer[] = [
  sampleServer('@harbour/files', [deleteFile, undescribed, russian, selfReferring, corrected], {
    name: 'Harbour Files MCP Server',
    description: 'Keeps the files of a harbour office.',
    repository: 'https://git.example/harbour/files',
    past: [
      past({ name: 'delete_file', description: 'Move a file to the bin.' }, 'Medium'),
      past({ name: 'shred<b>all</b>', description: 'Shred all files.' }, 'Critical'),
    ],
    inspection,
    sources: [
      sampleListing('@harbour/files'),
      sampleListing('io.harbour/files', { source: 'official-registry', status: 'deprecated' }),
    ],
    faults: [
      {
        stage: 'inspect',
        subject: 'npm:@harbour/files',
        kind: 'duplicate-tool',
        cause: 'tool <b>delete_file</b>',
        at: '2026-11-20T09:30:00.000Z',
      },
    ],
  }),
  sampleServer('hostile', hostile, { description: '<script>document.title="owned"</script>' }),
  sampleServer(
    '@harbour/berths',
    [
      ...berths,
      tool(
        { name: 'delete_berth', description: 'Delete a berth' },
        { category: 'Destructive', risk: 'High' },
      ),
    ],
    { inspection: { ...inspection, versionWanted: '3.0.0' } },
  ),
  sampleServer('one-tool', [
    tool(
      { name: 'ponder', description: 'Think', inputSchema: { type: 'object' } },
      { risk: 'Unknown', judge: 'openai', judgeVersion: 'small-model 1', confidence: 0 },
    ),
  ]),
  sampleServer('empty'),
  sampleServer('unlisted', [], {
    inspection: null,
    faults: [
      {
        stage: 'inspect',
        subject: 'npm:unlisted',
        kind: 'timed-out',
        cause: '',
        at: '2026-11-20T09:31:00.000Z',
      },
    ],
  }),
];

/** Addresses that pages of these servers once had. */
export const former: Redirects = {
  servers: {
    'harbour-store': 'npm:@harbour/files',
    gone: 'npm:gone',
    'one-tool': 'npm:@harbour/files',
    empty: 'npm:gone',
  },
  tools: { 'npm:@harbour/files': { remove_file: 'delete_file', shred_file: null } },
};
