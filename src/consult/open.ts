import { visible } from '../model/display.ts';
import { exitCodes, UserError } from '../terminal/command.ts';
import { consultAddress } from './address.ts';
import type { Consulted } from './consulted.ts';
import type { Fetching } from './files.ts';
import { consultFolder } from './folder.ts';

/**
 * The catalogue at a place: a folder that was published into, or the web address of a site.
 * @throws UserError when the place is neither, or when a folder holds no catalogue. An address is asked at the first question.
 */
export function consult(place: string, fetching: Fetching): Consulted {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(place)) return consultFolder(place);
  const url = URL.parse(place);
  if (url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '')
    return consultAddress(url, fetching);
  throw new UserError(
    `--catalogue ${visible(place)}: name a folder, or an http or https address without a login.`,
    exitCodes.usage,
  );
}
