import { compileSite } from './compile.ts';
import { told } from './space.ts';

/** A process that compiles the site into a folder and ends: `compile-process.ts FOLDER`. What goes wrong it says on standard error. */
const [program = ''] = process.argv.slice(2);

try {
  await compileSite(program);
} catch (error) {
  const cause = told(error);
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
}
