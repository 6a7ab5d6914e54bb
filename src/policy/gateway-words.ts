import { visible } from '../model/display.ts';
import type { Constraint } from '../model/policy.ts';
import { argumentName } from './words.ts';

/** What gateways and APIs cannot do besides, or do in a way of their own. `tool` is outside text. */
export const gatewayWarnings = {
  unlisted: (tool: string): string =>
    `${visible(tool)}: ToolHive lists a tool only when it may be called without arguments. Agents do not see this one, and a call that meets its conditions is made.`,
  mustBeGiven: (tool: string, constraint: Constraint): string =>
    `${visible(tool)}: a condition here holds only of an argument that is given, so a call without ${argumentName(constraint)} is refused too.`,
  tooMany: (tool: string): string =>
    `${visible(tool)}: this program takes no more rules, so the tool is denied.`,
  oneLimit: (tool: string): string =>
    `${visible(tool)}: two limits of one window cannot stand side by side here, so the lower one holds.`,
  nothingOpen: 'No tool is open. Take the server out of the configuration.',
} as const;

/** What a person fills in for a gateway or an API, one sentence each. */
export const gatewayFills = {
  address: 'Put the address of the server in place of https://SERVER/mcp.',
  agentcore:
    'Put the gateway’s own address in place of arn:aws:bedrock-agentcore:REGION:ACCOUNT:gateway/GATEWAY.',
  envoy: 'Put the name of your Gateway in place of GATEWAY.',
} as const;

/** Why an alias cannot name a server in a gateway or an API. `alias` is the user's own text. */
export const gatewayAliasFaults = {
  dashed: (alias: string): string =>
    `“${visible(alias)}” cannot name a target here: take at most 100 letters and digits, with single dashes between them, and rename the target of your gateway.`,
  dns: (alias: string): string =>
    `“${visible(alias)}” cannot name a backend here: Kubernetes takes at most 63 small letters, digits and dashes, and neither begins nor ends with a dash. Rename the backend.`,
  undashed: (alias: string): string =>
    `“${visible(alias)}” cannot name a server here: LiteLLM puts a dash between server and tool, so take letters, digits and _ only, and rename the server in your configuration.`,
  letter: (alias: string): string =>
    `“${visible(alias)}” cannot label a server here: begin with a letter and take letters, digits, - and _ only.`,
  delimiter: (alias: string): string =>
    `“${visible(alias)}” cannot name a server here: take letters, digits, -, _ and dots, without _mcp_, which ends the tool’s part of a name, and rename the server in your configuration.`,
} as const;
