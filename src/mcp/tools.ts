import type { AnyCatalogueTool } from './tool.ts';
import { checkServer } from './tools/check-server.ts';
import { checkStack } from './tools/check-stack.ts';
import { checkTool } from './tools/check-tool.ts';
import { getPolicy } from './tools/get-policy.ts';
import { listChanges } from './tools/list-changes.ts';
import { search } from './tools/search.ts';

/** Every tool of the server, in the order in which it lists them. */
export const tools: readonly AnyCatalogueTool[] = [
  checkTool,
  checkServer,
  checkStack,
  search,
  getPolicy,
  listChanges,
];
