import type { Signal } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';
import { wording } from './reading/wording.ts';

const wide = /(?:full|unrestricted|unlimited|complete|total|root|administrator|admin)/.source;
const realm =
  /(?:file ?system|disk|network|internet|system|shell|machine|computer|host|device|desktop|environment)/
    .source;

/** The text demands rights under which a call could do anything on the machine. */
export const excessRights: Signal = wording(
  'excess-rights',
  eitherOf(
    /\bnopasswd\b|--dangerously-\w+|\bsudo without (?:a )?password|\bpasswordless sudo\b|\bto (?:the )?sudoers\b/,
    /\bchmod (?:-r )?0?777 (?:\/|~|on\b)/,
    /\b(?:turn|switch) (?:\w+ )?(?:approvals?|confirmations?|permission prompts?|safety checks) off\b/,
    /\b(?:sandbox|safe mode|approvals?|permission checks?|safety checks?|confirmations?) (?:is |are |was |were |has been |have been )?(?:disabled|suspended|lifted|switched off|turned off) by (?:the |an? |your )?(?:admin\w*|operator|system|developer|owner|user)\b/,
    /\b(?:before|prior to) (?:the )?(?:first|using|use|calling|running|any)\b[^.\n]{0,30}\b(?:grant|give|assign|add)\b[^.\n]{0,40}\b(?:role|admin\w*|owner|superuser|root|sudo)\b/,
    RegExp(
      `\\b(?:requires?|needs?|must have|must be (?:given|granted)|grant|demands?|asks? for|give (?:it|this tool))\\b[^.\\n]{0,40}\\b${wide} (?:${realm} )(?:and \\w+ )?(?:access|permissions?|privileges?|rights|control)\\b`,
    ),
    /\b(?:requires?|needs?|must have|must be (?:run|started|granted))\b[^.\n]{0,40}\b(?:root|sudo|superuser) (?:privileges?|rights|permissions?)\b[^.\n]{0,60}\b(?:network|file ?system|unrestricted|full)\b/,
    /\b(?:requires?|needs?|must have)\b[^.\n]{0,30}\b(?:full|total|complete|unrestricted) control (?:of|over) (?:the |your |this )?(?:machine|computer|system|host|device|desktop)\b/,
    /\b(?:disable|turn off|deactivate) (?:the |all |any |your )?(?:sandbox(?:ing)?|antivirus|firewall|permission (?:checks|prompts)|safety (?:checks|settings)|security (?:software|checks|settings)) (?:before|first|to use|in order to|for this tool)\b/,
    /\b(?:run|start) (?:the |your )?(?:client|agent|host|claude|cursor) (?:with|in|as) (?:--?dangerously|root|sudo|auto-?approve|yolo)\b/,
    /\b(?:works?|runs?|functions?) only (?:with|as|under|when run as) (?:sudo|root|administrator|admin)\b/,
    /\bonly (?:works?|runs?)\b[^.\n]{0,30}\b(?:firewall|sandbox|antivirus|permission checks|security software)\b[^.\n]{0,12}\b(?:off|disabled|removed|deactivated)\b/,
    /\b(?:switch|turn) off (?:all |any |the |your )?(?:confirmations?|permission prompts?|approvals?|sandbox(?:ing)?|firewall) (?:before|first|to use)\b/,
    /\bwith (?:the |your |all )?(?:firewall|sandbox(?:ing)?|antivirus|permission checks) (?:turned off|switched off|disabled|removed)\b/,
    /\b(?:requires?|needs?|demands?|wants?|must have) (?:full|unrestricted|unlimited|complete|total) access to (?:all|every|any|your)\b/,
  ),
);
