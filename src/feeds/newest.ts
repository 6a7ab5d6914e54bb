import { limits } from '../model/limits.ts';
import { type DatedChange, listOfChanges } from '../view/changes.ts';

/** The newest of the changes that it is given, as many as a feed has; hardly more are held at a time. */
export class NewestChanges<One extends DatedChange> {
  #held: One[] = [];

  add(change: One): void {
    this.#held.push(change);
    if (this.#held.length >= 10 * limits.feedEntries) this.#held = this.#newest();
  }

  /** Newest first. */
  get entries(): readonly One[] {
    return this.#newest();
  }

  #newest(): One[] {
    return listOfChanges(this.#held).entries.slice(0, limits.feedEntries);
  }
}
