import type { APIRoute } from 'astro';
import { files } from '../../_catalogue.ts';

export const GET: APIRoute = () => Response.json({ files: files() });
