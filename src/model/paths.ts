/** Every address of the site. Nothing else writes one. */
export const paths = {
  home: '/',
  servers: '/servers/',
  server: (server: string) => `/servers/${server}/`,
  tool: (server: string, tool: string) => `/servers/${server}/${tool}/`,
  tools: '/tools/',
  toolsOfRisk: (risk: string) => `/tools/risk/${risk.toLowerCase()}/`,
  toolsOfCategory: (category: string) => `/tools/category/${category.toLowerCase()}/`,
  method: '/method/',
  /** How to report a mistake. */
  mistakes: '/method/#mistakes',
  searchIndex: '/search.json',
  /** The guard, as one file. */
  guard: '/guard/placard-guard.mjs',
} as const;
