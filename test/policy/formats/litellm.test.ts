import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Policy } from '../../../src/model/policy.ts';
import { exportPolicy } from '../../../src/policy/export.ts';
import type { ExportFile } from '../../../src/policy/format.ts';
import { litellm } from '../../../src/policy/formats/litellm.ts';
import { samplePolicy, sampleRule } from '../sample-policy.ts';
import { alias, holdsPolicies, textOf, type Decide } from './holds-policies.ts';

const Configuration = z.strictObject({
  mcp_servers: z.record(z.string(), z.strictObject({ allowed_tools: z.array(z.string()) })),
});

/**
 * As the two generations of filter_tools_by_allowed_tools decide, of which the milder counts: letter by letter or
 * without case, with the server's name or without, and everything where the list is empty.
 */
function read(files: ExportFile[]): Decide {
  const server = Configuration.parse(parse(textOf(files, 'litellm.yaml'))).mcp_servers[alias];
  return (tool) => {
    if (server === undefined) return 'deny';
    if (server.allowed_tools.length === 0) return 'allow';
    const name = tool.toLowerCase();
    const bare = name.startsWith(`${alias}-`) ? name.slice(alias.length + 1) : name;
    const listed = server.allowed_tools.map((each) => each.toLowerCase());
    return [name, bare, `${alias}-${name}`].some((each) => listed.includes(each)) ? 'allow' : 'deny';
  };
}

const exported = (policy: Policy): ReturnType<typeof exportPolicy> =>
  exportPolicy(policy, litellm, { alias, withGuard: false });

describe('LiteLLM', () => {
  holdsPolicies(litellm, read);

  it('leaves the server out where nothing is open, because an empty list means every tool', () => {
    const { files, warnings } = exported(samplePolicy({ delete_item: sampleRule({ decision: 'deny' }) }));
    assert.deepEqual(parse(textOf(files, 'litellm.yaml')), { mcp_servers: {} });
    assert.ok(warnings.some(({ message }) => message.includes('Take the server out')));
  });

  it('opens no tool that a closed one could be taken for', () => {
    const { files, warnings } = exported(
      samplePolicy({
        read_item: sampleRule(),
        READ_ITEM: sampleRule({ decision: 'deny' }),
        look: sampleRule(),
        'stub-look': sampleRule({ decision: 'hide' }),
        other: sampleRule(),
      }),
    );
    assert.deepEqual(parse(textOf(files, 'litellm.yaml')), {
      mcp_servers: { stub: { allowed_tools: ['other'] } },
    });
    for (const name of ['read_item', 'look']) assert.ok(warnings.some(({ tool }) => tool === name));
  });

  it('has no disallowed_tools, which LiteLLM does not read beside allowed_tools', () => {
    const { files } = exported(samplePolicy({ a: sampleRule(), b: sampleRule({ decision: 'deny' }) }));
    assert.ok(!textOf(files, 'litellm.yaml').includes('disallowed'));
  });

  it('keeps the names as they are, because older versions compare letter by letter', () => {
    const { files } = exported(samplePolicy({ ReadItem: sampleRule() }));
    assert.ok(textOf(files, 'litellm.yaml').includes('ReadItem'));
  });

  for (const fault of ['my-server', '', 'a.b'])
    it(`refuses ${JSON.stringify(fault)} as the name of a server`, () => {
      assert.match(litellm.aliasFault(fault) ?? '', /\.$/);
    });
});
