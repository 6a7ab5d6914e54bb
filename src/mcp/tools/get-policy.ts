import { z } from 'zod';
import { Preset } from '../../model/policy.ts';
import type { CatalogueServer } from '../../model/server.ts';
import { exportPolicy } from '../../policy/export.ts';
import { formats } from '../../policy/formats.ts';
import { policyOf } from '../../policy/recommend.ts';
import { shownName } from '../outside.ts';
import { catalogueTool, sought } from '../tool.ts';

const ids = formats.map(({ id }) => id);

/** The one server that is meant. @throws RangeError when there is none, or when there are several. */
function only(servers: readonly CatalogueServer[], asked: string): CatalogueServer {
  const [server] = servers;
  if (server === undefined) throw new RangeError(`The catalogue has no server ${shownName(asked)}.`);
  if (servers.length === 1) return server;
  const slugs = servers.map(({ slug }) => slug).join(', ');
  throw new RangeError(`Several servers are meant by ${shownName(asked)}. Ask for one of ${slugs}.`);
}

export const getPolicy = catalogueTool({
  name: 'get_policy',
  title: 'Get a policy',
  description:
    'Returns the text of the recommended policy for an MCP server of the catalogue, in the format of a client or gateway.',
  input: z.object({
    server: sought,
    format: z.enum(ids).default('policy-json').describe('The format, by its id.'),
    preset: Preset.default('balanced'),
    alias: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .describe('Your key for the server in that program. Default: its slug.'),
  }),
  output: z.object({
    server: z.string(),
    format: z.string(),
    preset: Preset,
    files: z.array(z.object({ name: z.string(), destination: z.string(), text: z.string() })),
    fill: z.array(z.string()).describe('What a person has to fill in first.'),
    notHeld: z.array(z.string()).describe('What the format cannot hold, and what stands in its place.'),
  }),
  answer: async ({ server: asked, format: id, preset, alias }, catalogue) => {
    const server = only(await catalogue.find(asked), asked);
    const format = formats.find((each) => each.id === id);
    if (format === undefined) throw new RangeError(`There is no format ${id}. Known are ${ids.join(', ')}.`);
    const { files, fill, warnings } = exportPolicy(policyOf(server, preset), format, {
      ...{ alias: alias ?? server.slug, withGuard: false },
    });
    return {
      ...{ server: server.slug, format: id, preset, fill },
      files: files.map(({ name, destination, text }) => ({ name, destination, text })),
      notHeld: warnings.map(({ message }) => message),
    };
  },
});
