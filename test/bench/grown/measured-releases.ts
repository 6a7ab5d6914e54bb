/** What one release of a server did to its tools. */
export interface Release {
  /** Tools before it. */
  of: number;
  /** Tools of which it changed the description, the schemas, both, or neither (title, annotations and the like). */
  words: number;
  schema: number;
  both: number;
  other: number;
  came: number;
  went: number;
  /** Changed tools that have another level since, by the same judge. */
  level: number;
}

/** The members of `Release` in their order, of releases that changed a tool. */
const changing: readonly (readonly [number, number, number, number, number, number, number, number])[] = [
  [1, 0, 0, 0, 1, 0, 0, 0],
  [1, 0, 1, 0, 0, 0, 0, 0],
  [1, 1, 0, 0, 0, 0, 0, 0],
  [2, 0, 0, 0, 2, 0, 0, 0],
  [2, 0, 0, 0, 2, 7, 0, 0],
  [2, 0, 0, 1, 0, 0, 0, 0],
  [2, 0, 1, 0, 0, 0, 0, 0],
  [2, 0, 1, 0, 0, 0, 0, 0],
  [2, 0, 1, 0, 0, 0, 0, 0],
  [2, 0, 2, 0, 0, 0, 0, 0],
  [2, 0, 2, 0, 0, 0, 0, 0],
  [2, 1, 0, 0, 0, 2, 0, 0],
  [3, 0, 1, 0, 0, 1, 0, 0],
  [4, 0, 0, 0, 0, 1, 0, 0],
  [4, 0, 1, 0, 0, 0, 0, 0],
  [4, 0, 1, 0, 0, 0, 0, 0],
  [4, 0, 1, 1, 0, 0, 0, 0],
  [5, 0, 1, 0, 0, 0, 0, 0],
  [5, 0, 1, 1, 0, 1, 0, 0],
  [6, 1, 0, 0, 0, 1, 2, 0],
  [8, 0, 1, 0, 0, 0, 0, 0],
  [9, 0, 0, 0, 0, 0, 7, 0],
  [9, 0, 9, 0, 0, 0, 0, 0],
  [9, 0, 9, 0, 0, 0, 0, 0],
  [10, 0, 0, 0, 0, 1, 0, 0],
  [11, 0, 0, 0, 0, 0, 1, 0],
  [11, 1, 0, 0, 0, 11, 10, 0],
  [12, 0, 0, 0, 0, 1, 0, 0],
  [12, 2, 0, 0, 0, 2, 0, 0],
  [13, 1, 0, 0, 0, 1, 0, 0],
  [14, 0, 0, 1, 13, 0, 0, 0],
  [14, 1, 0, 0, 0, 0, 0, 0],
  [17, 0, 0, 0, 0, 9, 0, 0],
  [19, 0, 0, 15, 0, 6, 4, 0],
  [19, 19, 0, 0, 0, 0, 0, 1],
  [20, 0, 0, 0, 15, 6, 0, 0],
  [21, 0, 2, 0, 19, 1, 0, 0],
  [21, 1, 0, 0, 0, 2, 2, 0],
  [22, 1, 2, 2, 0, 2, 15, 0],
  [22, 3, 0, 1, 0, 0, 1, 0],
  [23, 0, 0, 0, 0, 1, 0, 0],
  [23, 0, 1, 0, 0, 0, 0, 0],
  [23, 0, 1, 0, 0, 0, 0, 0],
  [24, 0, 1, 0, 0, 0, 0, 0],
  [24, 0, 7, 0, 0, 2, 0, 0],
  [25, 0, 2, 0, 0, 0, 0, 0],
  [26, 0, 0, 0, 0, 1, 2, 0],
  [26, 0, 1, 0, 0, 0, 0, 0],
  [26, 0, 1, 0, 0, 0, 0, 0],
  [26, 0, 24, 2, 0, 0, 0, 0],
  [26, 1, 0, 1, 0, 0, 0, 0],
  [26, 4, 1, 1, 1, 1, 0, 0],
  [26, 26, 0, 0, 0, 0, 0, 5],
  [27, 0, 4, 3, 20, 5, 0, 0],
  [28, 0, 0, 0, 4, 0, 0, 0],
  [29, 0, 0, 1, 0, 0, 0, 0],
  [29, 0, 1, 0, 0, 0, 0, 0],
  [29, 0, 1, 0, 0, 0, 0, 0],
  [29, 0, 16, 9, 0, 0, 0, 0],
  [29, 0, 25, 4, 0, 0, 0, 1],
  [29, 1, 0, 0, 0, 0, 0, 0],
  [29, 1, 1, 0, 1, 0, 0, 0],
  [29, 2, 0, 1, 0, 0, 0, 1],
  [29, 3, 0, 1, 0, 0, 0, 0],
  [30, 0, 26, 4, 0, 2, 0, 1],
  [31, 0, 0, 1, 0, 1, 0, 0],
  [32, 1, 0, 0, 0, 0, 0, 0],
  [44, 0, 1, 0, 0, 2, 0, 0],
  [46, 0, 20, 1, 0, 0, 0, 0],
  [76, 4, 10, 0, 0, 0, 0, 2],
  [115, 0, 7, 0, 0, 7, 0, 0],
  [122, 0, 0, 1, 0, 0, 0, 0],
  [135, 0, 19, 0, 12, 69, 0, 0],
  [340, 0, 22, 11, 0, 0, 0, 1],
  [341, 0, 293, 0, 0, 2, 1, 3],
  [342, 0, 0, 0, 0, 2, 0, 0],
  [342, 0, 101, 0, 0, 0, 0, 1],
  [342, 1, 0, 0, 0, 0, 0, 0],
  [342, 2, 0, 0, 0, 0, 0, 0],
  [342, 12, 0, 0, 0, 0, 0, 0],
  [375, 1, 0, 0, 0, 1, 0, 0],
  [376, 0, 0, 0, 0, 6, 0, 0],
  [382, 6, 0, 1, 0, 4, 0, 0],
  [383, 0, 2, 13, 0, 15, 0, 2],
  [386, 0, 0, 0, 0, 1, 0, 0],
  [389, 2, 0, 1, 0, 3, 0, 0],
  [392, 0, 0, 0, 0, 4, 0, 0],
  [415, 0, 12, 10, 0, 0, 0, 0],
  [415, 6, 7, 2, 0, 42, 42, 1],
];

/** Tools of the servers whose releases changed none. */
const silent = [
  1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 4, 4, 5, 5, 5, 6, 9, 9, 10, 11, 11, 11, 11,
  13, 13, 14, 14, 14, 14, 19, 19, 23, 23, 23, 23, 23, 24, 24, 24, 26, 28, 28, 28, 28, 29, 29, 31, 49, 311,
  342, 382, 382, 396,
] as const;

/**
 * 153 releases of 31 npm packages: the tools that each version lists when it is started in the sandbox, compared with those of the
 * version before. Measured on 2026-11-22 for packages of `data/servers.json` and one more, which are well kept; each of the two versions follows
 * the other as their numbers say (dates: within three months), because the registry at hand lacked some. The level is that of the embedded judge.
 */
export const measuredReleases: readonly Release[] = [
  ...changing.map(([of, words, schema, both, other, came, went, level]) => ({
    ...{ of, words, schema, both, other, came, went, level },
  })),
  ...silent.map((of) => ({ of, words: 0, schema: 0, both: 0, other: 0, came: 0, went: 0, level: 0 })),
];
