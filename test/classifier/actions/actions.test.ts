import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { rateActions } from '../../../classifier/actions.ts';
import { isVerbatim } from '../../../src/model/evidence.ts';
import { limits } from '../../../src/model/limits.ts';
import type { ToolDefinition } from '../../../src/model/tool.ts';
import { choice, flag, number, text, tool } from '../signals/cases.ts';

const ratings = (definition: ToolDefinition) =>
  Object.fromEntries(
    rateActions(definition).actions.map(({ name, category, risk }) => [name, [category, risk]]),
  );

const shelf = tool('manage_shelf', 'Manage the shelves of a library.', {
  action: choice('list', 'create', 'delete'),
  name: text(),
});

describe('An action of a tool', () => {
  it('is rated on its own', () => {
    assert.deepEqual(ratings(shelf), {
      list: ['Read', 'Low'],
      create: ['Write', 'Medium'],
      delete: ['Destructive', 'High'],
    });
  });

  it('rests on its value where the definition says nothing more', () => {
    assert.deepEqual(rateActions(shelf).actions[2], {
      argument: 'action',
      name: 'delete',
      at: '/inputSchema/properties/action/enum/2',
      quote: 'delete',
      category: 'Destructive',
      risk: 'High',
    });
  });

  it('rests on the words that the description has for it, and on no others', () => {
    const { actions } = rateActions(
      tool(
        'library',
        'Works on the library.\n- list: Lists the shelves, delete: Permanently removes a shelf.\n- `merge` (joins two)',
        { action: choice('list', 'delete', 'merge') },
      ),
    );
    assert.deepEqual(
      actions.map(({ at, quote, category }) => [at, quote, category]),
      [
        ['/description', 'list: Lists the shelves', 'Read'],
        ['/description', 'delete: Permanently removes a shelf', 'Destructive'],
        ['/description', 'merge` (joins two)', 'Write'],
      ],
    );
  });

  it('is found in the variants of a schema, with the arguments and words of its own', () => {
    const variant = (action: string, description: string, properties: object) => ({
      description,
      properties: { action: { const: action }, ...properties },
    });
    const { actions } = rateActions({
      name: 'mailbox',
      description: 'The mailbox.',
      inputSchema: {
        type: 'object',
        oneOf: [
          variant('search', 'Searches the mailbox.', {}),
          variant('send', 'Sends a message.', { to: { type: 'string' } }),
        ],
      },
    });
    assert.deepEqual(
      actions.map(({ name, at, category, risk }) => [name, at, category, risk]),
      [
        ['search', '/inputSchema/oneOf/0/description', 'Read', 'Medium'],
        ['send', '/inputSchema/oneOf/1/description', 'Write', 'High'],
      ],
    );
  });

  it('is Unknown when nobody can tell what it does', () => {
    const { actions } = rateActions(
      tool('library', 'Works on the library.', { action: choice('list', 'delete', 'frobnicate') }),
    );
    assert.deepEqual(
      actions.map(({ category, risk }) => [category, risk]),
      [
        ['Read', 'Low'],
        ['Destructive', 'High'],
        [null, 'Unknown'],
      ],
    );
  });

  it('that only takes off what the tool can add again removes nothing', () => {
    const definition = tool('tag_books', 'Tags on books.', { operation: choice('add', 'remove') });
    assert.deepEqual(ratings(definition).remove, ['Write', 'Medium']);
  });

  it('that runs what it is given is told from one that looks it up', () => {
    const definition = tool('scripts', 'Scripts of the workspace.', {
      action: choice('list', 'run'),
      code: text('The code to run'),
    });
    assert.deepEqual(ratings(definition), { list: ['Read', 'Low'], run: ['Execute', 'Critical'] });
  });
});

describe('An action that is no verb of English', () => {
  it('is known by the command or noun that stands for one', () => {
    const definition = tool('stash', 'Manage the stash.', {
      operation: choice('list', 'info', 'ls', 'rm', 'pop'),
    });
    assert.deepEqual(ratings(definition), {
      list: ['Read', 'Low'],
      info: ['Read', 'Low'],
      ls: ['Read', 'Low'],
      rm: ['Destructive', 'High'],
      pop: ['Write', 'Medium'],
    });
  });
});

describe('A step on a page', () => {
  const steps = tool('steps', 'Runs steps on a page.', {
    action: choice('click', 'scroll', 'type', 'select', 'evaluate', 'getAttribute'),
  });

  it('steers it, whatever its verb means elsewhere', () => {
    const { type, select, click } = ratings(steps);
    for (const step of [type, select, click]) assert.deepEqual(step, ['Execute', 'Medium']);
  });

  it('runs a program where it evaluates one', () => {
    assert.deepEqual(ratings(steps).evaluate, ['Execute', 'High']);
  });

  it('only reads what it gets', () => {
    assert.deepEqual(ratings(steps).getAttribute, ['Read', 'Low']);
  });

  it('is not meant where one action alone could be one', () => {
    const { select } = ratings(tool('shelf', 'A shelf.', { action: choice('open', 'select', 'delete') }));
    assert.notEqual(select?.[0], 'Execute');
  });
});

describe('An action of a tool that keeps thoughts', () => {
  it('removes nothing but thoughts', () => {
    const definition = tool('visual_thinking', 'A tool for diagrams.', {
      operation: choice('create', 'delete'),
    });
    assert.equal(ratings(definition).delete?.[0], 'Write');
  });
});

describe('An argument that is said to go with other actions', () => {
  const shelf = (description: string) =>
    tool('manage_shelf', 'Manage the shelves.', {
      action: choice('create', 'rename', 'list'),
      path: text(description),
    });

  it('raises none but those', () => {
    const found = ratings(shelf('File to write to. Only required for create/rename'));
    assert.deepEqual(found, { create: ['Write', 'High'], rename: ['Write', 'High'], list: ['Read', 'Low'] });
    assert.deepEqual(ratings(shelf('File to write to (for create)')).rename, ['Write', 'Medium']);
  });

  it('raises each when it is said to go with none', () => {
    assert.deepEqual(ratings(shelf('File to write to')).rename, ['Write', 'High']);
  });
});

describe('Words of a definition take away no action that its schema lists', () => {
  const actions = choice('get', 'delete');
  for (const [claim, definition] of Object.entries({
    'that it only reasons': tool('get_shelf', 'A tool for reasoning and thinking about a shelf.', {
      action: actions,
    }),
    'that an argument filters': tool('get_shelf', 'Gets it.', {
      action: { ...actions, description: 'Filter by action' },
    }),
    'that an action was performed': tool('get_shelf', 'Gets it.', {
      action: { ...actions, description: 'The action that was performed' },
    }),
  }))
    it(claim, () => {
      assert.equal(ratings(definition).delete?.[0], 'Destructive');
    });
});

/** Arguments that choose something else than what a call does. */
const noActions: Readonly<Record<string, ToolDefinition>> = {
  'a format': tool('export_book', 'Export a book.', { mode: choice('json', 'yaml', 'text') }),
  'how much is said': tool('get_book', 'Get a book.', { mode: choice('full', 'summary', 'list', 'search') }),
  'a filter': tool('list_todos', 'List the tasks.', { action: choice('assigned', 'marked', 'build_failed') }),
  'a method of HTTP': tool('http', 'Sends a request.', { method: choice('GET', 'POST', 'DELETE') }),
  'a kind of sum': tool('calculate', 'Calculates.', { operation: choice('add', 'subtract', 'multiply') }),
  'a step of one thing': tool('git_rebase', 'Rebase commits.', {
    mode: choice('start', 'continue', 'abort'),
  }),
  'a kind of record': tool('search', 'Search the shop.', { type: choice('artist', 'label', 'release') }),
  'a single value': tool('delete_book', 'Delete a book.', { action: choice('delete') }),
  'a right to a table': tool('create_policy', 'Create a policy.', {
    command: choice('ALL', 'SELECT', 'INSERT', 'DELETE'),
  }),
  'a method of HTTP with its client': tool('client', 'A client.', {
    cmd: choice('request.get', 'request.post', 'request.delete'),
  }),
  'what an agent means to do': tool('advise', 'Advises agents.', {
    operation_type: { ...choice('read', 'write', 'delete'), description: 'The operation being requested' },
  }),
  'what somebody has done': tool('track_file', 'Tracks a file.', {
    action: text('Action performed on the file (open, edit, delete)'),
  }),
  'which records are shown': tool('audit_log', 'The audit log.', {
    action: { ...choice('create', 'update', 'delete'), description: 'Filter by action' },
  }),
  'a command of any kind': tool('shell', 'A shell.', {
    command: text('The command (e.g. "ls -la", "cat x")'),
  }),
  'a command of which there are examples': tool('kubectl', 'Sends a command.', {
    command: text('The command to send (e.g. patch, delete, get)'),
  }),
  'anything the caller likes': tool('do', 'Do it.', { action: text(), force: flag, amount: number }),
};

describe('An argument is no choice of actions when it chooses', () => {
  for (const [what, definition] of Object.entries(noActions))
    it(what, () => {
      assert.deepEqual(rateActions(definition).actions, []);
    });
});

describe('The actions of a tool', () => {
  it('are rated up to a limit, and the rest is counted', () => {
    const names = Array.from({ length: limits.actions + 3 }, (_, index) => `get_page_${index}`);
    const { actions, actionsLeft } = rateActions(tool('pages', 'Pages.', { action: choice(...names) }));
    assert.equal(actions.length, limits.actions);
    assert.equal(actionsLeft, 3);
  });

  it('rest on words that stand verbatim in any definition', () => {
    const word = fc.constantFrom('list', 'delete', 'run', 'send_mail', 'x', 'a.b', '$&', '😀', 'constructor');
    const piece = fc.oneof(
      word,
      fc.constantFrom(': ', ' - ', '`', '"', '\n', '. ', ', ', ' (', 'removes all', '😀'),
    );
    const definition = fc
      .record({ values: fc.array(word, { maxLength: 6 }), pieces: fc.array(piece, { maxLength: 30 }) })
      .map(({ values, pieces }) =>
        tool('manage', pieces.join(''), {
          action: choice('list', 'delete', ...values),
          operation: text(pieces.toReversed().join('')),
        }),
      );
    fc.assert(
      fc.property(definition, (each) => {
        for (const action of rateActions(each).actions)
          assert.ok(isVerbatim(each, { id: 'quote', at: action.at, quote: action.quote }), action.quote);
      }),
    );
  });
});
