import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { categoryIn } from '../../../classifier/judges/model/decision.ts';
import { hear } from '../../../classifier/judges/model/hearing.ts';
import { judgeByRules } from '../../../classifier/judges/rules.ts';
import { floorOf } from '../../../classifier/judges/rules/floor.ts';
import type { ToolDefinition } from '../../../src/model/tool.ts';
import { text, tool } from '../signals/cases.ts';

const subject = (definition: ToolDefinition) => ({ server: { name: 'a-server' }, tool: definition });
const category = (definition: ToolDefinition) => judgeByRules(subject(definition)).category;
const risk = (definition: ToolDefinition) => judgeByRules(subject(definition)).risk;

describe('A tool that only tells how something is done', () => {
  const guide = tool(
    'create_app_payments',
    'The tool provides API documentation for payments and guidance for implementing them in an app.',
  );

  it('reads, whatever verb its name takes from there, and no model makes it worse', () => {
    assert.equal(category(guide), 'Read');
    assert.equal(category(tool('deploy_app_help', 'Provides instructions on how to deploy an app.')), 'Read');
    const decision = { sure: 0.7, overruled: 0.6, care: 2, rulesShare: 0.3 };
    assert.equal(categoryIn(hear(subject(guide)), [0.1, 0.5, 0, 0, 0.4], decision).category, 'Read');
  });

  it('has no payment under it as its floor when it takes no arguments', () => {
    const published = { ...guide, inputSchema: { type: 'object' as const, properties: {} } };
    assert.equal(floorOf(published), null);
    assert.equal(floorOf(tool('create_payment', undefined, { amount: text() }))?.category, 'Financial');
  });

  it('is none that also does what it tells of', () => {
    const both = tool('remove_user', 'Returns instructions for a user and deletes the user.', { id: text() });
    assert.equal(category(both), 'Destructive');
    assert.equal(floorOf(tool('delete_user', 'Provides guidance.', { id: text() }))?.category, 'Destructive');
  });
});

describe('Money', () => {
  it('moves when goods are ordered, a draft order is completed and a paid subscription is changed', () => {
    assert.equal(category(tool('order_food', 'Order food from a restaurant.')), 'Financial');
    assert.equal(category(tool('complete-draft-order', 'Complete a draft order.')), 'Financial');
    assert.equal(category(tool('upgrade-subscription', 'Upgrade the subscription.')), 'Financial');
  });

  it('does not move when somebody leaves a game or withdraws a contract', () => {
    assert.notEqual(category(tool('withdraw_from_arena', 'Withdraw from an arena.')), 'Financial');
    assert.notEqual(category(tool('withdraw_contract', 'Withdraws a sent contract.')), 'Financial');
    assert.equal(category(tool('withdraw_funds', 'Withdraw funds to a bank account.')), 'Financial');
  });
});

describe('The level of a change', () => {
  it('is Low for what is put on and taken off with one touch', () => {
    assert.equal(risk(tool('add_reaction', 'Add a reaction to a message.')), 'Low');
    assert.equal(risk(tool('add_note', 'Add a note to a message.')), 'Medium');
  });

  it('is not High for a new folder, as it is for a file', () => {
    const path = { path: text('Path of the file or folder') };
    assert.equal(risk(tool('create_directory', 'Create a new directory.', path)), 'Medium');
    assert.equal(risk(tool('write_file', 'Write text to a file.', path)), 'High');
  });
});

describe('The level of a query', () => {
  it('is Low on public knowledge and measurements of machines', () => {
    const query = { query: text('The query') };
    assert.equal(risk(tool('execute_sparql', 'Execute a SPARQL query on Wikidata.', query)), 'Low');
    assert.equal(risk(tool('run_query', 'Run a read-only SQL query on the database.', query)), 'Medium');
  });
});
