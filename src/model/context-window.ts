/** The window that shares are given of, in tokens: the smallest of the models agents commonly run on. */
export const contextWindow = 200_000;
