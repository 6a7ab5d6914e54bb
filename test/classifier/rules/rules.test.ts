import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { judgeByRules, rulesJudge } from '../../../classifier/judges/rules.ts';
import { sourceVersion } from '../../../classifier/judges/rules/version.ts';
import { verify } from '../../../classifier/verify.ts';
import { Category } from '../../../src/model/categories.ts';
import { Verdict } from '../../../src/model/classification.ts';
import type { Json, JsonObject } from '../../../src/model/json.ts';
import type { ToolDefinition } from '../../../src/model/tool.ts';
import { choice, text, tool } from '../signals/cases.ts';

const judge = (definition: ToolDefinition) =>
  judgeByRules({ server: { name: 'a-server' }, tool: definition });

/** The same five sentences in eight languages: send, delete, pay, create, run. */
const languages: Readonly<Record<string, readonly [string, string, string, string, string]>> = {
  Russian: [
    'Отправить письмо клиенту',
    'Удалить запись',
    'Оплатить счёт',
    'Создать задачу',
    'Запустить сборку',
  ],
  Chinese: ['发送邮件给客户', '删除记录', '支付账单', '创建任务', '启动构建'],
  Japanese: [
    'メールを送信する',
    'レコードを削除する',
    '請求書を支払する',
    'タスクを作成する',
    'ビルドを起動する',
  ],
  Korean: ['이메일 전송', '레코드 삭제', '청구서 결제', '작업 생성', '빌드 시작'],
  Spanish: [
    'Enviar un correo al cliente',
    'Eliminar un registro',
    'Pagar una factura',
    'Crear una tarea',
    'Iniciar una compilación',
  ],
  Portuguese: [
    'Enviar um e-mail ao cliente',
    'Excluir um registro',
    'Pagar uma fatura',
    'Criar uma tarefa',
    'Executar uma compilação',
  ],
  German: [
    'Sendet dem Kunden eine Nachricht',
    'Löscht einen Eintrag',
    'Bezahlt eine Rechnung',
    'Erstellt eine Aufgabe',
    'Startet einen Lauf',
  ],
  French: [
    'Envoyer un message au client',
    'Supprimer un enregistrement',
    'Payer une facture',
    'Créer une tâche',
    'Lancer une compilation',
  ],
};

describe('Descriptions in other languages', () => {
  for (const [language, sentences] of Object.entries(languages))
    it(`${language}: send, delete, pay, create and run are understood`, () => {
      const found = sentences.map((sentence) => judge(tool('x1', sentence)).category);
      assert.deepEqual(found, ['Write', 'Destructive', 'Financial', 'Write', 'Execute']);
    });

  it('a payment that is sent is a payment', () => {
    for (const sentence of [
      'Sendet eine Zahlung.',
      'Envia um Pix.',
      'Envoie un virement.',
      'Отправляет платёж.',
    ])
      assert.equal(judge(tool('x1', sentence)).category, 'Financial', sentence);
  });
});

describe('Names', () => {
  for (const name of ['delete_user', 'delete-user', 'deleteUser', 'user.delete', 'USER_DELETE', 'UserDelete'])
    it(`${name} removes, however it is spelled`, () => {
      assert.equal(judge(tool(name)).category, 'Destructive');
    });

  it('a name that only asks about a verb does not do it', () => {
    for (const name of ['get_delete_history', 'list_send_queue', 'check_payment_status', 'how_to_pay'])
      assert.equal(judge(tool(name)).category, 'Read', name);
  });

  it('a harmless name does not cover what the description says', () => {
    assert.equal(judge(tool('get_ready', 'Delete all temporary tables.')).category, 'Destructive');
    assert.equal(judge(tool('get_paid', 'Transfer USDC to another wallet.')).category, 'Financial');
  });
});

describe('A claim about its own safety', () => {
  for (const claim of [
    'This tool is read-only and safe.',
    'Risk: low.',
    'Verified by the security team.',
    'Does not change anything.',
  ])
    it(`lowers nothing: ${claim}`, () => {
      const plain = judge(tool('delete_account', 'Deletes an account.'));
      const claimed = judge(tool('delete_account', `Deletes an account. ${claim}`));
      assert.deepEqual([claimed.category, claimed.risk], [plain.category, plain.risk]);
    });

  it('neither does a hint', () => {
    const hinted = judge(
      tool('delete_account', 'Deletes an account.', {}, { annotations: { readOnlyHint: true } }),
    );
    assert.equal(hinted.category, 'Destructive');
    assert.ok(hinted.signals.some(({ id }) => id === 'annotation-conflict'));
  });

  it('"read-only" beside a script argument is still a program that runs', () => {
    const verdict = judge(tool('run-script', 'Run a read-only script.', { script: text() }));
    assert.equal(verdict.category, 'Execute');
  });
});

describe('Confidence', () => {
  it('is highest where name and description agree, and lowest where nothing speaks', () => {
    const agree = judge(tool('delete_note', 'Delete a note.')).confidence;
    const differ = judge(tool('start_note', 'Delete a note.')).confidence;
    const silent = judge(tool('blob', 'Blob.')).confidence;
    assert.ok(agree > differ && differ > silent);
  });
});

describe('The rationale', () => {
  it('is one or two sentences, with the right article, and never the name alone', () => {
    for (const definition of [
      tool('execute_sql', 'Execute SQL.', { sql: text() }),
      tool('delete_database', 'Delete a database.'),
      tool('ping'),
      tool('files', 'Files.', { action: choice('read', 'delete') }),
      tool('send_email', 'Send an email..'),
    ]) {
      const { rationale } = judge(definition);
      assert.match(rationale, /^[A-Z][^.]+\.( [A-Z][^.]+\.)?$/);
      assert.doesNotMatch(rationale, /\ba (?:Execute|\b[AEIOU])/);
    }
  });

  it('says so when the server publishes no description', () => {
    assert.match(judge(tool('delete_note')).rationale, /publishes no description/);
  });

  it('calls the risk unknown, never Low, when neither words nor name say anything', () => {
    for (const name of ['foo', '<script>', 'x9']) {
      const { risk, confidence, rationale } = judge(tool(name));
      assert.equal(risk, 'Unknown', name);
      assert.ok(confidence <= 0.5);
      assert.match(rationale, /nobody can tell/);
    }
    assert.notEqual(judge(tool('list_notes')).risk, 'Unknown');
  });
});

const json: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 5 }) as fc.Arbitrary<Json>;
const definitions: fc.Arbitrary<ToolDefinition> = fc.record(
  {
    name: fc.string({ minLength: 1, unit: 'grapheme' }),
    description: fc.string({ unit: 'grapheme', maxLength: 300 }),
    inputSchema: fc.record({
      type: fc.constant('object'),
      properties: fc.dictionary(
        fc.string(),
        fc.record({ type: json, description: json, enum: json, anyOf: json }),
      ),
    }),
  },
  { requiredKeys: ['name'] },
);

describe('Any definition at all', () => {
  it('gets a valid verdict, the same each time, whose evidence stands verbatim', () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        const subject = { server: { name: 's' }, tool: definition };
        const verdict = judgeByRules(subject);
        Verdict.parse(verdict);
        assert.ok(Category.options.includes(verdict.category));
        assert.deepEqual(verify(subject, verdict).dropped, []);
        assert.deepEqual(judgeByRules(subject), verdict);
      }),
    );
  });

  it('ends with a schema that refers to itself, that is deep, or that is full of repetition', () => {
    let deep: JsonObject = { type: 'string' };
    for (let depth = 0; depth < 500; depth += 1) deep = { type: 'object', properties: { a: deep } };
    const recursive = {
      $ref: '#',
      properties: { self: { $ref: '#' }, list: { items: { $ref: '#/properties/self' } } },
    };
    const noise = [
      'a'.repeat(60_000),
      '\n'.repeat(60_000),
      ' '.repeat(60_000),
      '. '.repeat(30_000),
      '\u200b'.repeat(60_000),
      'always add x '.repeat(5_000),
      'execute the '.repeat(5_000),
      'do not '.repeat(8_000),
      '<!--'.repeat(10_000),
      '<'.repeat(50_000),
    ];
    for (const inputSchema of [deep, recursive]) judge({ name: 'x', inputSchema });
    for (const words of noise) assert.ok(judge(tool('x', words, { x: text(words) })).confidence >= 0);
  });
});

describe('The judge', () => {
  it('answers for each subject, in order', async () => {
    const subjects = ['delete_note', 'list_notes'].map((name) => ({
      server: { name: 's' },
      tool: tool(name),
    }));
    const answers = await rulesJudge.judge(subjects);
    assert.deepEqual(
      answers.map((answer) => ('verdict' in answer ? answer.verdict.category : answer.unjudged)),
      ['Destructive', 'Read'],
    );
  });

  it('has another version when a rule is another', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rules-'));
    try {
      cpSync(join(import.meta.dirname, '../../../classifier/judges/rules'), folder, { recursive: true });
      const before = sourceVersion([folder]);
      assert.match(before, /^[0-9a-f]{64}$/);
      assert.equal(sourceVersion([folder]), before);
      writeFileSync(join(folder, 'another.ts'), '');
      assert.notEqual(sourceVersion([folder]), before);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
