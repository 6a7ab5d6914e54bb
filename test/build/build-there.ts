// Builds the site of a bench, in the folder of it, once more.
import { runCommand } from '../../src/terminal/command.ts';
import { benchIn } from './built.ts';

const [root = '', templates] = process.argv.slice(2);
await runCommand(async () => {
  await benchIn(root).quickly(templates);
});
