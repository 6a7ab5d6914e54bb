import type { APIRoute } from 'astro';
import { searchIndex } from '../view/search-index.ts';
import { servers } from './_catalogue.ts';

export const GET: APIRoute = () => Response.json(searchIndex(servers));
