import { Ability, type Format, type Proof, type Support } from './format.ts';

/** What one format does about one ability, and how we know. */
export interface MatrixCell {
  ability: Ability;
  support: Support;
  /** Null where the ability is not there: nothing is claimed, so nothing has to be proved. */
  proof: Proof | null;
}

/** What a format can do: one cell for each ability, in the order of `Ability`. */
export function capabilities({ abilities, proofs }: Format): MatrixCell[] {
  return Ability.options.map((ability) => ({
    ability,
    support: abilities[ability],
    proof: proofs.find((each) => each.abilities.includes(ability)) ?? null,
  }));
}

/** Whether anything but reading stands behind the export: a program, a parser or a schema that took it. */
export function isTried({ proofs }: Format): boolean {
  return proofs.some(({ kind }) => kind !== 'not-executed');
}
