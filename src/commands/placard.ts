import { enableCompileCache } from 'node:module';
import { runCommand } from '../terminal/command.ts';
import { runProgram } from '../terminal/program.ts';
import { commands } from './commands.ts';

/** What Node has compiled once it takes again at the next start, which takes a third off it. */
enableCompileCache();

const about = `Says what the tools of MCP servers can do, how grave that is, and what policy to give them.
In a checkout of the repository it is called as "npm run -s placard -- COMMAND".`;

await runCommand(() => runProgram({ name: 'placard', about, commands }, process.argv.slice(2)));
