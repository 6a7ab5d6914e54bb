import type { APIRoute } from 'astro';
import { siteFiles } from '../view/files/files.ts';

export function getStaticPaths() {
  return siteFiles().map(({ path, text }) => ({ params: { file: path }, props: { text } }));
}

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
