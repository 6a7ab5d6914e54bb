/** What decides where clients keep their configurations. */
export interface Surroundings {
  /** The user's home folder. */
  home: string;
  /** The folder a project is in; its own configurations are looked for there. Null: none. */
  project: string | null;
  platform: NodeJS.Platform;
  variables: Readonly<Record<string, string | undefined>>;
}

/** A file in which a client may keep its servers. */
export interface ConfigurationFile {
  /** The client, by the word that `--client` takes. */
  client: ClientId;
  path: string;
}

/** The clients whose configurations are looked for, and what they are called. */
export const clientNames = {
  'claude-desktop': 'Claude Desktop',
  'claude-code': 'Claude Code',
  cursor: 'Cursor',
  vscode: 'VS Code',
  windsurf: 'Windsurf',
  codex: 'Codex',
  gemini: 'Gemini CLI',
} as const;
export type ClientId = keyof typeof clientNames;

/** Where a file lies: under the home folder, the settings of applications, or the project. */
type Root = 'home' | 'settings' | 'project' | 'codex';

/** Where the clients' own documentation puts the user's configuration and that of a project. */
const places: readonly [client: ClientId, root: Root, ...path: string[]][] = [
  ['claude-desktop', 'settings', 'Claude', 'claude_desktop_config.json'],
  ['claude-code', 'home', '.claude.json'],
  ['cursor', 'home', '.cursor', 'mcp.json'],
  ['vscode', 'settings', 'Code', 'User', 'mcp.json'],
  ['vscode', 'settings', 'Code', 'User', 'settings.json'],
  ['windsurf', 'home', '.codeium', 'windsurf', 'mcp_config.json'],
  ['codex', 'codex', 'config.toml'],
  ['gemini', 'home', '.gemini', 'settings.json'],
  ['claude-code', 'project', '.mcp.json'],
  ['cursor', 'project', '.cursor', 'mcp.json'],
  ['vscode', 'project', '.vscode', 'mcp.json'],
  ['codex', 'project', '.codex', 'config.toml'],
  ['gemini', 'project', '.gemini', 'settings.json'],
];

function settingsFolder(
  { home, platform, variables }: Surroundings,
  join: (...parts: string[]) => string,
): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  if (platform === 'win32') return variables.APPDATA ?? join(home, 'AppData', 'Roaming');
  return variables.XDG_CONFIG_HOME ?? join(home, '.config');
}

/** The files in which the clients on a machine may keep servers, whether they exist or not. */
export function configurationFiles(around: Surroundings): ConfigurationFile[] {
  const join = (...parts: string[]): string => parts.join(around.platform === 'win32' ? '\\' : '/');
  const roots: Readonly<Record<Root, string | null>> = {
    home: around.home,
    settings: settingsFolder(around, join),
    project: around.project,
    codex: around.variables.CODEX_HOME ?? join(around.home, '.codex'),
  };
  return places.flatMap(([client, root, ...path]) => {
    const folder = roots[root];
    return folder === null ? [] : [{ client, path: join(folder, ...path) }];
  });
}
