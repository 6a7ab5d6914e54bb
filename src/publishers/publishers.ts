import { api } from './api.ts';
import { bulk } from './bulk.ts';
import { checksums } from './checksums.ts';
import { feeds } from './feeds.ts';
import { lookup } from './lookup.ts';
import { registry } from './registry.ts';
import { search } from './search.ts';
import { shards } from './shards.ts';
import { sitemap } from './sitemap.ts';
import type { Publisher } from './publisher.ts';

/** Every publisher, in the order in which they run when all pages are built. */
export const publishers: readonly Publisher[] = [
  api,
  lookup,
  search,
  feeds,
  registry,
  shards,
  bulk,
  checksums,
  sitemap,
];
