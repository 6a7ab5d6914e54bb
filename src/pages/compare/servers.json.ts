import type { APIRoute } from 'astro';
import { comparable } from '../../view/server-card.ts';
import { pieces } from '../_catalogue.ts';

export const GET: APIRoute = () => Response.json(comparable(pieces.servers));
