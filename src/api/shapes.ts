import { z } from 'zod';
import { Attack } from '../model/attack.ts';
import { Category } from '../model/categories.ts';
import { Classification } from '../model/classification.ts';
import { Evidence } from '../model/evidence.ts';
import { Fault } from '../model/fault.ts';
import { Json } from '../model/json.ts';
import { LookupShard } from '../model/lookup.ts';
import { Measurement } from '../model/measurement.ts';
import { Policies, Policy, ToolRule } from '../model/policy.ts';
import { Reachability } from '../model/reachability.ts';
import { Risk } from '../model/risks.ts';
import { Inspection, PastDefinition, ServerListing } from '../model/server.ts';
import { ToolDefinition } from '../model/tool.ts';
import { AttackIndex, AttackRecord, ExposureEntry, GroundEntry } from './attack.ts';
import { Badge } from './badge.ts';
import { MethodRecord } from './catalogue-files.ts';
import { ChangeEntry } from './change.ts';
import { DataRecord } from './data.ts';
import { ServerEntry, ToolEntry } from './entry.ts';
import { FormatIndex, FormatRecord } from './format.ts';
import { ChangeList, ContradictionList, ServerList, ToolList } from './list.ts';
import { ContradictionIndex, RatingIndex, SignalIndex, Totals } from './overview.ts';
import { ServerRecord, ServerTool } from './server-record.ts';
import { ToolRecord } from './tool-record.ts';

/** What files of the API hold, by the name that the description gives it. */
export const fileShapes = {
  ...{ Totals, ServerRecord, ToolRecord, ToolList, ServerList, ChangeList, ContradictionList, RatingIndex },
  ...{ SignalIndex, ContradictionIndex, AttackIndex, AttackRecord, FormatIndex, FormatRecord },
  ...{ MethodRecord, DataRecord, Policies, LookupShard, Badge },
} as const;

export type FileShape = keyof typeof fileShapes;

/** Shapes inside them that are worth a name of their own. */
const partShapes = {
  ...{ Attack, Category, Classification, Evidence, Fault, Measurement, Policy, ToolRule, Reachability, Risk },
  ...{ Inspection, PastDefinition, ServerListing, ToolDefinition, ExposureEntry, GroundEntry, ChangeEntry },
  ...{ ServerEntry, ToolEntry, ServerTool, Json },
} as const;

/** The JSON Schema (2020-12) of every shape of the API, each referring to the others as `#/components/schemas/<name>`. */
export function apiSchemas(): Record<string, Json> {
  const registry = z.registry<{ id: string }>();
  for (const [id, shape] of Object.entries({ ...fileShapes, ...partShapes })) registry.add(shape, { id });
  const { schemas } = z.toJSONSchema(registry, { io: 'output', uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => {
      const part = { ...schema };
      delete part.$id;
      delete part.$schema;
      return [id, part as Json];
    }),
  );
}
