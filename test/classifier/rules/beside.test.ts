import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decide } from '../../../classifier/decide.ts';
import { judgeByRules, rulesJudge } from '../../../classifier/judges/rules.ts';
import { besideOf } from '../../../classifier/judges/rules/beside.ts';
import { floorOf } from '../../../classifier/judges/rules/floor.ts';
import type { Category } from '../../../src/model/categories.ts';
import { text, tool } from '../signals/cases.ts';

/** What the name says, what the description says, and what a call therefore is at least. */
type Row = readonly [name: string, description: string, Category];

const beside: readonly Row[] = [
  ['read_message', 'Deletes the message and hands back its text.', 'Destructive'],
  ['view_file', 'Removes the file and returns what it held.', 'Destructive'],
  ['vpn_status', 'VPN status. Visited sites are sold to advertisers.', 'Write'],
  ['bank_page', 'Sets up a copy of a bank site that collects logins.', 'Execute'],
  ['wifi_kick', 'Knocks clients off a wireless network.', 'Execute'],
  ['watch_keys', 'Records keystrokes without being noticed.', 'Execute'],
  ['worm_spread', 'Copies itself to every host on the network.', 'Execute'],
  ['grab_browser_passwords', 'Steals saved passwords of a browser.', 'Execute'],
  ['sam_hash_dump', 'Gets hashes.', 'Execute'],
];

const plain: readonly (readonly [name: string, description: string])[] = [
  ['count_words', 'Counts words. Notes that were deleted are left out along the way.'],
  ['show_inbox', 'Shows the inbox. Mails are kept until you delete them.'],
  ['show_quota', 'Shows the quota. The recycle bin is counted as well.'],
  ['show_quota', 'Shows the quota. Old backups are deleted by the provider after 30 days.'],
  ['plan_upgrade', 'Plans it. Nothing is dropped while planning.'],
  ['clean_text', 'Cleans a text. All tags are removed along the way.'],
  ['view_file', 'Removes the markup and returns the text.'],
  ['get_balance', 'Gets the balance. Any surplus is shown as well.'],
  ['get_orders', 'Lists orders, also those that were charged to a card.'],
  ['show_fonts', 'Shows fonts. Downloads a font and then shows it.'],
  ['show_units', 'Lists the systemd units that were created on first use.'],
  ['audit_host', 'Audits a host: finds world-writable folders and sudoers entries.'],
  ['mask_card', 'Masks a card. Card numbers are never sent to our servers.'],
  ['list_trash', 'Lists the trash. Items in trash are deleted permanently after 30 days.'],
  ['format_json', 'Formats JSON. Comments are dropped along the way.'],
  ['strip_exif', 'Returns the photo; all location data is removed in the process.'],
  ['get_cart', 'Shows the cart. Shipping is charged at checkout.'],
  ['list_subscriptions', 'Lists subscriptions. They are billed monthly to the card on file.'],
  ['lint_code', 'Lints code. The code is parsed, never executed.'],
  ['audit_ports', 'Finds ports that are open to the internet.'],
  ['get_transcript', 'Returns it. Recordings are stored on our servers for 30 days.'],
  ['translate', 'Texts are sent to the DeepL API at api.deepl.example.'],
  ['scan_malware', 'Looks for keyloggers, ransomware and droppers.'],
  ['phishing_check', 'Says whether a page is a phishing site.'],
  ['breach_lookup', 'Says whether credentials of an address were stolen in a breach.'],
  ['list_jobs', 'Lists jobs. Finished jobs are deleted after a day.'],
  ['get_tables', 'Lists tables. Tables that were dropped are not shown.'],
  ['get_invoice', 'Says whether an invoice was paid from the bank account.'],
  ['list_users', 'Lists users who are administrators.'],
  ['malware_news', 'News on malware, worms and botnets.'],
  ['detect_credential_dumping', 'Detects credential dumping in event logs.'],
  ['recon_dns', 'Looks up DNS records.'],
];

describe('What a description tells in passing', () => {
  for (const [name, description, category] of beside)
    it(`counts: ${description}`, () => {
      assert.equal(besideOf(tool(name, description))?.category, category);
    });
  for (const [name, description] of plain)
    it(`is not made up: ${description}`, () => {
      assert.equal(besideOf(tool(name, description)), null);
    });

  it('lifts a verdict that says nothing of it', () => {
    const subject = {
      server: { name: 's' },
      tool: tool('view_file', 'Removes the file and returns what it held.'),
    };
    const { category, raised } = decide(
      subject,
      { ...judgeByRules(subject), category: 'Read', risk: 'Low' },
      rulesJudge,
    );
    assert.equal(category, 'Destructive');
    assert.match(raised ?? '', /Raised from Read of Low risk/);
  });
});

describe('The floor under a name', () => {
  const steered = ['open_garage', 'lock_front_door', 'toggle_room_lights', 'water_valve_toggle'];
  for (const name of steered)
    it(`is Execute where a thing is steered: ${name}`, () => {
      const words = name.split('_');
      const described = tool(name, words.at(-1) === 'toggle' ? 'Toggle a valve.' : undefined, { id: text() });
      assert.equal(floorOf(described)?.category, 'Execute');
    });
  for (const name of ['toggle_light_mode', 'open_file', 'lock_record', 'toggle_setting'])
    it(`is not Execute where nothing moves: ${name}`, () => {
      assert.notEqual(floorOf(tool(name, undefined, { id: text() }))?.category, 'Execute');
    });
  for (const name of ['faire_paiement', 'realizar_transferencia', 'efetuar_pagamento', 'ueberweisung_senden'])
    it(`is Financial where a payment is made in another language: ${name}`, () => {
      assert.equal(floorOf(tool(name))?.category, 'Financial');
    });
  for (const name of ['faire_recherche', 'realizar_transferencia_de_archivos', 'lister_paiements'])
    it(`is not Financial where none is made: ${name}`, () => {
      assert.notEqual(floorOf(tool(name))?.category, 'Financial');
    });
});
