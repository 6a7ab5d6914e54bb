import { visible } from '../model/display.ts';
import { paths } from '../model/paths.ts';
import type { Policies, Policy } from '../model/policy.ts';
import type { CatalogueServer } from '../model/server.ts';
import { policyOf } from '../policy/recommend.ts';
import type { Crumb } from './json-ld.ts';
import { shownPolicy } from './policy-block.ts';
import {
  allExports,
  type ExportOptions,
  type PolicyExport,
  type PolicyPanel,
  policyPanels,
  usualAlias,
  writable,
} from './policy-exports.ts';
import { decisionTally } from './policy-words.ts';
import { mcpServer } from './wording.ts';

/** Exactly what the page of a server's policies shows. */
export interface PoliciesPage {
  title: string;
  meta: string;
  crumbs: Crumb[];
  server: string;
  alias: string;
  /** How many tools are decided how. */
  tally: string;
  panels: PolicyPanel[];
  /** The page that has every format, and the place of one on it. */
  allPath: (format: string) => string;
  /** Where the policies stand for programs. */
  dataPath: string;
}

/** The policies of one server under every preset. */
export function policiesOf(server: CatalogueServer): Policies {
  return {
    strict: policyOf(server, 'strict'),
    balanced: shownPolicy(server),
    'read-only': policyOf(server, 'read-only'),
  };
}

const decisionsOf = ({ tools }: Policy) => Object.values(tools).map(({ decision }) => decision);

/** What a policy decides, in a few words. */
export function policyTally(policy: Policy): string {
  return decisionTally(decisionsOf(policy));
}

const usualIn = (server: CatalogueServer): ExportOptions => ({
  aliasIn: (format) => writable(usualAlias(server), format),
  withGuard: false,
});

/** Exactly what the page shows that has a server’s policy in every format. */
export interface AllPoliciesPage extends Pick<PoliciesPage, 'title' | 'meta' | 'crumbs'> {
  exports: PolicyExport[];
}

/** The policy of a server in every format, for readers without scripts and for print. */
export function allPoliciesPage(server: CatalogueServer): AllPoliciesPage {
  const policy = shownPolicy(server);
  const { meta, crumbs, server: name } = headOf(server, policy);
  const here = { label: 'Every format', path: paths.allPolicies(server.slug, '').replace('#', '') };
  return {
    title: `The policy of the ${mcpServer(name)} in every format`,
    meta,
    crumbs: [...crumbs, here],
    exports: allExports(policy, usualIn(server)),
  };
}

type Head = Pick<PoliciesPage, 'title' | 'meta' | 'crumbs' | 'server' | 'tally'>;

function headOf(server: CatalogueServer, policy: Policy): Head {
  const name = visible(server.name);
  const tally = policyTally(policy);
  return {
    title: `Policies for the ${mcpServer(name)}`,
    meta: `The policy of the ${mcpServer(name)} in the format of each client and gateway: ${tally}.`,
    crumbs: [
      { label: 'Servers', path: paths.servers },
      { label: name, path: paths.server(server.slug) },
      { label: 'Policies', path: paths.policies(server.slug) },
    ],
    ...{ server: name, tally },
  };
}

/** Everything the page of one server's policies shows. */
export function policiesPage(server: CatalogueServer): PoliciesPage {
  const policy = shownPolicy(server);
  return {
    ...headOf(server, policy),
    alias: usualAlias(server),
    panels: policyPanels(policy, usualIn(server)),
    allPath: (format) => paths.allPolicies(server.slug, format),
    dataPath: paths.policiesData(server.slug),
  };
}
