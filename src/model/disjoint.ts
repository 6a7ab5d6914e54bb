/** Places of a list, sorted into sets. The earliest place stands for its set. */
export class DisjointSets {
  readonly #parents: number[];

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, place) => place);
  }

  /** The place that stands for the set of this one. */
  find(place: number): number {
    let at = place;
    for (let above = this.#above(at); above !== at; above = this.#above(at)) {
      this.#parents[at] = this.#above(above);
      at = above;
    }
    return at;
  }

  /** Makes two sets one. Returns whether they were two. */
  join(a: number, b: number): boolean {
    const first = Math.min(this.find(a), this.find(b));
    const second = Math.max(this.find(a), this.find(b));
    this.#parents[second] = first;
    return first !== second;
  }

  #above(place: number): number {
    return this.#parents[place] ?? place;
  }
}
