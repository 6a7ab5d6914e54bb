/** What is shown in place of a word that may be secret. */
export const mask = '•••';

/** Long words of letters and digits, hexadecimal ones, and those with a beginning that keys have. */
const keyShaped =
  /^(?=.*\d)(?=.*[A-Za-z])[\w~.=-]{20,}$|^[0-9a-f]{16,}$|^(?:sk|pk|ghp|gho|key|tok|token)[-_]\w{6,}/i;
/** Words in which capitals, small letters and digits are mixed. */
const mixed = /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9_~=]{10,}$/;
/** Beginnings that only keys have. */
const key =
  /^(?:sk|pk|rk)[-_]\w{8,}|^gh[opsur]_\w{8,}|^github_pat_|^xox[a-z]-|^AKIA[A-Z0-9]{8,}|^eyJ[\w-]{8,}|^(?=.*\d)[0-9a-f]{16,}$/i;

/** Words in which digits stand in several places among capitals and small letters. */
const scattered = /^(?=.*\d[A-Za-z]+\d)(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9~=+]{12,}$/;

/** Whether one word may be somebody's key. Says yes rather too often: a masked word costs less than a shown key. */
export function looksSecret(word: string): boolean {
  return keyShaped.test(word) || mixed.test(word);
}

/** Whether a name of the user's choice can only be a key. Names are long and have digits too, so this asks for more. */
export function isKey(name: string): boolean {
  return key.test(name) || name.split(/[-_./: ]/).some((part) => scattered.test(part));
}
