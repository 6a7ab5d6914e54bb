import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { topicsOf } from '../../../classifier/judges/model/topics.ts';
import { featuresOf } from '../../../classifier/judges/model/features.ts';
import { hear } from '../../../classifier/judges/model/hearing.ts';
import { text, tool } from '../signals/cases.ts';

const topicFacts = (name: string, description: string) => {
  const { it, ruling, level } = hear({
    server: { name: 's' },
    tool: tool(name, description, { id: text() }),
  });
  const told: string[] = [];
  for (const { facts } of featuresOf(it, ruling, level))
    facts((kind, ...content) => told.push(`${kind}:${content.join(' ')}`));
  return told;
};

describe('Topics', () => {
  it('are what different words have in common', () => {
    const shared = topicsOf(['memo']).filter((topic) => topicsOf(['journal']).includes(topic));
    assert.deepEqual(shared, ['record']);
    assert.deepEqual(topicsOf(['xyzzy']), []);
  });

  it('come once each, however many words speak of them', () => {
    const topics = topicsOf(['invoice', 'payment', 'invoice']);
    assert.equal(new Set(topics).size, topics.length);
    assert.ok(topics.includes('money'));
  });

  it('reach the model with what is done', () => {
    const facts = topicFacts('archive_patient', 'Archives a patient.');
    assert.ok(facts.includes('called:person'));
    assert.ok(facts.includes('does keep:person'));
  });
});
