import type { APIRoute } from 'astro';
import { ownCeiling, ownSite } from '../catalogue/own-site.ts';
import { siteFiles } from '../view/files/files.ts';
import { formerAddresses, servers, tools } from './_catalogue.ts';

const site = URL.canParse(import.meta.env.SITE) ? new URL(import.meta.env.SITE) : undefined;

export function getStaticPaths() {
  const hasRegistry = site !== undefined && ownCeiling() !== null;
  const of = { name: ownSite().name, tools: tools.length, address: site, hasRegistry };
  return siteFiles(servers, formerAddresses, of).map(({ path, text }) => ({
    params: { file: path },
    props: { text },
  }));
}

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
