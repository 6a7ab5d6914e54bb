import { setFlagsFromString } from 'node:v8';

/**
 * Has garbage collected when the memory in use has grown by three fifths, from now on and in all threads. Left alone, V8 lets it grow up
 * to fourfold, and a long run takes three times the memory that it needs.
 */
export function collectSooner(): void {
  setFlagsFromString('--heap-growing-percent=60');
}
