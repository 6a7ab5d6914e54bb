/** Every address of the site. Nothing else writes one. */
export const paths = {
  home: '/',
  servers: '/servers/',
  server: (server: string) => `/servers/${server}/`,
  tool: (server: string, tool: string) => `/servers/${server}/${tool}/`,
  tools: '/tools/',
  method: '/method/',
  searchIndex: '/search.json',
} as const;
