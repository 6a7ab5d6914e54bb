import type { Format } from './format.ts';
import { policyJson } from './formats/policy-json.ts';

/** Every format a policy can be had in, in the order pages show them. */
export const formats: readonly Format[] = [policyJson];
