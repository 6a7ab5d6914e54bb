import type { Attack } from '../../model/attack.ts';
import { attackData } from '../../view/attacks.ts';
import { attacks, exposed } from '../_attacks.ts';

export function getStaticPaths() {
  return attacks.map((attack) => ({ params: { attack: attack.id }, props: { attack } }));
}

/** One attack and every tool that is open to it, as /attacks/<id>.json. */
export function GET({ props: { attack } }: { props: { attack: Attack } }): Response {
  return Response.json(attackData(attack, exposed.get(attack.id) ?? []));
}
