import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeByRules } from '../../../classifier/judges/rules.ts';
import type { Verdict } from '../../../src/model/classification.ts';
import { tool, text, type Cases } from '../signals/cases.ts';

type Definition = Cases['yes'][number];

const judge = (definition: Definition, name = 'a-server', description?: string): Verdict =>
  judgeByRules({ server: { name, ...(description === undefined ? {} : { description }) }, tool: definition });
const has = (verdict: Verdict, id: string) => verdict.signals.some((each) => each.id === id);

describe('Tools whose rating is promised', () => {
  for (const words of [
    'Generate copy-paste integration code for a template and framework.',
    'Returns ready-made integration code for the chosen template and framework',
  ])
    it(`returning code is reading or writing: ${words}`, () => {
      const { category } = judge(
        tool('generate_integration_code', words, {
          template: text('Name of the template'),
          framework: text(),
        }),
        'Kamy',
      );
      assert.ok(['Read', 'Write'].includes(category), category);
    });

  for (const [description, properties] of [
    [undefined, undefined],
    ['An MCP server that drives a command-line coding agent', undefined],
    [undefined, { prompt: text(), language: text() }],
    ['Runs a coding agent', { prompt: text(), language: text() }],
  ] as const)
    it(`generated code of which nothing is said may be run (${description ?? 'silent server'})`, () => {
      const verdict = judge(tool('code_generate', undefined, properties), 'CodexMCP', description);
      assert.deepEqual([verdict.category, verdict.risk], ['Execute', 'High']);
      assert.ok(verdict.confidence < 0.7);
      assert.ok(has(verdict, 'no-description'));
      assert.match(verdict.rationale, /no description/);
    });

  it('starting something undescribed is execution', () => {
    const verdict = judge(tool('policy_generation_start'), 'Amazon EKS MCP Server');
    assert.equal(verdict.category, 'Execute');
    assert.ok(verdict.confidence < 0.7);
  });

  for (const definition of [
    tool('end_codegen_session', 'End the current code generation session and write the generated test file'),
    tool('end_codegen_session', 'End a code generation session and generate the test file', {
      sessionId: text(),
    }),
    tool('end_codegen_session', undefined, { sessionId: text() }),
  ])
    it(`ending a session that leaves a file is writing: ${definition.description ?? 'undescribed'}`, () => {
      const { category, risk } = judge(definition);
      assert.deepEqual([category, risk], ['Write', 'Medium']);
    });

  for (const words of [
    'Отправить коммерческое предложение клиенту по электронной почте',
    'Отправляет КП на почту клиента',
    'Подготовить и выслать заказчику письмо с предложением',
    'Рассылка коммерческого предложения',
  ])
    it(`sending mail in Russian is writing: ${words}`, () => {
      const { category, risk } = judge(tool('send_kp_email', words, { email: text('Адрес клиента') }));
      assert.equal(category, 'Write');
      assert.ok(['Medium', 'High'].includes(risk), risk);
    });
});

describe('A tool without a description', () => {
  it('never earns a confidence of 0.7', () => {
    for (const name of ['list_notes', 'delete_note', 'send_email', 'ping', 'blob'])
      assert.ok(judge(tool(name)).confidence < 0.7, name);
  });

  it('is at least Medium when its name holds a verb of change', () => {
    for (const name of ['set_context', 'like_post', 'close_session', 'toggle_light', 'start_timer'])
      assert.ok(judge(tool(name)).risk !== 'Low', name);
  });

  it('is read in the light of a server that runs commands', () => {
    const verdict = judge(tool('remote'), 'ops', 'Runs commands over SSH.');
    assert.equal(verdict.category, 'Execute');
    assert.match(verdict.rationale, /the server is described/);
  });
});
