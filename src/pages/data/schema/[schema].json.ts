import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { APIRoute } from 'astro';
import { locations } from '../../../model/locations.ts';

export function getStaticPaths() {
  return readdirSync(locations.schemas).map((file) => ({
    params: { schema: basename(file, '.json') },
    props: { text: readFileSync(join(locations.schemas, file), 'utf8') },
  }));
}

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
