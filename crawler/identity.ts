/** How Placard names itself to servers and registries: as its package.json does. */
export const identity = { name: 'placard', version: '0.1.0' } as const;

/** The User-Agent of every request, as registries ask of those who poll them. */
export const userAgent = `${identity.name}/${identity.version} (the open risk catalogue of MCP tools)`;
