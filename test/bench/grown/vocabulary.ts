import { wordsOf } from '../../../src/model/name-words.ts';
import { isObject, type JsonObject } from '../../../src/model/json.ts';
import type { CatalogueServer } from '../../../src/model/server.ts';

/** What a catalogue is made of, ready to be put together anew. */
export interface Vocabulary {
  /** Servers with tools: where definitions and ratings are taken from. */
  servers: readonly CatalogueServer[];
  /** Words of tool names, each once. */
  words: readonly string[];
  /** Sentences of descriptions, short enough to be added to another. */
  sentences: readonly string[];
  /** Arguments that a call need not give. */
  properties: readonly (readonly [name: string, schema: JsonObject])[];
}

/** The same remark as authors write it who do not write English; most of the catalogue's own vocabulary is English. */
export const foreignSentences = [
  'Gibt die Ergebnisse als Liste zurück; leere Felder fehlen.',
  'Devuelve los resultados como una lista y omite los campos vacíos.',
  'Renvoie les résultats sous forme de liste, sans les champs vides.',
  'Retorna os resultados como uma lista e omite campos vazios.',
  '返回结果列表，空字段会被省略。',
  '結果を一覧で返します。空の項目は省かれます。',
  '결과를 목록으로 반환하며 빈 항목은 생략합니다.',
  'Возвращает результаты списком, без пустых полей.',
] as const;

const sentencesOf = (text: string): string[] =>
  text
    .split(/\n|(?<=[.!?]) /)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /^[A-Z].*\.$/.test(sentence) && sentence.length < 160);

function optionalProperties(schema: JsonObject | undefined): [string, JsonObject][] {
  const properties = isObject(schema?.properties) ? schema.properties : {};
  const required = Array.isArray(schema?.required) ? schema.required : [];
  return Object.entries(properties).flatMap(([name, value]): [string, JsonObject][] =>
    isObject(value) && !required.includes(name) && JSON.stringify(value).length < 400 ? [[name, value]] : [],
  );
}

/** What these servers are made of. */
export function vocabularyOf(all: readonly CatalogueServer[]): Vocabulary {
  const servers = all.filter(({ tools }) => tools.length > 0);
  const definitions = servers.flatMap(({ tools }) => tools.map(({ definition }) => definition));
  const words = definitions.flatMap(({ name }) => wordsOf(name)).filter((word) => /^[a-z]{3,12}$/.test(word));
  const sentences = definitions.flatMap(({ description = '' }) => sentencesOf(description));
  return {
    servers,
    words: [...new Set(words)].sort(),
    sentences: [...new Set(sentences)].sort(),
    properties: definitions.flatMap(({ inputSchema }) => optionalProperties(inputSchema)),
  };
}
