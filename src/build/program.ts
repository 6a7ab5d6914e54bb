import type { APIContext, APIRoute, RouteData } from 'astro';
import { FetchState } from 'astro/fetch';
import { renderAllHeadContent } from 'astro/runtime/server/render/head.js';
import { renderScript } from 'astro/runtime/server/render/script.js';
import { manifest } from 'virtual:astro:manifest';
import { type Component, pageHtml, type Rendering } from './runtime.ts';

/**
 * The part of the compiled site that makes its files one at a time. Astro's bundler compiles it together with the pages
 * (`compile.ts`), so that it renders the very same components, which come with `runtime.ts` in place of Astro's own; the pipeline
 * around them is left out. FetchState is a promise of Astro; `createResult`, `renderAllHeadContent` and `renderScript` are not:
 * `proven.ts` names the version that this was held against.
 */

type Props = Record<string, unknown>;
type Params = Record<string, string | number | undefined>;
type Module = NonNullable<FetchState['componentInstance']>;

/** Makes a file of a route from its address and its props. */
type Make = (pathname: string, props: Props) => string | Promise<Uint8Array>;

/** A route of the site. Its module is loaded, and Astro asked about it, when somebody wants to know. */
export interface Route {
  data: RouteData;
  module: () => Promise<Module>;
  make: () => Promise<Make>;
}

/**
 * What `getStaticPaths` gives for a file. `restsOn` is ours: what the file is made from besides the templates, as anything that
 * becomes JSON. Members may be read late, so that no path holds a server.
 */
interface StaticPath {
  readonly params: Params;
  readonly props?: Props;
  restsOn?(): unknown;
}

/** One file that a route makes. */
export interface Address {
  route: Route;
  /** With a slash at both ends for a page, but for /404. */
  pathname: string;
  path: StaticPath;
}

function once<Result>(make: () => Result): () => Result {
  let made: { result: Result } | undefined;
  return () => (made ??= { result: make() }).result;
}

function routeOf(data: RouteData): Route {
  const module = once(async () => {
    const load = manifest.pageMap?.get(data.component);
    if (load === undefined) throw new Error(`Astro has no module for ${data.component}.`);
    return (await load()).page();
  });
  const make = once(async () => (data.type === 'page' ? pages : endpoints)(data, await module()));
  return { data, module, make };
}

/** Every route that makes files, in Astro's order. */
export const routes = (): Route[] =>
  manifest.routes
    .map(({ routeData }) => routeData)
    .filter(({ prerender }) => prerender)
    .map(routeOf);

/** The way to make the path of a file of a route from its parameters. */
function pathsOf({ segments }: RouteData): (params: Params) => string {
  const places = segments.map((parts) =>
    parts.map(({ content, dynamic }) => ({ content, name: dynamic ? content.replace(/^\.{3}/, '') : null })),
  );
  return (params) => {
    let path = '';
    for (const parts of places) {
      let word = '';
      for (const { content, name } of parts) word += name === null ? content : String(params[name] ?? '');
      if (word !== '') path += `/${word}`;
    }
    return path === '' ? '/' : path;
  };
}

function addressOf(route: Route, place: string, path: StaticPath): Address {
  const isFolder = route.data.type === 'page' && place !== '/404' && !place.endsWith('/');
  return { route, pathname: isFolder ? `${place}/` : place, path };
}

/** The files of a route: how many, and those from one place up to another, each when it is its turn. */
export interface Addresses {
  size: number;
  each: (start?: number, end?: number) => Iterable<Address>;
}

/** Every file of a route. */
export async function addressesOf(route: Route): Promise<Addresses> {
  const { data } = route;
  if (data.pathname !== undefined) {
    const only = addressOf(route, data.pathname, { params: {} });
    return { size: 1, each: () => [only] };
  }
  const options = { routePattern: data.route, paginate: unsupported('paginate') };
  const { getStaticPaths } = await route.module();
  const paths: StaticPath[] = ((await getStaticPaths?.(options)) ?? []).flat();
  const pathOf = pathsOf(data);
  const each: Addresses['each'] = (start, end) =>
    Iterator.from(paths.slice(start, end)).map((path) => addressOf(route, pathOf(path.params), path));
  return { size: paths.length, each };
}

const unsupported = (what: string) => (): never => {
  throw new Error(`${what} of getStaticPaths is not supported; pagedRoutes makes the pages of a list.`);
};

const origin = manifest.site ?? 'http://localhost:4321';
const site = manifest.site === undefined ? undefined : new URL(manifest.site);

/** What a page is rendered with. What all pages of a route have alike is asked of Astro once. */
function renderingOf(pathname: string, { head, scripts }: Pick<Rendering, 'head' | 'scripts'>): Rendering {
  const place = { url: new URL(pathname, origin), site };
  return {
    ...{ head, scripts, written: new Set() },
    createAstro: (props, slots = {}) => ({
      ...place,
      props,
      slots: { has: (name) => slots[name] !== undefined },
    }),
  };
}

/** Pages, the same as Astro makes them with the result that it would render them with. */
async function pages(data: RouteData, module: Module): Promise<Make> {
  const state = new FetchState(new Request(new URL(data.pathname ?? '/', origin)));
  Object.assign(state, { routeData: data, componentInstance: module, props: {} });
  const result = await state.createResult(module, state.getActionAPIContext());
  const component = module.default as unknown as Component;
  if (result.componentMetadata.get(component.moduleId ?? '')?.containsHead !== true)
    throw new Error(`${data.component} has no head.`);
  const elements = Object.keys(manifest.entryModules).map(
    async (id) => [id, (await renderScript(result, id)).content] as const,
  );
  const common = {
    head: String(renderAllHeadContent(result)),
    scripts: new Map(await Promise.all(elements)),
  };
  return (pathname, props) => pageHtml(component, props, renderingOf(pathname, common));
}

/**
 * What an endpoint answers, asked without Astro's pipeline, which takes longer than a small file. Endpoints get their props and nothing else
 * of the context.
 */
function endpoints({ component }: RouteData, { GET }: { GET?: APIRoute }): Make {
  if (GET === undefined) throw new Error(`${component} has no GET.`);
  return async (pathname, props) => {
    const response = await GET({ props } as unknown as APIContext);
    if (response.status !== 200)
      throw new Error(`${pathname} answers with status ${response.status}, which is no file.`);
    return new Uint8Array(await response.arrayBuffer());
  };
}

/** The bytes or the text of a file, the same as `astro build` writes. */
export async function contentOf({ route, pathname, path }: Address): Promise<Uint8Array | string> {
  const make = await route.make();
  return make(pathname, { ...path.props });
}

/** What a file is made from besides the templates; null where its route does not say. */
export function restsOn({ path }: Address): string | null {
  return path.restsOn === undefined ? null : JSON.stringify(path.restsOn());
}
