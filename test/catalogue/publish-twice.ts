// Publishes a small catalogue into a folder, and then one that has no room there.
import { writeCatalogue } from '../../src/catalogue/write.ts';
import { runCommand } from '../../src/terminal/command.ts';
import { sampleServer, sampleTool } from '../samples.ts';

const [folder = ''] = process.argv.slice(2);
const servers = (words: string) =>
  Array.from({ length: 60 }, (_, index) =>
    sampleServer(`s-${index}`, [sampleTool({ name: 'read', description: words })]),
  );
await runCommand(() => {
  writeCatalogue(folder, servers('Reads.'));
  writeCatalogue(folder, servers('Reads a lot. '.repeat(800)));
});
