import { limits } from '../model/limits.ts';

/** The judge is as good as certain from here on; below `limits.reviewConfidence` a person is asked to look. */
const high = 0.9;

/** The judge's own estimate that the category is right, in words and as a number: "High confidence, 0.97". */
export function confidenceWords(confidence: number): string {
  const word = confidence >= high ? 'High' : confidence >= limits.reviewConfidence ? 'Fair' : 'Low';
  return `${word} confidence, ${confidence.toFixed(2)}`;
}
