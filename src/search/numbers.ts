/** A list of whole numbers below 2 to the power of 32 that grows, in a quarter of the memory of an array. */
export class Numbers {
  #held = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#held.length) {
      const larger = new Uint32Array(this.#held.length * 2);
      larger.set(this.#held);
      this.#held = larger;
    }
    this.#held[this.#length] = number;
    this.#length += 1;
  }

  /** All of them, as they are now. */
  get all(): Uint32Array {
    return this.#held.subarray(0, this.#length);
  }
}
