import type { Json } from '../model/json.ts';

/**
 * The values that read the same as one of these, or null where they cannot all be listed ("5", "5.0" and " 5" all read
 * like 5). What a condition forbids, it forbids in every spelling.
 */
export function readings(value: Json): (string | boolean | number)[] | null {
  const values = Array.isArray(value) ? value : [value];
  const all = values.map((each) => {
    if (typeof each === 'boolean') return [each, String(each), Number(each)];
    const isOnlyText =
      typeof each === 'string' && Number.isNaN(Number(each)) && !/^(?:true|false)$/.test(each);
    return isOnlyText ? [each] : null;
  });
  return all.includes(null) ? null : all.flatMap((each) => each ?? []);
}
