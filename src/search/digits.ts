/** Digits that end a number, from `#` to `[`, and digits before them, from `]` to `~`: none that JSON would escape. */
const last = { first: 35, count: 57 } as const;
const before = { first: 93, count: 34 } as const;

function written(number: number): string {
  let text = String.fromCharCode(last.first + (number % last.count));
  for (let rest = Math.floor(number / last.count); rest > 0; rest = Math.floor(rest / before.count))
    text = String.fromCharCode(before.first + (rest % before.count)) + text;
  return text;
}

/** Numbers that are written all the time. */
const usual = Array.from({ length: last.count * before.count }, (_, number) => written(number));

/** A whole number from 0 as digits, of which the last one says that it ends. */
export const digitsOf = (number: number): string => usual[number] ?? written(number);

/** The numbers that a text of digits holds one after the other. */
export function readDigits(text: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code >= before.first) {
      number = number * before.count + code - before.first;
      continue;
    }
    numbers.push(number * last.count + code - last.first);
    number = 0;
  }
  return numbers;
}
