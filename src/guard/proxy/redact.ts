import { limits } from '../../model/limits.ts';
import type { Json, JsonObject } from '../../model/json.ts';

/** What stands in the log where a value is left out. */
const redacted = '[redacted]';

/** Words in the name of an argument that usually holds a secret. */
const secretNames =
  /passw|passphrase|passcode|secret|token|credential|api_?-?key|private_?-?key|access_?-?key|auth|bearer|cookie|session|signature/i;

/** Values that are secrets by their look: keys and tokens of known makers, JSON Web Tokens, PEM blocks. */
const secretValues =
  /\b(?:sk|pk|rk)[-_][\w-]{16,}|\b(?:gh[a-z]|glpat|xox[a-z]|npm|pypi)[-_][\w-]{10,}|\bgithub_pat_\w+|\bA(?:KIA|SIA)[A-Z0-9]{12,}|\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?|\bBearer +\S+|-----BEGIN [A-Z ]+-----/gi;

/** Name and password in an address. */
const userInformation = /\/\/[^/\s@]{1,256}@/g;

/** What of the arguments is written down: all but secrets, or no value at all. */
export interface Redaction {
  /** Arguments, at any depth, whose values are left out too. Compared without case. */
  names: readonly string[];
  /** Leaves every value out and keeps the names. */
  all: boolean;
}

const shown = (text: string): string => {
  const safe = text.replace(secretValues, redacted).replace(userInformation, `//${redacted}@`);
  const characters = Array.from(safe);
  if (characters.length <= limits.auditCharacters) return safe;
  return `${characters.slice(0, limits.auditCharacters).join('')}…`;
};

function redactValue(name: string, value: Json, redaction: Redaction): Json {
  const isNamed = redaction.names.some((each) => each.toLowerCase() === name.toLowerCase());
  if (isNamed || secretNames.test(name)) return redacted;
  if (Array.isArray(value)) return value.map((member) => redactValue('', member, redaction));
  if (typeof value === 'object' && value !== null) return redactArguments(value, redaction);
  if (redaction.all) return redacted;
  return typeof value === 'string' ? shown(value) : value;
}

/** The arguments of a call as the audit log holds them. Pure. */
export function redactArguments(given: JsonObject, redaction: Redaction): JsonObject {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [shown(name), redactValue(name, value, redaction)]),
  );
}
