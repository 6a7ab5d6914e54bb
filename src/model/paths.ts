/** Every address of the site. Nothing else writes one. */
export const paths = {
  home: '/',
  servers: '/servers/',
  server: (server: string) => `/servers/${server}/`,
  tool: (server: string, tool: string) => `/servers/${server}/${tool}/`,
  tools: '/tools/',
  toolsOfRisk: (risk: string) => `/tools/risk/${risk.toLowerCase()}/`,
  toolsOfCategory: (category: string) => `/tools/category/${category.toLowerCase()}/`,
  attacks: '/attacks/',
  attacksOfGroup: (group: string) => `/attacks/groups/${group}/`,
  attack: (attack: string) => `/attacks/${attack}/`,
  /** The pattern and every tool that is open to it. */
  attackData: (attack: string) => `/attacks/${attack}.json`,
  method: '/method/',
  /** How to report a mistake. */
  mistakes: '/method/#mistakes',
  searchIndex: '/search.json',
  /** The guard, as one file. */
  guard: '/guard/placard-guard.mjs',
} as const;
