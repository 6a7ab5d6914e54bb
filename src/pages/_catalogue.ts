import { getEnvironmentData } from 'node:worker_threads';
import { catalogueFolder } from '../catalogue/folder.ts';
import type { SharedOutlines } from '../catalogue/outline-table.ts';
import { readCatalogue } from '../catalogue/read.ts';
import { readRedirects, redirectsFile } from '../catalogue/redirects.ts';
import { shardOf } from '../catalogue/shards.ts';
import { publishedFiles } from '../catalogue/sums.ts';
import { formerPages } from '../view/former-pages.ts';
import { formerLists, formerOwners, leads } from '../view/leads.ts';
import { changeList } from '../view/changes.ts';
import { type DataFile, dataFiles } from '../view/data-page.ts';
import { judgesOf } from '../view/sentences.ts';
import { type Comparison, type Neighbours, neighbours } from '../view/related.ts';
import { costsAmong } from '../view/token-cost.ts';
import { gravestFirst as gravestOf } from '../view/tool-row.ts';
import { toolLists } from '../view/tool-lists.ts';
import { exposuresOf } from './_attacks.ts';
import { outlinedPieces } from './_outlined.ts';
import { readServers, wholePieces } from './_pieces.ts';

/** What a build in parts knows of the catalogue. */
const outlines = getEnvironmentData('outlines') as SharedOutlines<Comparison> | undefined;

/**
 * The catalogue this build is made from. In a build in parts its servers and tools are read when they are looked at, and
 * forgotten soon after: whoever holds them, holds the memory.
 */
export const pieces =
  outlines === undefined
    ? wholePieces(readCatalogue(catalogueFolder()), exposuresOf)
    : outlinedPieces(catalogueFolder(), outlines);

export const servers = readServers(pieces.servers);

/** Every tool, by server, and in the order of every list by name. */
export const { tools, named } = pieces;

const redirects = readRedirects(redirectsFile(catalogueFolder()));
const moved = new Set([...Object.values(redirects.servers), ...Object.keys(redirects.tools)]);

/** The id of the server that has each slug now. */
const owners = new Map(pieces.servers.map(({ slug, id }) => [slug, id]));

/** The servers that former addresses led to, or that have one now. */
const involved = pieces.servers
  .filter(({ id, slug }) => moved.has(id) || Object.hasOwn(redirects.servers, slug))
  .map(({ server }) => server);

/** The addresses that pages of this catalogue once had. */
export const formerAddresses = [...formerLists, ...formerPages, ...leads(redirects, involved, owners)];

/** Whose address a server has now, by its slug. */
export const formerOwnerOf = formerOwners(redirects, involved, owners);

let dataSet: DataFile[] | undefined;

/** The files of the published data set. */
export const files = (): DataFile[] =>
  (dataSet ??= dataFiles(
    publishedFiles(catalogueFolder()),
    pieces.servers.map(({ id }) => shardOf(id)),
  ));

/** The order of every other list. */
export const gravestFirst = gravestOf(named);

export const lists = toolLists(gravestFirst);

let related: Neighbours | undefined;

/** What is related to a tool. Tools are compared when somebody asks first. */
export const neighboursOf: Neighbours = (of) => (related ??= neighbours(tools, pieces.comparison()))(of);

/** Everything that changed in the catalogue, newest first. */
export const changes = changeList(pieces.newest);

/** Who judged its tools. */
export const judges = judgesOf(tools.map(({ traits }) => traits));

export const tokenCostOf = costsAmong(
  pieces.servers.filter(({ size }) => size > 0).map(({ tokens }) => tokens),
);
