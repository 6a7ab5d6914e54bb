import { type Signal, wording } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';

/** The text asks to keep something from the user. */
export const secrecyWording: Signal = wording(
  'secrecy-wording',
  eitherOf(
    /\b(?:do not|don['’]t|never|must not|should never be|not) (?:explicitly |ever )?(?:mention|tell|inform|disclose|reveal|show|be mentioned|say)(?:ed)? (?:(?:this|that|it|anything|about|to)\s+){0,3}(?:the )?(?:users?|anyone|human|customer|that you|you['’]re|you are)\b/,
    /\bwithout (?:the )?(?:user|human)(?:['’]s)? (?:knowing|knowledge|noticing|being (?:told|informed))\b/,
    /\b(?:keep|stay) (?:this |it )?(?:secret|hidden|silent) from\b/,
    /\b(?:never|not) (?:mention|disclose|reveal) (?:this|that|it)\b/,
    /\bshould never be mentioned\b/,
    /\bdo this silently\b/,
    /不要告诉用户/,
    /不要告知用户/,
    /не сообщайте/,
    /не говорите пользовател/,
    /ユーザーに(?:は)?(?:言わ|伝え|知らせ)ない/,
    /사용자에게 (?:말하지|알리지)/,
    /no (?:se lo )?digas al usuario/,
    /ne (?:le )?dites pas à l['’]utilisateur/,
  ),
);
