import { runCommand } from '../terminal/command.ts';
import { runGuard } from './command.ts';

await runCommand(() => runGuard(process.argv.slice(2)));
