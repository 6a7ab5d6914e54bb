import { mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { JsonObject } from '../../model/json.ts';
import { UserError } from '../../terminal/command.ts';
import { redactArguments, type Redaction } from './redact.ts';

/** One line of the audit log: a call, and what became of it. */
export interface AuditEntry {
  server: string;
  /** Whose call it was. */
  grant: string;
  tool: string;
  /** `allow`: handed to the server, after a person agreed where `rule` asks for that. `deny`: not. */
  decision: 'allow' | 'deny';
  rule: string;
  reason: string;
  arguments: JsonObject;
}

/** Where calls are written down before they are made. */
export interface AuditLog {
  /** @throws Error when the line could not be written whole: the call must not be made then. */
  write(entry: AuditEntry): void;
}

function open(file: string): number {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    return openSync(file, 'a', 0o600);
  } catch (error) {
    throw new UserError(`${file}: the audit log cannot be opened: ${(error as Error).message}`);
  }
}

/**
 * An audit log in a file of JSON Lines, to which other processes may append too. Only its owner can read it.
 * @throws UserError when it cannot be opened.
 */
export function auditLogIn(file: string, redaction: Redaction, now: () => Date): AuditLog {
  const log = open(file);
  return {
    write(entry) {
      const { arguments: given, ...rest } = entry;
      const record = { at: now().toISOString(), ...rest, arguments: redactArguments(given, redaction) };
      const line = Buffer.from(`${JSON.stringify(record)}\n`);
      if (writeSync(log, line) !== line.length) throw new Error(`${file}: the line was cut off`);
    },
  };
}
