/** How Placard names itself to servers and registries. */
export const identity = { name: 'placard', version: '0.1.0' } as const;

/** The User-Agent of every request, as registries ask of those who poll them. */
export const userAgent = `${identity.name}/${identity.version} (open risk catalogue of MCP tools)`;
