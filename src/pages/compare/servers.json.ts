import type { APIRoute } from 'astro';
import { comparable } from '../../view/server-card.ts';
import { servers } from '../_catalogue.ts';

export const GET: APIRoute = () => Response.json(comparable(servers));
