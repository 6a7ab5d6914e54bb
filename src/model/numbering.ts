/** Numbers texts from 0 in the order in which they first come, equal ones alike. */
export interface Numbering {
  numberOf: (text: string) => number;
  /** The texts, each at its number. */
  texts: () => string[];
}

export function numbering(): Numbering {
  const numbers = new Map<string, number>();
  return {
    numberOf(text) {
      const number = numbers.get(text) ?? numbers.size;
      if (number === numbers.size) numbers.set(text, number);
      return number;
    },
    texts: () => [...numbers.keys()],
  };
}
