import { bubblewrap } from './sandbox/bubblewrap.ts';
import { disprove } from './sandbox/probe.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { unshare } from './sandbox/unshare.ts';

/** Every sandbox Placard knows, the preferred one first. */
export const sandboxes: readonly Sandbox[] = [bubblewrap, unshare];

/** The first sandbox that proves itself on this machine, or why none does, one clause each. */
export async function findSandbox(
  candidates: readonly Sandbox[] = sandboxes,
): Promise<{ sandbox: Sandbox } | { sandbox: null; reasons: string }> {
  const reasons: string[] = [];
  for (const sandbox of candidates) {
    const reason = await disprove(sandbox);
    if (reason === null) return { sandbox };
    reasons.push(`${sandbox.id}: ${reason}`);
  }
  return { sandbox: null, reasons: reasons.join('; ') };
}
