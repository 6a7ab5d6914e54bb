import { runGroup } from './run.ts';

await runGroup(import.meta.filename);
