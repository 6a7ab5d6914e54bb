import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { SearchDocument } from '../../src/model/search.ts';
import type { SearchReader } from '../../src/search/reader.ts';
import { codePoint } from '../code-points.ts';
import { ask, filesOf, namesFound, readerOf, server, tool } from './searched.ts';

const files = server('Harbour Files', { known: '@harbour/files files.harbour.example' });
const github = server('GitHub', {
  sources: ['bundled', 'official-registry'],
  reach: ['asked', 'remote-needs-login'],
});
const chinese = server('天气 服务');

const documents: SearchDocument[] = [
  { ...tool('GitHub', github), kind: 'server', slug: github.slug },
  tool('delete_file', files, {
    ...{ risk: 'high', category: 'destructive', signals: ['deletes', 'p:path'] },
    description: 'Removes a file from the warehouse for good.',
  }),
  tool('deleteFolder', files, { risk: 'critical', category: 'destructive', signals: ['deletes'] }),
  tool('read_file', files, { description: 'Reads a file' }),
  tool('create_issue', github, { risk: 'medium', category: 'write', description: 'Opens a new issue' }),
  tool('create_issue_comment', github, { risk: 'medium', category: 'write' }),
  tool('create_issue', files, { risk: 'medium', category: 'write' }),
  tool('list_issues', github),
  tool('show_status', files),
  tool('get_forecast', chinese, { description: '返回未来七天的天气预报' }),
  tool('отправить_письмо', files, { risk: 'medium', category: 'write' }),
  tool('حذف_ملف', files),
  tool('__proto__', files, { description: 'constructor toString hasOwnProperty' }),
  tool('pay⟨U+202E⟩yap', files, { category: 'financial', risk: 'critical' }),
  {
    ...tool('Prompt injection', files),
    ...{ kind: 'attack', slug: 'prompt-injection', server: null, risk: null, category: null },
  },
];

let reader: SearchReader;
before(async () => {
  reader = await readerOf(filesOf(documents));
});

describe('a search by name', () => {
  for (const typed of [
    ...[
      'delete_file',
      'deleteFile',
      'delete file',
      'DELETE-FILE',
      'deletefile',
      'file delete',
      'file_delete',
    ],
    ...['delete_fil', 'delet file', 'dleete file', 'delete flie', 'deleet fiel', 'delete files'],
  ])
    it(`finds delete_file as “${typed}”`, async () => {
      assert.equal((await namesFound(reader, typed))[0], 'delete_file of Harbour Files');
    });

  it('forgives a slip in a word that ends in s, which is no plural', async () => {
    assert.equal((await namesFound(reader, 'show stauts'))[0], 'show_status of Harbour Files');
    assert.equal((await namesFound(reader, 'list isuses'))[0], 'list_issues of GitHub');
  });

  it('finds a name in any script, by its words and by their beginnings', async () => {
    assert.equal((await namesFound(reader, 'письмо отправить'))[0], 'отправить_письмо of Harbour Files');
    assert.equal((await namesFound(reader, 'отправ'))[0], 'отправить_письмо of Harbour Files');
    assert.equal((await namesFound(reader, 'ملف'))[0], 'حذف_ملف of Harbour Files');
  });

  it('tells tools of one name apart by the server', async () => {
    assert.equal((await namesFound(reader, 'github create issue'))[0], 'create_issue of GitHub');
    assert.equal((await namesFound(reader, 'create issue harbour'))[0], 'create_issue of Harbour Files');
  });

  it('finds servers and what is no tool', async () => {
    assert.equal((await namesFound(reader, 'github'))[0], 'GitHub');
    assert.equal((await namesFound(reader, 'prompt injektion'))[0], 'Prompt injection');
  });

  it('says how it understood what it had to read differently', async () => {
    assert.deepEqual((await ask(reader, 'dleete file')).understood, ['delete', 'file']);
    assert.equal((await ask(reader, 'delete file')).understood, null);
  });
});

describe('a search by description', () => {
  it('finds words of a description and of the packages of a server', async () => {
    assert.deepEqual(await namesFound(reader, 'warehouse good'), ['delete_file of Harbour Files']);
    assert.ok(
      (await namesFound(reader, 'files.harbour.example read')).includes('read_file of Harbour Files'),
    );
  });

  it('finds any part of a text without spaces', async () => {
    for (const typed of ['天气预报', '七天', '未来七天的'])
      assert.equal((await namesFound(reader, typed))[0], 'get_forecast of 天气 服务', typed);
  });
});

describe('a filter', () => {
  const named = async (typed: string) => (await namesFound(reader, typed)).sort();

  it('stands alone', async () => {
    assert.deepEqual(await named('risk:critical'), [
      'deleteFolder of Harbour Files',
      'pay⟨U+202E⟩yap of Harbour Files',
    ]);
    assert.deepEqual(await named('kind:attack'), ['Prompt injection']);
    assert.deepEqual(await named('signal:path'), ['delete_file of Harbour Files']);
  });

  it('narrows words and other filters; values of one facet are alternatives', async () => {
    assert.deepEqual(await named('delete risk:high'), ['delete_file of Harbour Files']);
    assert.deepEqual(await named('risk:high risk:critical signal:deletes'), [
      'deleteFolder of Harbour Files',
      'delete_file of Harbour Files',
    ]);
    assert.deepEqual(await named('risk:critical category:financial'), ['pay⟨U+202E⟩yap of Harbour Files']);
    assert.deepEqual(
      await named('issue reach:needs-login source:official-registry server:github risk:medium'),
      ['create_issue of GitHub', 'create_issue_comment of GitHub'],
    );
  });

  it('lets nothing through that does not have it', async () => {
    assert.deepEqual(await named('delete risk:low'), []);
    assert.equal((await ask(reader, 'server:nowhere')).found.length, 0);
  });
});

describe('a hostile query', () => {
  for (const typed of [
    ...[
      '__proto__',
      'constructor',
      'hasOwnProperty',
      'toString',
      '.*',
      '(a+)+$',
      '\\',
      '[',
      '\u202e',
      '\0',
      '💣',
      ':',
    ],
    ...['risk:', ':critical', 'risk:__proto__', 'constructor:x', 'server:../../etc', 'a'.repeat(10_000)],
    'delete '.repeat(2_000),
  ])
    it(`${JSON.stringify(typed.slice(0, 20))} is answered`, async () => {
      const { found, further } = await ask(reader, typed);
      assert.ok(found.length + further.length <= documents.length);
    });

  it('of any characters is answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: codePoint, maxLength: 300 }), async (typed) => {
        assert.ok(Array.isArray((await ask(reader, typed)).found));
      }),
      { numRuns: 60 },
    );
  });

  it('finds a name that is one of JavaScript’s own', async () => {
    assert.equal((await namesFound(reader, '__proto__'))[0], '__proto__ of Harbour Files');
    assert.equal((await namesFound(reader, 'tostring'))[0], '__proto__ of Harbour Files');
  });
});

describe('an index that is damaged', () => {
  const broken = async (text: string, which: RegExp): Promise<SearchReader> => {
    const made = filesOf(documents);
    return readerOf(new Map([...made].map(([path, was]) => [path, which.test(path) ? text : was])));
  };
  for (const [what, text] of Object.entries({
    cut: '{"a":[1,',
    rubbish: '[[[1]],"x",{}]',
    foreign: '<!doctype html>',
  }))
    it(`is refused, not believed: ${what}`, async () => {
      for (const which of [/\/terms\//, /\/records\//, /\/firsts\//, /\/names\//, /index\.json/])
        await assert.rejects(async () => ask(await broken(text, which), 'delete file'), String(which));
    });

  it('of another version is refused', async () => {
    const root = filesOf(documents).get('/search/index.json') ?? '';
    await assert.rejects(
      () => broken(root.replace('"version":4', '"version":3'), /index\.json/),
      /not what it should be/,
    );
  });

  it('is asked again for a file that was missing', async () => {
    const made = filesOf(documents);
    const held = new Map([...made].filter(([path]) => !path.includes('/records/')));
    const patient = await readerOf(held);
    await assert.rejects(ask(patient, 'delete file'), /is missing/);
    for (const [path, text] of made) held.set(path, text);
    assert.equal((await namesFound(patient, 'delete file'))[0], 'delete_file of Harbour Files');
  });
});
