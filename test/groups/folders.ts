/**
 * Folders of tests that keep no state and start little: the files of a group are run one after the other in one process, because
 * starting one for each and loading the same into it takes longer than most of them. Each file can still be run alone.
 */
export const groups = {
  judging: ['actions', 'assess', 'claims', 'decide', 'prompt', 'rules', 'signals', 'verify'].map(
    (name) => `classifier/${name}`,
  ),
  pages: ['api', 'feeds', 'lock', 'lookup', 'sarif', 'stack', 'view'],
  policies: ['clients', 'model', 'policy'],
  search: ['search'],
} as const;
