import type { APIContext, APIRoute, RouteData } from 'astro';
import { FetchState } from 'astro/fetch';
import { renderToString } from 'astro/runtime/server/render/astro/render.js';
import { manifest } from 'virtual:astro:manifest';

/**
 * The part of the compiled site that makes its files one at a time. Astro's bundler compiles it together with the pages
 * (`compile.ts`), so that it renders the very same components with the very same runtime; only the pipeline around them is
 * left out. FetchState is a promise of Astro, `createResult` and `renderToString` are not: `proven.ts` names the version that
 * this was held against.
 */

type Props = Record<string, unknown>;
type Params = Record<string, string | number | undefined>;
type Module = NonNullable<FetchState['componentInstance']>;

/** A route of the site with its module. */
export interface Route {
  data: RouteData;
  module: Module;
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

/** Every route that makes files, in Astro's order. */
export async function routes(): Promise<Route[]> {
  const own = manifest.routes.map(({ routeData }) => routeData).filter(({ prerender }) => prerender);
  return Promise.all(
    own.map(async (data) => {
      const load = manifest.pageMap?.get(data.component);
      if (load === undefined) throw new Error(`Astro has no module for ${data.component}.`);
      return { data, module: await (await load()).page() };
    }),
  );
}

function pathOf({ segments }: RouteData, params: Params): string {
  const words = segments.map((parts) =>
    parts
      .map(({ content, dynamic }) =>
        dynamic ? String(params[content.replace(/^\.{3}/, '')] ?? '') : content,
      )
      .join(''),
  );
  return `/${words.filter((word) => word !== '').join('/')}`;
}

function addressOf(route: Route, place: string, path: StaticPath): Address {
  const isFolder = route.data.type === 'page' && place !== '/404' && !place.endsWith('/');
  return { route, pathname: isFolder ? `${place}/` : place, path };
}

/** The files of a route: how many, and each when it is its turn. */
export interface Addresses {
  size: number;
  each: () => Iterable<Address>;
}

/** Every file of a route. */
export async function addressesOf(route: Route): Promise<Addresses> {
  const { data, module } = route;
  if (data.pathname !== undefined) {
    const only = addressOf(route, data.pathname, { params: {} });
    return { size: 1, each: () => [only] };
  }
  const options = { routePattern: data.route, paginate: unsupported('paginate') };
  const paths: StaticPath[] = ((await module.getStaticPaths?.(options)) ?? []).flat();
  const each = () => Iterator.from(paths).map((path) => addressOf(route, pathOf(data, path.params), path));
  return { size: paths.length, each };
}

const unsupported = (what: string) => (): never => {
  throw new Error(`${what} of getStaticPaths is not supported; pagedRoutes makes the pages of a list.`);
};

function stateOf({ route, pathname }: Address, props: Props): FetchState {
  const origin = manifest.site ?? 'http://localhost:4321';
  const state = new FetchState(new Request(new URL(pathname, origin)));
  state.routeData = route.data;
  state.componentInstance = route.module;
  state.props = props;
  return state;
}

/**
 * What an endpoint answers, asked without Astro's pipeline, which takes longer than a small file. Endpoints get their props and nothing else
 * of the context.
 */
async function endpoint({ route, pathname, path }: Address): Promise<Uint8Array> {
  const { GET } = route.module as { GET?: APIRoute };
  if (GET === undefined) throw new Error(`${route.data.component} has no GET.`);
  const response = await GET({ props: { ...path.props } } as unknown as APIContext);
  if (response.status !== 200)
    throw new Error(`${pathname} answers with status ${response.status}, which is no file.`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The bytes or the text of a file, the same as `astro build` writes. */
export async function contentOf(address: Address): Promise<Uint8Array | string> {
  const { data, module } = address.route;
  if (data.type !== 'page') return endpoint(address);
  const props = { ...address.path.props };
  const state = stateOf(address, props);
  const result = await state.createResult(module, state.getActionAPIContext());
  const component = module.default;
  const metadata = result.componentMetadata.get(component.moduleId ?? '');
  result._metadata.headInTree = metadata?.containsHead ?? false;
  const html = await renderToString(result, component, props, {}, true, data);
  if (html instanceof Response)
    throw new Error(`${address.pathname} answers with a response, which is no page.`);
  return html;
}

/** What a file is made from besides the templates; null where its route does not say. */
export function restsOn({ path }: Address): string | null {
  return path.restsOn === undefined ? null : JSON.stringify(path.restsOn());
}
