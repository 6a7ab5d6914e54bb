import type { APIRoute } from 'astro';
import { dataFiles } from '../../../view/data-page.ts';
import { shards } from '../../_catalogue.ts';

export const GET: APIRoute = () => Response.json({ files: dataFiles(shards) });
