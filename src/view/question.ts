export interface Question {
  question: string;
  /** The server's own words that the answer rests on; null when it rests on none. */
  quote: string | null;
  /** In our words; null where the quote is all there is to say. */
  answer: string | null;
  /** Where the answer goes on: a path of the site. */
  more: { label: string; path: string } | null;
}

/** A question that is answered in our words alone. */
export function plain(question: string, answer: string): Question {
  return { question, quote: null, answer, more: null };
}
