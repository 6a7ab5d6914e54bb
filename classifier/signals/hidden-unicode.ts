import { plainFinding, type Signal } from './reading/signal.ts';
import { hiddenCharacters } from '../../src/model/display.ts';
import { quoteMember } from './reading/quoting.ts';

/** Anything but printable ASCII, tab, line feed and carriage return: most texts hold none and need no closer look. */
const unusual = /[^\t\n\r -~]/;

/** Characters that a reader cannot see stand in a text or in a name. */
export const hiddenUnicode: Signal = {
  id: 'hidden-unicode',
  look({ tool, passages, parameters }) {
    const names = [{ at: '/name', text: tool.name }];
    const texts = [...names, ...passages].filter(
      ({ text }) => unusual.test(text) && hiddenCharacters(text).length > 0,
    );
    const keys = parameters.filter(({ name }) => unusual.test(name) && hiddenCharacters(name).length > 0);
    return plainFinding(
      [
        ...texts.map(({ at, text }) => ({
          id: 'hidden-unicode',
          at,
          quote: hiddenCharacters(text).slice(0, 1).join(''),
        })),
        ...keys.map(({ at }) => quoteMember('hidden-unicode', tool, at)),
      ].slice(0, 2),
    );
  },
};
