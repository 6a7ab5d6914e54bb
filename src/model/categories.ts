import { z } from 'zod';

export const Category = z.enum(['Read', 'Write', 'Execute', 'Destructive', 'Financial']);
export type Category = z.infer<typeof Category>;

interface CategoryFacts {
  /** The indefinite article, so that no page says "a Execute tool". */
  article: 'a' | 'an';
  /** What one call does, after "can". */
  verb: string;
  /** The question that decides, from the rubric in the order of `precedence`. */
  question: string;
}

export const categories: Readonly<Record<Category, CategoryFacts>> = {
  Financial: {
    article: 'a',
    verb: 'move or commit money or assets',
    question: 'Can one call move, commit or release money or assets?',
  },
  Destructive: {
    article: 'a',
    verb: 'remove something that does not simply come back',
    question: 'Does one call remove or wipe something that cannot simply be undone?',
  },
  Execute: {
    article: 'an',
    verb: 'run a program or start something outside its own records',
    question: 'Does one call run a program it is given, or start, stop or steer a process?',
  },
  Write: {
    article: 'a',
    verb: 'create or change data',
    question: 'Does one call create or change data, settings, files or messages?',
  },
  Read: {
    article: 'a',
    verb: 'return information without changing anything',
    question: 'Everything else: looking up, listing, computing, returning text.',
  },
};

/** The worst first: what a server is called after when its tools differ. */
export const categoriesByWeight: readonly Category[] = [
  'Financial',
  'Destructive',
  'Execute',
  'Write',
  'Read',
];
