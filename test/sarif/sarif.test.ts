import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sarifLog, type SarifFinding } from '../../src/sarif/sarif.ts';

const rule = { id: 'tool-risk', summary: 'A tool of high risk.', help: 'Deny it.' };
const finding = (changes: Partial<SarifFinding>): SarifFinding => ({
  ...{ rule: rule.id, risk: 'High', message: 'It deletes.', file: null, line: null, subject: 'files/delete' },
  ...changes,
});
const resultOf = (changes: Partial<SarifFinding>) =>
  sarifLog('1.0.0', [rule], [finding(changes)]).runs[0]?.results?.[0];

describe('findings as SARIF', () => {
  it('are results of one run that lists every rule', () => {
    const log = sarifLog('1.2.3', [rule], []);
    assert.equal(log.version, '2.1.0');
    assert.deepEqual(
      log.runs[0]?.tool.driver.rules?.map(({ id }) => id),
      ['tool-risk'],
    );
  });

  it('fail a build from High on, and never take Unknown for harmless', () => {
    const levels = (['Critical', 'High', 'Medium', 'Low', 'Unknown'] as const).map(
      (risk) => resultOf({ risk })?.level,
    );
    assert.deepEqual(levels, ['error', 'error', 'warning', 'note', 'warning']);
  });

  it('name file and line where there are any', () => {
    const place = (changes: Partial<SarifFinding>) => resultOf(changes)?.locations?.[0]?.physicalLocation;
    assert.deepEqual(place({ file: '.mcp.json', line: 3 }), {
      artifactLocation: { uri: '.mcp.json' },
      region: { startLine: 3 },
    });
    assert.deepEqual(place({ file: '/home/a b/#x.json' }), {
      artifactLocation: { uri: 'file:///home/a%20b/%23x.json' },
    });
    assert.equal(place({}), undefined);
  });

  it('are known again in the next run whatever the words', () => {
    const print = (changes: Partial<SarifFinding>) => resultOf(changes)?.partialFingerprints;
    assert.deepEqual(print({ message: 'Now in other words.', line: 9 }), print({}));
    assert.notDeepEqual(print({ subject: 'files/move' }), print({}));
  });

  it('show what outside text hides', () => {
    assert.match(resultOf({ message: 'a\u202eb\u001b[2J' })?.message.text ?? '', /⟨U\+202E⟩b⟨U\+001B⟩/);
  });
});
