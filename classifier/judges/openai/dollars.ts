/** US dollars in words: cents, or as many digits as a smaller amount needs. */
export function dollars(amount: number): string {
  return `$${amount === 0 || amount >= 0.1 ? amount.toFixed(2) : amount.toPrecision(2)}`;
}
