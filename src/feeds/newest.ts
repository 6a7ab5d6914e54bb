import { limits } from '../model/limits.ts';
import { type Change, listOfChanges } from '../view/changes.ts';

/** The newest of the changes that it is given, as many as a feed has; hardly more are held at a time. */
export class NewestChanges {
  #held: Change[] = [];

  add(change: Change): void {
    this.#held.push(change);
    if (this.#held.length >= 10 * limits.feedEntries) this.#held = this.#newest();
  }

  /** Newest first. */
  get entries(): readonly Change[] {
    return this.#newest();
  }

  #newest(): Change[] {
    return listOfChanges(this.#held).entries.slice(0, limits.feedEntries);
  }
}
