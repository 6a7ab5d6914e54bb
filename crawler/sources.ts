import { awesome } from './sources/awesome.ts';
import { clients } from './sources/clients.ts';
import { docker } from './sources/docker.ts';
import { githubRegistry } from './sources/github-registry.ts';
import { file } from './sources/file.ts';
import { glama } from './sources/glama.ts';
import { npm } from './sources/npm.ts';
import { officialRegistry } from './sources/official-registry.ts';
import { pulsemcp } from './sources/pulsemcp.ts';
import { registry } from './sources/registry.ts';
import { smithery } from './sources/smithery.ts';
import type { Source } from './sources/source.ts';
import { toolhive } from './sources/toolhive.ts';
import { toolsdk } from './sources/toolsdk.ts';

/** Every source the crawl can walk, in the order of the model. */
export const sources: readonly Source[] = [
  officialRegistry,
  registry,
  toolhive,
  glama,
  smithery,
  docker,
  githubRegistry,
  pulsemcp,
  toolsdk,
  npm,
  file,
  clients,
  awesome,
];
