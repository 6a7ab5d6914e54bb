// Visits a server that never answers, in the sandbox of this id, until it is killed. Usage: doomed-crawl.ts SANDBOX MARK
import { sandboxes } from '../../crawler/sandboxes.ts';
import { visitHostile } from './visiting.ts';

const [id, mark = ''] = process.argv.slice(2);
const sandbox = sandboxes.find((candidate) => candidate.id === id);
if (sandbox) {
  const visit = visitHostile(sandbox, ['silent', mark]);
  process.stdout.write('visiting\n');
  await visit;
}
