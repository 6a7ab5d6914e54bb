import { z } from 'zod';
import { limits } from './limits.ts';
import { repositoryFolder } from './repository.ts';

/** Why a person should look at a server's list of tools before it is relied on. */
export const Review = z.discriminatedUnion('reason', [
  /** It lists more than `limits.reviewTools` tools. */
  z.object({ reason: z.literal('many-tools') }),
  /** Other servers of its repository list tools of exactly the same names. Their ids. */
  z.object({ reason: z.literal('shared-tools'), servers: z.array(z.string()).min(1) }),
]);
export type Review = z.infer<typeof Review>;

/** What a review reads of a server. */
export interface Reviewed {
  id: string;
  repository: string | null;
  tools: readonly { definition: { name: string } }[];
}

/** The repository and tool names of a server as one key; null when it has no tools or no repository. */
function toolSet({ repository, tools }: Reviewed): string | null {
  const found = repository === null ? null : repositoryFolder(repository);
  if (found === null || tools.length === 0) return null;
  return JSON.stringify([found.repository, ...tools.map(({ definition }) => definition.name).sort()]);
}

/** The reasons to review each of these servers, by id; servers without any are left out. Order does not matter. */
export function reviewsOf(servers: readonly Reviewed[]): Map<string, Review[]> {
  const sharing = Map.groupBy(servers, toolSet);
  const reviews = new Map<string, Review[]>();
  for (const server of servers) {
    const set = toolSet(server);
    const alike = set === null ? [] : (sharing.get(set) ?? []);
    const others = alike.map(({ id }) => id).filter((id) => id !== server.id);
    const reasons: Review[] = [];
    if (server.tools.length > limits.reviewTools) reasons.push({ reason: 'many-tools' });
    if (others.length > 0) reasons.push({ reason: 'shared-tools', servers: others.sort() });
    if (reasons.length > 0) reviews.set(server.id, reasons);
  }
  return reviews;
}
