import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { JudgeId } from '../src/model/classification.ts';
import { locations } from '../src/model/locations.ts';
import { exitCodes, UserError } from '../src/terminal/command.ts';
import type { Judge } from './judge.ts';
import { openaiJudge } from './judges/openai.ts';
import { openaiClient } from './judges/openai/client.ts';
import { modelJudge } from './judges/model.ts';
import { readModel } from './judges/model/weights-file.ts';
import { rulesJudge } from './judges/rules.ts';

/** Where the weights lie, whatever folder a command is started in. */
const projectRoot = join(import.meta.dirname, '..');

type Environment = Readonly<Record<string, string | undefined>>;
/** A judge, and one sentence for the person who started it: who judges, and what would change that. */
interface Choice {
  judge: Judge;
  notice: string;
}

/** The model that is asked when OPENAI_MODEL names no other. */
export const defaultModel = 'gpt-5-mini';

function setting(environment: Environment, name: string): string | null {
  const value = environment[name]?.trim();
  return value === undefined || value === '' ? null : value;
}

function chooseRules(): Choice {
  return { judge: rulesJudge, notice: 'The rules judge, as asked.' };
}

function chooseModel(environment: Environment): Choice {
  const notice = setting(environment, 'OPENAI_API_KEY')
    ? 'The rules and the model judge, as asked.'
    : 'The rules and the model judge. Set OPENAI_API_KEY (and OPENAI_BASE_URL for another endpoint) to ask a language model.';
  return { judge: modelJudge(readModel(join(projectRoot, locations.model))), notice };
}

function chooseOpenai(environment: Environment): Choice {
  const key = setting(environment, 'OPENAI_API_KEY');
  if (key === null)
    throw new UserError(
      'The openai judge needs OPENAI_API_KEY. Set it, to any word if your endpoint asks for no key, or use --judge model.',
      exitCodes.usage,
    );
  const address = setting(environment, 'OPENAI_BASE_URL');
  if (address !== null && !/^https?:$/.test(URL.parse(address)?.protocol ?? ''))
    throw new UserError(
      `OPENAI_BASE_URL is no web address: ${address}\nSet it to something like http://localhost:11434/v1, or unset it.`,
      exitCodes.usage,
    );
  const client = openaiClient(key, address);
  const model = setting(environment, 'OPENAI_MODEL') ?? defaultModel;
  const judge = openaiJudge({
    client,
    model,
    now: Date.now,
    wait: async (milliseconds) => {
      await setTimeout(milliseconds);
    },
    secretWord: () => `mark-${randomBytes(12).toString('hex')}`,
  });
  return { judge, notice: `${model} at ${client.baseURL} judges (OPENAI_MODEL, OPENAI_BASE_URL).` };
}

const judges: Readonly<Record<Exclude<JudgeId, 'human'>, (environment: Environment) => Choice>> = {
  model: chooseModel,
  rules: chooseRules,
  openai: chooseOpenai,
};

/** The words that `--judge` takes. */
export const judgeNames = Object.keys(judges).join('|');

/**
 * The judge a caller asked for; else a language model when OPENAI_API_KEY is set, else rules and model together.
 * @throws UserError with exit code 2 for a judge that does not exist or lacks its settings, and with 1 when the
 * model's weights cannot be used.
 */
export function chooseJudge(wanted: string | undefined, environment: Environment): Choice {
  const name = wanted ?? (setting(environment, 'OPENAI_API_KEY') === null ? 'model' : 'openai');
  const found = Object.entries(judges).find(([id]) => id === name);
  if (found === undefined)
    throw new UserError(`There is no judge "${name}". Use --judge ${judgeNames}.`, exitCodes.usage);
  return found[1](environment);
}
