import { type EntryList, pagesOf } from '../view/paging.ts';
import { paths } from '../model/paths.ts';

/** Every page of these lists, for a route under `root` with the rest parameter `list`. */
export function pagedRoutes<List extends EntryList<unknown>>(
  root: string,
  lists: readonly List[],
): { params: { list: string | undefined }; props: { list: List; number: number } }[] {
  return lists.flatMap((list) =>
    Array.from({ length: pagesOf(list) }, (_, index) => {
      const path = paths.listPage(list.path, index + 1).slice(root.length, -1);
      return {
        params: { list: path === '' ? undefined : path },
        props: { list, number: index + 1 },
      };
    }),
  );
}
