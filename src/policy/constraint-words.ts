/**
 * Why each kind of condition is there, what is to be filled in, and what stands in its place until then: a value that
 * no honest call has.
 */
export const constraintWords = {
  environment: { why: 'Production is left to people.' },
  action: { why: 'Actions that remove something or move money are left to people.' },
  path: {
    why: 'A path outside the folder meant for the agent is refused, and so is one that climbs with two dots.',
    fill: 'Put your own folder in place of /replace/with/your/folder.',
    placeholder: '/replace/with/your/folder',
  },
  host: {
    why: 'An address on a host that nobody has named is refused, because a call could carry data there.',
    fill: 'Put your own host in place of replace-with-your-host.invalid, its dots behind backslashes.',
    placeholder: 'replace-with-your-host.invalid',
  },
  sql: {
    why: 'Only one SELECT without INTO passes. Functions with side effects are not recognised, so give the tool a database role that can only read.',
  },
  program: {
    why: 'A program that an agent writes itself can do anything, so only programs that are named word for word pass.',
    fill: 'List the exact commands or programs in place of replace-with-an-exact-command.',
    placeholder: 'replace-with-an-exact-command',
  },
  recipient: {
    why: 'Nothing goes to a recipient whom nobody has named.',
    fill: 'List your recipients in place of replace-with-a-recipient.',
    placeholder: 'replace-with-a-recipient',
  },
  amount: {
    why: 'An amount above the ceiling is left to people.',
    whyNotNegative: 'A negative amount would turn the payment round.',
    fill: 'Put the highest amount that an agent may move in place of -1.',
    placeholder: -1,
    fillNamed: 'List the amounts that an agent may move in place of replace-with-an-amount.',
    placeholderNamed: 'replace-with-an-amount',
  },
  force: { why: 'A switch that skips a safeguard or widens the effect stays off.' },
  single: {
    why: 'One call acts on one object, so that a mistake stays small.',
    fill: 'Keep this condition, or write one like that on the first entry for each further entry.',
  },
} as const;
