import { type Clue, watchedClues } from './clues.ts';
import type { SideDeed } from './side-deeds.ts';

/** What takes such a sentence back, or makes it one about something else. */
const hedged =
  /\b(?:if|unless|when|after|until|whether|only|optional\w*|must|should|requires?|confirm\w*|never|not|no|nothing|none|cannot|without|by (?!the (?:call|tool)|it)\w+|before|previously|already|filters?|markup|tags|whitespace|duplicates?|cached?|temp(?:orary)?|expired|words|columns?|spaces|nulls?|comments?|exif|metadata|location data|names|identifiers|monthly|yearly|checkout|history|use|from (?:the )?(?:text|output|result|response|list|string|image)|(?:delete|remove|ack)_\w+|e\.g\.|example|provider|retention)\b|n['’]t\b|\w=\w/i;
const deed = (...all: readonly [RegExp, ...RegExp[]]): Clue => ({ all, none: hedged });

/**
 * Sentences that state a deed in plain words, of tools that by name and opening only look: there hardly any honest author
 * writes them.
 */
export const quietDeeds: Readonly<Record<SideDeed, readonly Clue[]>> = {
  removal: watchedClues([
    deed(
      /\b(?:is|are|gets?|get|being) (?:\w+ly ){0,2}(?:wiped|erased|deleted|purged|dropped|destroyed|emptied)\b|\b(?:it|test|call|tool|and|then|which|also) (?:\w+ly )?(?:drops|deletes|erases|wipes|purges|destroys)\b|, (?:deleting|erasing|wiping|purging)\b|\b(?:purge|erasure) of\b/i,
      /\b(?:they|it|them|files?|folders?|tables?|documents?|photos?|library|mails?|messages?|newsletters?|accounts?|databases?|notes?|contacts?|projects?|backups?|the (?:older|newer|other|original)(?: one)?)\b/i,
    ),
  ]),
  payment: watchedClues([
    deed(
      /\b(?:card|account|wallet|balance) is (?:\w+ly )?(?:charged|debited|billed)\b|\b(?:settles|pays|invests|donates|converts)\b[^.;]{0,60}\b(?:bank account|card|wallet|balance)\b|\b(?:fee|tip|commission|cent) (?:of [^.;]{1,12}(?:\.\d+)?[^.;]{0,8} )?(?:goes|is (?:paid|sent|transferred)) to\b|\b(?:cash|funds|money|coins|tokens) (?:is|are) (?:\w+ly )?(?:invested|moved|transferred|staked|swapped|spent)\b/i,
      /\b(?:is|are|goes|settles|pays|invests|donates|converts)\b/i,
    ),
    {
      all: [
        /\b(?:plan|subscription|policy|ticket|licen[cs]e)s? (?:is|are) (?:\w+ly )?(?:ordered|bought|purchased)\b/i,
      ],
      none: /\b(?:when|by|whether|not (?:be|yet)|never|after|before|history)\b/i,
    },
  ]),
  running: watchedClues([
    deed(
      /\b(?:installs?|installed|is set up|sets up)\b[^.;]{0,40}\b(?:root certificate|daemon|browser extension|kernel driver|phones? home)\b|\bpipes? (?:it|them|the result) (?:in)?to (?:bash|sh|a shell|the shell|powershell|python)\b|\b(?:macros?|scripts?|binaries|attachments?)\b[^.;]{0,40}\b(?:is|are) (?:then |also |\w+ly )?(?:run|executed|launched)\b|\bservice\b[^.;]{0,40}\bphones? home\b/i,
      /\b(?:an?|the|it|them|are|is|found)\b/i,
    ),
  ]),
  access: watchedClues([
    deed(
      /\bto passwordless\b|\b(?:put|added|written|appended|copied) (?:in)?to [^.;]{0,20}authorized_keys\b|\b(?:is|are) (?:made|promoted to) (?:an? )?(?:administrator|admin|owner|superuser)s?\b|\bremote (?:administration|access|control|management) is (?:\w+ly )?(?:opened|enabled|switched on|turned on)\b/i,
      /\b(?:is|are|also|switches|sets)\b/i,
    ),
  ]),
  outflow: watchedClues([
    deed(
      /\b(?:resold|(?:reported|shown|given|passed on|leaked) to (?:insurers?|employers?|supermarkets?|creditors?|advertisers?)|shared with (?:insurers?|employers?|supermarkets?|creditors?|advertisers?)|pushed to our|copy (?:of \w+ )?(?:lands|goes|ends up)|receives? an? (?:invitation|advert\w*)|posts what you|posted on your (?:timeline|wall|feed))\b/i,
      /\b(?:is|are|lands|goes|ends up|receives?|posts)\b/i,
    ),
  ]),
};
