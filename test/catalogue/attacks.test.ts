import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { readAttacks } from '../../src/catalogue/attacks.ts';
import { locations } from '../../src/model/locations.ts';
import { UserError } from '../../src/terminal/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'placard-attacks-'));
after(() => {
  rmSync(folder, { recursive: true });
});

const real = readFileSync(join(locations.attacks, 'ssrf.json'), 'utf8');

/** What is said when the folder holds this one file. */
function said(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  try {
    readAttacks(folder);
    return '';
  } catch (error) {
    assert.ok(error instanceof UserError);
    return error.message;
  } finally {
    rmSync(join(folder, name));
  }
}

describe('reading the attack base', () => {
  it('takes a file as it is committed, and leaves other files alone', () => {
    assert.equal(said('ssrf.json', real), '');
    assert.equal(said('notes.md', 'not a pattern'), '');
  });

  it('names file, field and next step when a file is wrong', () => {
    const message = said('ssrf.json', real.replace('"p:url"', '"p:address"'));
    assert.match(message, /ssrf\.json: this is no attack pattern:[^]*needs\.legs[^]*data\/README\.md/);
    assert.match(said('ssrf.json', real.replace('"summary"', '"sumary"')), /sumary/);
    assert.match(said('ssrf.json', real.slice(0, 40)), /ssrf\.json: this is not JSON \(/);
  });

  it('refuses a pattern under another name than its own, so that no id stands twice', () => {
    assert.match(said('other.json', real), /its id is ssrf, so it belongs into ssrf\.json/);
  });

  it('says that the folder is missing', () => {
    assert.throws(() => readAttacks(join(folder, 'gone')), /gone: there is no such folder\.\nGet it back/);
  });
});
