import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { hiddenCharacters } from '../../../src/model/display.ts';
import { Decision, Preset, type Policy } from '../../../src/model/policy.ts';
import { exportPolicy } from '../../../src/policy/export.ts';
import { fit, type FittedRule } from '../../../src/policy/fit.ts';
import type { ExportFile, Format } from '../../../src/policy/format.ts';
import { hostilePolicy } from '../hostile-names.ts';
import { catalogueSamplePolicies } from '../sample-policy.ts';

/** What a program does with a call of a tool, as its files say. Not offering a tool is the strictest way to deny it. */
export type Decide = (tool: string, rule: FittedRule) => Exclude<Decision, 'hide'>;

/** The alias under which these tests export. */
export const alias = 'stub';

const closed = (decision: Decision): Exclude<Decision, 'hide'> => (decision === 'hide' ? 'deny' : decision);

/** The text of the exported file with this name. */
export function textOf(files: readonly ExportFile[], name: string): string {
  const text = files.find((file) => file.name === name)?.text;
  assert.ok(text !== undefined, `There is no ${name}.`);
  return text;
}

/**
 * What every export has to be, tried on 200 tools of the catalogue and on names made to break it. `read` follows the
 * rules of the program, not those of the exporter: from the files to the decision about a tool by the server's own name.
 */
export function holdsPolicies(format: Format, read: (files: ExportFile[]) => Decide): void {
  const check = (policy: Policy): void => {
    const { files, warnings } = exportPolicy(policy, format, { alias, withGuard: false });
    const { policy: fitted } = fit(policy, format, { withGuard: false });
    const decide = read(files);
    for (const [tool, rule] of fitted.rules) {
      const made = decide(tool, rule);
      if (made === closed(rule.decision)) continue;
      assert.ok(
        warnings.some((warning) => warning.tool === tool),
        `${tool}: ${made} for ${rule.decision}, without a warning`,
      );
      const order = Decision.options;
      assert.ok(order.indexOf(made) > order.indexOf(rule.decision), `${tool}: ${made} for ${rule.decision}`);
    }
  };

  for (const preset of Preset.options)
    it(`decides 200 tools of the catalogue as the ${preset} policy does`, () => {
      catalogueSamplePolicies(preset).forEach(check);
    });

  it('decides tools of any name as the policy does, or stricter with a warning', () => {
    fc.assert(fc.property(hostilePolicy, check));
  });

  it('shows every character it holds, ends each file with one newline, and names each once', () => {
    fc.assert(
      fc.property(hostilePolicy, fc.boolean(), (policy, withGuard) => {
        const { files } = exportPolicy(policy, format, { alias, withGuard });
        assert.equal(new Set(files.map(({ name }) => name)).size, files.length);
        for (const { text, name } of files) {
          assert.deepEqual(hiddenCharacters(text), []);
          assert.match(text, /[^\n]\n$/);
          assert.match(name, /^[A-Za-z0-9_.-]+$/);
        }
      }),
    );
  });
}

/** Whether a `*` in a pattern stands for any text, and everything else for itself. */
export function matches(pattern: string, name: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]*')}$`).test(name);
}
