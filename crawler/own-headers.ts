import { headerValue } from './sources/variables.ts';

const placeholder = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** Headers that carry somebody's secrets. */
export interface FilledHeaders {
  headers: Record<string, string>;
  /** The variables that the environment lacks. */
  missing: string[];
  /** A text without the secrets, for what is recorded: servers repeat what they are sent. */
  redact: (text: string) => string;
}

/**
 * Headers with each `${NAME}` filled in from the environment.
 * @throws UserError naming a variable that no header can carry, never its value.
 */
export function filledHeaders(
  headers: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string | undefined>>,
): FilledHeaders {
  const missing = new Set<string>();
  const secrets = new Set<string>();
  const fill = (value: string): string =>
    value.replace(placeholder, (_, name: string) => {
      const held = variables[name]?.trim() ?? '';
      if (held === '') missing.add(name);
      else secrets.add(headerValue(held, name));
      return held;
    });
  const filled = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value)]));
  const redact = (text: string): string =>
    [...secrets].reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text);
  return { headers: filled, missing: [...missing].sort(), redact };
}
