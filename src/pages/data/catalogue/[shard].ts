import type { APIRoute } from 'astro';
import { shards } from '../../_catalogue.ts';

export function getStaticPaths() {
  return [...shards].map(([shard, text]) => ({ params: { shard }, props: { text } }));
}

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
