import { formats } from '../../policy/formats.ts';
import { claudeCode } from '../../policy/formats/claude-code.ts';

/** The formats that a stack's policy can be had in, and which one is shown first. */
export const stackFormats: readonly { id: string; name: string; isUsual: boolean }[] = formats.map(
  (format) => ({
    id: format.id,
    name: format.name,
    isUsual: format === claudeCode,
  }),
);
