/** Why a question has no answer, and what may bring one: asking again, asking about fewer tools, or nothing now. */
export interface Unusable {
  unusable: string;
  remedy: 'repeat' | 'split' | 'none';
}
