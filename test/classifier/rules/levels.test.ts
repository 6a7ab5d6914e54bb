import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeByRules } from '../../../classifier/judges/rules.ts';
import type { ToolDefinition } from '../../../src/model/tool.ts';
import { flag, list, text, tool } from '../signals/cases.ts';

const judge = (definition: ToolDefinition) =>
  judgeByRules({ server: { name: 'a-server' }, tool: definition });
const rated = (definition: ToolDefinition) => {
  const { category, risk } = judge(definition);
  return `${category} ${risk}`;
};
const path = { path: text('Path to the file') };

describe('The level of a tool that reads', () => {
  it('is Medium for any file of the machine, also where the text only sends to another tool', () => {
    assert.equal(rated(tool('read_text_file', 'Read a text file.', path)), 'Read Medium');
    const old = 'Read a file as text. DEPRECATED: use read_text_file instead.';
    assert.equal(rated(tool('read_file', old, path)), 'Read Medium');
    assert.equal(rated(tool('read_file', 'Read a file of a repository.', path)), 'Read Low');
  });

  it('is Medium for people and Low for the messages of a console', () => {
    assert.equal(rated(tool('get_users', 'List all users')), 'Read Medium');
    assert.equal(rated(tool('list_console_messages', 'List all console messages of the page.')), 'Read Low');
  });

  it('is not raised by an address that no argument takes', () => {
    const page = (properties: Parameters<typeof tool>[2]) =>
      tool('get_page', 'Load the web page.', properties);
    assert.equal(rated(page({ url: text() })), 'Read Medium');
    assert.equal(rated(page({ pageId: text() })), 'Read Low');
  });

  it('is High for a token, and not where a token is only decoded', () => {
    assert.equal(rated(tool('get_token', 'Return a JWT token for the site.')), 'Read High');
    assert.equal(rated(tool('decode_token', 'Decode a JWT token.')), 'Read Low');
  });
});

describe('The level of a tool that writes', () => {
  it('is High for a named file, and Medium where an argument only says which repository', () => {
    assert.equal(rated(tool('write_file', 'Write a file.', path)), 'Write High');
    const commit = tool('commit', 'Create a commit.', { path: text('Path to the repository') });
    assert.equal(rated(commit), 'Write Medium');
    const copy = tool('clone', 'Clone a project.', { path: text('Destination path of the repository') });
    assert.equal(rated(copy), 'Write High');
  });

  it('is High where a switch skips a safeguard', () => {
    assert.equal(rated(tool('push', 'Push commits.', { force: flag })), 'Write High');
  });

  it('is Low where it only chooses where later calls work', () => {
    const choose = (name: string, verb: string) =>
      tool(name, `${verb} the working directory of the session.`, { path: text('Folder') });
    assert.equal(rated(choose('set_directory', 'Set')), 'Write Low');
    assert.notEqual(rated(choose('save_directory', 'Save')), 'Write Low');
  });

  it('is High for scripts, for a new secret and for a lock that is taken off, and Low for one put on', () => {
    assert.equal(rated(tool('update_script', 'Update a script.')), 'Write High');
    assert.equal(rated(tool('regenerate_secret', 'Regenerate the secret of a hook.')), 'Write High');
    assert.equal(rated(tool('disable_lock', 'Disable the transfer lock of a domain.')), 'Write High');
    assert.equal(rated(tool('enable_lock', 'Enable the transfer lock of a domain.')), 'Write Low');
  });
});

describe('The level of a tool that acts', () => {
  it('is High where it hands over local files, whatever the verb', () => {
    const files = { paths: list('Paths of files') };
    assert.equal(rated(tool('page_drop', 'Drop files onto an element.', files)), 'Execute High');
    assert.equal(rated(tool('page_upload', 'Upload files.', files)), 'Write High');
    assert.equal(rated(tool('page_drop', 'Drop an element onto another element.')), 'Execute Medium');
  });

  it('is High for a script inside a page and Critical for one on the machine', () => {
    const code = { function: text('JavaScript to run'), code: text('Code to execute') };
    assert.equal(rated(tool('run_code', 'Run code inside the target page.', code)), 'Execute High');
    assert.equal(rated(tool('run_code', 'Run code.', code)), 'Execute Critical');
  });

  it('is that of starting something when only the name looks', () => {
    assert.equal(judge(tool('detect_sites', 'Trigger a scan to detect sites.')).category, 'Execute');
    assert.equal(judge(tool('detect_sites', 'Triggers when sites are to be detected.')).category, 'Read');
  });
});

describe('Money', () => {
  it('is not moved by a setting or a provider', () => {
    assert.equal(judge(tool('set_method', 'Set the default payment method.')).category, 'Write');
    assert.equal(judge(tool('create_link', 'Create a payment provider connect link.')).category, 'Write');
  });

  it('is moved where the text says that the call places an order, and bound by a renewal', () => {
    const order = tool('create_order', 'Create a purchase order. This endpoint places an order for items.');
    assert.equal(rated(order), 'Financial Critical');
    assert.equal(rated(tool('enable_auto_renewal', 'Enable auto-renewal.')), 'Financial High');
  });
});

describe('The rationale', () => {
  it('says one verb once, however it is spelled', () => {
    assert.match(
      judge(tool('Restart', 'Restarts the app.')).rationale,
      /^Name and description say "restart"/,
    );
  });

  it('says that a program comes with an argument where the verb is another', () => {
    const timer = tool('create_timer', 'Create a timer for the terminal.', { command: text() });
    assert.match(judge(timer).rationale, /an argument carries a program, so a call can have it run/);
  });

  it('says that an answer can be saved', () => {
    const shot = tool('take_screenshot', 'Take a screenshot.', { path: text('Absolute path to save it to') });
    assert.match(judge(shot).rationale, /because the answer can be saved to a file that the caller names/);
  });
});
