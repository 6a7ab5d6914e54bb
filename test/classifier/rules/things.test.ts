import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { judgeByRules } from '../../../classifier/judges/rules.ts';
import { nameWords } from '../../../classifier/signals/reading/names.ts';
import { thingOf } from '../../../classifier/signals/reading/words.ts';
import type { ToolDefinition } from '../../../src/model/tool.ts';
import { choice, text, tool } from '../signals/cases.ts';

const judge = (definition: ToolDefinition) =>
  judgeByRules({ server: { name: 'a-server' }, tool: definition });
const rated = (definition: ToolDefinition) => {
  const { category, risk } = judge(definition);
  return `${category} ${risk}`;
};

describe('What a verb is done to', () => {
  const things = {
    'a cron job identified by its uid': 'a cron job',
    'the settings of the website': 'the settings',
    'a list of mailboxes in the account': 'mailboxes',
    'account cron job v1': 'account cron job',
    'cache for all domains': 'cache',
  };
  for (const [words, thing] of Object.entries(things)) {
    it(`is "${thing}" in "${words}"`, () => {
      assert.equal(thingOf(words.split(' ')).join(' '), thing);
    });
  }
});

describe('A removal', () => {
  it('is Critical where the thing itself holds other things, and not where it only belongs to one', () => {
    assert.equal(rated(tool('delete_account', 'Delete an account.')), 'Destructive Critical');
    assert.equal(rated(tool('deleteAccountTimerV1', 'Deletes the timer of an account.')), 'Destructive High');
    assert.equal(rated(tool('clear_site_cache', 'Clear all cache of the website.')), 'Destructive Medium');
  });

  it('is what recreating something from scratch does', () => {
    const machine = tool('recreateMachine', 'Recreate a virtual machine, reinstalling its system.');
    assert.equal(rated(machine), 'Destructive Critical');
  });

  it('is Critical where the contents go too', () => {
    assert.equal(
      rated(tool('delete_folder', 'Delete a folder and all its contents.')),
      'Destructive Critical',
    );
  });

  it('stays a removal where the text says that it cannot be undone, even of a form or a connection', () => {
    assert.equal(rated(tool('delete_form', 'Permanently delete a form.')), 'Destructive High');
    assert.equal(rated(tool('clear_form', 'Clear the form.')), 'Write Medium');
  });

  it('among several actions is rated by what that action removes', () => {
    const manager = (thing: string, removed: string) =>
      tool('stocks', `Manage ${thing}: list them, add new ones, remove ${removed}.`, {
        mode: choice('list', 'add', 'remove'),
      });
    assert.equal(rated(manager('remote repositories', 'remotes')), 'Destructive Medium');
    assert.equal(rated(manager('tags', 'repositories')), 'Destructive Critical');
  });

  it('to a stated default is a change, and a later sentence changes nothing in that', () => {
    assert.equal(judge(tool('reset_title', 'Reset the title of a page to its default.')).category, 'Write');
    const reset = tool('reset', 'Reset the head to a state. Can be used to unstage files.');
    assert.equal(rated(reset), 'Destructive High');
  });
});

describe('A name', () => {
  it('keeps product names whole', () => {
    assert.deepEqual(nameWords('updateWordPressPlugin'), ['update', 'wordpress', 'plugin']);
    assert.deepEqual(nameWords('blog_wordPress'), ['blog', 'wordpress']);
  });

  it('has the same words whether it is all of ASCII or has a word more that is not', () => {
    assert.deepEqual(nameWords('getHTTPUrl2 x1Y--ABc'), ['get', 'http', 'url2', 'x1', 'y', 'a', 'bc']);
    const name = fc.string({ unit: fc.constantFrom('a', 'B', 'c', 'D', '1', ' ', '_', '-', '/', 'GitHub') });
    fc.assert(
      fc.property(name, (ascii) => {
        assert.deepEqual(nameWords(`${ascii} é`), [...nameWords(ascii), 'é']);
      }),
    );
  });

  it('is read after the owner that stands before its camel case', () => {
    const { category, rationale, confidence } = judge(
      tool('mail_listFoldersV1', 'Retrieve the folders of an account.'),
    );
    assert.equal(category, 'Read');
    assert.match(rationale, /^The name says "list" and the description "Retrieve"/);
    assert.ok(confidence > 0.9);
  });

  it('ends in a noun where an article stands before its last word', () => {
    assert.equal(judge(tool('api-get-a-block', 'Docs | Get a block')).category, 'Read');
    assert.equal(rated(tool('api-update-a-block', 'Docs | Update a block')), 'Write Medium');
  });
});

describe('A description', () => {
  it('begins after a label and a bar', () => {
    const page = tool('api-change-page', "Docs | Update a page's text\nErrors:\n403: no read/update right", {
      page: text(),
    });
    assert.equal(judge(page).category, 'Write');
  });

  it('is not cut by the dot inside a name', () => {
    const preview = tool('getSettingsFromArchive', 'Auto-detect Node.js settings in an archive.');
    assert.equal(judge(preview).category, 'Read');
  });

  it('may enable or disable', () => {
    const { rationale } = judge(tool('set_alerts', 'Enables or disables alerts.'));
    assert.match(rationale, /the description "Enables"/);
  });
});
