import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rateActions } from '../../../classifier/actions.ts';
import { isVerbatim } from '../../../src/model/evidence.ts';
import type { ToolDefinition } from '../../../src/model/tool.ts';
import { bare, text, tool } from '../signals/cases.ts';

/** Texts that name the values of an argument of which the schema allows any. */
const named: Readonly<Record<string, ToolDefinition>> = {
  'in quotation marks': tool('shelf', 'A shelf.', { action: text("Either 'get', 'add' or 'delete'") }),
  'in brackets': tool('shelf', 'A shelf.', { action: text('What to do (get, add, delete, etc.)') }),
  'after a colon': tool('shelf', 'A shelf.', { operation: text('Valid values: get, add, or delete') }),
  'between bars': tool('shelf', 'A shelf.', { op: text('One of: get | add | delete.') }),
  'where the description lists the arguments': tool(
    'shelf',
    "A shelf.\n\nArgs:\n    ctx: The context.\n    action: Operation (e.g., 'get', 'add', 'delete').\n    name: The book ('x', 'y').",
    { action: text(), name: text() },
  ),
  'line by line under a heading, beside those that are listed elsewhere': tool(
    'shelf',
    'Works on a shelf.\n\n**Actions:**\n- get: Gets a book\n- `add`: Adds a book\n- delete: Deletes a book\n\n**Context:**\n- shelf: The shelf',
    { action: text("The action: 'add' or 'delete'") },
  ),
  'where the description lists operations': tool(
    'shelf',
    'Works on a shelf with operations like get, add, or delete.',
    { operation: bare },
  ),
};

describe('The actions of a tool whose schema names none are found', () => {
  for (const [where, definition] of Object.entries(named))
    it(where, () => {
      const { actions } = rateActions(definition);
      assert.deepEqual(
        actions.map(({ name, category }) => [name, category]),
        [
          ['get', 'Read'],
          ['add', 'Write'],
          ['delete', 'Destructive'],
        ],
      );
      for (const { at, quote } of actions) assert.ok(isVerbatim(definition, { id: 'quote', at, quote }));
    });
});
