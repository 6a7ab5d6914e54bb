import { locations } from './locations.ts';
import type { SiteIdentity } from './site-identity.ts';

/** A file of a new home: its path below the home, and its text. */
export interface HomeFile {
  path: string;
  text: string;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** One of each kind, for a person to put real ones in their place. Nothing of it exists. */
const examples = {
  servers: [{ package: '@your-scope/your-mcp-server', version: '1.0.0', arguments: [] }],
  programs: [{ name: 'Our orders', folder: '../orders-mcp', command: ['node', 'server.js'] }],
  remotes: [
    {
      name: 'Our tickets',
      url: 'https://mcp.example/tickets',
      headers: { Authorization: 'Bearer ${TICKETS_TOKEN}' },
    },
  ],
};

const guide = (name: string): string => `# ${name}

A private Placard catalogue.

- \`${locations.servers}\` lists what is asked for its tools: npm packages, programs of your own, addresses.
  \`data/examples.json\` shows one of each. \`\${NAME}\` in a header stands for a variable of the environment:
  no secret belongs into these files, because the catalogue shows what stands there.
- \`${locations.siteIdentity}\` holds the site's name, address and colours.
- \`${locations.overrides}\` holds what people corrected.
- \`${locations.catalogue}\` is made by \`classify\`: commit it, and its diff shows what a server changed.
  Each file is checked against its SHA-256 in \`SHA256SUMS\`, so git mixes no two versions of them (\`.gitattributes\`). When two
  branches have both published, take one side whole and publish again:

      git checkout HEAD -- ${locations.catalogue}
      npm run crawl && npm run classify    # in the checkout of Placard, as below; then commit the merge

In a checkout of Placard, with \`PLACARD_HOME\` set to this folder:

    npm start                                # all of it, and serves the site
    npm run crawl && npm run classify        # what a nightly job runs
    npm run build                            # writes ${locations.site}/, for any static host
`;

/**
 * The files of a new home of a catalogue. They hold no server yet: a list of servers that do not exist would only fail.
 */
export function homeFiles(site: SiteIdentity): HomeFile[] {
  return [
    { path: locations.servers, text: json({ servers: [], programs: [], remotes: [] }) },
    { path: 'data/examples.json', text: json(examples) },
    { path: locations.siteIdentity, text: json(site) },
    {
      path: '.gitattributes',
      text: `# Checked against their SHA-256, and published again instead of merged.\n${locations.catalogue}/* -text -merge\n`,
    },
    { path: '.gitignore', text: `${locations.state}/\n${locations.site}/\n` },
    { path: 'README.md', text: guide(site.name) },
  ];
}
