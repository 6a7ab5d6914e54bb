/** The variable that tells the processes of one test run where its Postgres is. */
export const variable = 'PLACARD_TEST_POSTGRES';

/** What makes a server quick that nobody minds losing. */
export const careless = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'max_connections=200',
];
