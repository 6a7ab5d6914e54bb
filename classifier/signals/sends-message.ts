import { effect, type Signal } from './reading/signal.ts';
import { anyOf, eitherOf } from './reading/words.ts';

/** What is sent when a message is sent. */
const messages = anyOf(
  `e?mails?, messages?, msg, sms, texts?, notifications?, alerts?, replies, reply, invit\\w+,
    newsletters?, reminders?, dms?, chats?, mms, whatsapp, telegram, slack, voice, fax, letters?,
    campaigns?, announcements?, mail, gmail, outlook,
    to (?:a|the|your) (?:user|channel|chat|contact|customer|client|recipient|group), 邮件, 消息, 短信, メール,
    メッセージ, 메일, 메시지, сообщени\\p{L}*, письм\\p{L}*, почт\\p{L}*, предложени\\p{L}*, уведомлен\\p{L}*,
    correo\\p{L}*, mensaje\\p{L}*, courriel\\p{L}*, nachricht\\p{L}*, mensagem\\p{L}*`,
);
/** Verbs of other languages that mean nothing but sending. */
const foreignSending =
  /^(?:发送|發送|送信|전송|발송|отправ\S+|послать|выслать|разослать|рассылка|enviar|envía|envoyer|senden|sendet|versenden|verschickt)$/u;

/** A verb of sending with a message or a receiver, or a phrase that states one. */
export const sendsMessage: Signal = effect('sends-message', {
  action: ({ act, object, lemma }) => {
    if (act !== 'send') return false;
    if (/^(?:e?mail|sms|message|dm|tweet|notify|remind|alert)$/.test(lemma) && object.length === 0)
      return true;
    return messages.test(object.slice(0, 6).join(' ')) || foreignSending.test(lemma);
  },
  phrase: eitherOf(
    /\b(?:sends?|sending|deliver(?:s|ing)?|forwards?) (?:(?:an?|the|out|this|new|bulk|automated|direct|rich|text|html|transactional|push|encrypted)\s+){0,3}(?:e-?mails?|messages?|sms|notifications?|texts?|invitations?|newsletters?|reminders?|replies|reply|dms?)\b/,
    /\b(?:emails?|notif(?:y|ies)|texts?) (?:the|a|your|all) (?:customer|client|user|recipient|contact|team|subscriber|operator|attendee)s?\b/,
    /\bwill (?:be )?(?:emailed|notified)\b/,
  ),
});
