import manifest from '../package.json' with { type: 'json' };

/** How Placard names itself to servers and registries. */
export const identity = { name: manifest.name, version: manifest.version } as const;

/** The User-Agent of every request, as registries ask of those who poll them. */
export const userAgent = `${identity.name}/${identity.version} (${manifest.description})`;
