import { z } from 'zod';
import { isObject } from '../../src/model/json.ts';
import { LaunchForm, PackageReference, Runner } from '../../src/model/launch.ts';

/** The first of these members that is text. */
export function firstText(raw: unknown, ...names: string[]): string | null {
  const texts = names.map((name) => (isObject(raw) ? raw[name] : undefined));
  return texts.find((value) => typeof value === 'string') ?? null;
}

/** The first of these members that says anything: not absent, null or empty text. */
const firstSaid = (raw: Record<string, unknown>, ...names: string[]): unknown =>
  names.map((name) => raw[name]).find((value) => value !== undefined && value !== null && value !== '');

/** A package of a server.json: which one it is. */
export const RegistryPackage = z.preprocess((raw) => {
  const kind = firstText(raw, 'registryType', 'registry_type', 'registry_name');
  const version = firstText(raw, 'version');
  return {
    kind: kind === 'docker' ? 'oci' : kind,
    name: firstText(raw, 'identifier', 'name'),
    version: version === 'latest' || version === '' ? null : version,
  };
}, PackageReference);

/** The program that a package of this kind is launched with where the registry names none. */
const runners: Readonly<Partial<Record<PackageReference['kind'], Runner>>> = {
  npm: 'npx',
  pypi: 'uvx',
  oci: 'docker',
  nuget: 'dnx',
  mcpb: 'mcpb',
};

/** What a registry marks in any way but `false` is a secret: a slip must not publish one. */
function secrecy(raw: Record<string, unknown>): boolean {
  return [raw.isSecret, raw.is_secret].some((mark) => (mark ?? false) !== false);
}

const requirement = (raw: Record<string, unknown>): boolean =>
  firstSaid(raw, 'isRequired', 'is_required') === true;

/** The fixed value or else the default; null for a secret. Numbers and switches are spelled out. */
function valueOf(raw: Record<string, unknown>): unknown {
  const value = secrecy(raw) ? undefined : firstSaid(raw, 'value', 'default');
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : (value ?? null);
}

/** Reads each object of a list; what is no object, and no list, is left for the shape to refuse. */
function each(list: unknown, read: (raw: Record<string, unknown>) => object): unknown {
  if (!Array.isArray(list)) return list ?? [];
  return list.map((raw: unknown) => (isObject(raw) ? read(raw) : raw));
}

const argumentOf = (where: 'runtime' | 'package') => (raw: Record<string, unknown>) => ({
  name: raw.type === 'positional' ? null : firstText(raw, 'name'),
  value: valueOf(raw),
  hint: firstText(raw, 'valueHint', 'value_hint'),
  isRequired: requirement(raw),
  isSecret: secrecy(raw),
  where,
});

const variableOf = (raw: Record<string, unknown>) => ({
  name: raw.name,
  isRequired: requirement(raw),
  isSecret: secrecy(raw),
  default: valueOf(raw),
});

function runnerOf(raw: Record<string, unknown>, { kind }: PackageReference): Runner | null {
  const hint = firstSaid(raw, 'runtimeHint', 'runtime_hint');
  return hint === undefined ? (runners[kind] ?? null) : (Runner.safeParse(hint).data ?? null);
}

function transportOf({ transport, transport_type: old }: Record<string, unknown>): unknown {
  const said = isObject(transport) ? transport.type : (transport ?? old);
  return LaunchForm.shape.transport.safeParse(said).data ?? null;
}

/** The members of a package that say how it is launched, in the spellings of all years. */
const launchMembers = [
  ...['transport', 'transport_type', 'runtimeHint', 'runtime_hint'],
  ...['runtimeArguments', 'runtime_arguments', 'packageArguments', 'package_arguments'],
  ...['environmentVariables', 'environment_variables'],
];

/** Whether a package says how it is launched, and which package that is. */
export function saysLaunch(raw: unknown): boolean {
  if (!isObject(raw) || !RegistryPackage.safeParse(raw).success) return false;
  return firstSaid(raw, ...launchMembers) !== undefined;
}

/**
 * A package of a server.json: how the registry says it is launched
 * (https://github.com/modelcontextprotocol/registry, docs/reference/server-json).
 */
export const RegistryLaunch = z.preprocess((raw) => {
  const reference = RegistryPackage.safeParse(raw).data;
  if (!isObject(raw) || reference === undefined) return raw;
  const runtime = each(firstSaid(raw, 'runtimeArguments', 'runtime_arguments'), argumentOf('runtime'));
  const own = each(firstSaid(raw, 'packageArguments', 'package_arguments'), argumentOf('package'));
  return {
    package: reference,
    runner: runnerOf(raw, reference),
    transport: transportOf(raw),
    arguments: [runtime, own].flat(),
    environment: each(firstSaid(raw, 'environmentVariables', 'environment_variables'), variableOf),
  };
}, LaunchForm);
