import type { Evidence } from '../../src/model/evidence.ts';
import type { Reading } from './reading/reading.ts';
import { watched } from './reading/glance.ts';
import { isDenied, quotes } from './reading/quoting.ts';
import { type Signal, textFinding } from './reading/signal.ts';
import { steered } from './reading/steering/steering.ts';
import { eitherOf } from './reading/words.ts';

/** What attackers call the stages of their work (MITRE ATT&CK tactics) and its kinds, as a name begins with them. */
const stages =
  /^(?:recon|privesc|privilege escalation|exfil\w*|cmdi|sqli|xss|rce|lfi|rfi|ssrf|xxe|csrf|c2|c ?and ?c|lateral(?: movement)?|persist(?:ence)?|evasion|evade|defense evasion|cred(?:ential)?s? (?:\w+ )?(?:dump|access|harvest|theft|spray|steal|extract|grab)\w*|keylog\w*|ransom\w*|rootkit|backdoor|botnet|ddos|phish(?:ing)?|spearphish\w*|malware|trojan|shellcode|brute ?force|mimikatz|stealer|cryptojack\w*|payload (?:gen|drop|inject)\w*|exploit|implant|deface|spoof|hijack|poison|mitm|arp spoof|post exploit\w*|initial access|kill ?chain)\b/;
/** The same inside a name. */
const inside =
  /\b(?:(?:cred|credential|password|hash|token|cookie|lsass|sam)s? (?:dump|dumper|steal|stealer|harvest|theft|spray|grab)\w*|reverse shell|bind shell|web ?shell|privesc|dll (?:hijack|inject\w*|sideload\w*)|process (?:inject\w*|hollow\w*)|(?:av|edr|amsi|uac|defender|antivirus) (?:bypass|evasion|disable|kill)|exfiltrat\w*|keylogger|ransomware|kerberoast\w*|pass the hash|golden ticket|deauth(?:er|entication attack)?|(?:sms|mail|call) bomb\w*|(?:otp|2fa) (?:grab\w*|steal\w*|bot)|(?:cookie|session|info) stealer|phish(?:ing)? (?:kit|clone|page|campaign|server)|sim swap\w*|keystroke (?:logger|recorder)|(?:av|edr|antivirus) killer)\b/;
/** What is looked up about them. */
const lookup =
  /^(?:phishing|malware|ransomware|botnet|trojan|keylogger|backdoor|rootkit) (?:check\w*|find|info|feed|urls?|domains?|famil(?:y|ies))\b/;
/** Names of what only tells, finds or guards against. */
const studying =
  /\b(?:get|list|search|explain|describe|detect\w*|detection|prevent\w*|protect\w*|lookup|find|report\w*|analy[sz]\w*|check|query|fetch|info|news|alerts?|rules?|stats|monitor|block|quarantine|investigate|hunt|classify|guard|defen[cs]e|database|db|mitre|technique|train\w*|awareness|simulat\w*)\b/;

const wares =
  /(?:privilege escalation|lateral movement|credential (?:dumping|harvesting|stuffing|theft)|covert (?:timing |storage )?channel|reverse shell|bind shell|command[- ]and[- ]control|c2 (?:server|beacon|channel)|dll (?:injection|hijack\w*|side-?loading)|process (?:injection|hollowing)|object hijack\w*|(?:arp|dns) (?:spoof|poison)\w*|pass[- ]the[- ]hash|kerberoast\w*|golden ticket|keylog\w*|malicious (?:autorun|payload|code|macro|dll|link|document|attachment)|phishing (?:emails?|pages?|campaigns?|sites?)|ransomware|rootkit|man[- ]in[- ]the[- ]middle attack|denial[- ]of[- ]service attack|fork bomb|shellcode|persistence mechanism|web ?shells?|encoded (?:powershell )?payloads?|droppers?|deauth\w* (?:frames|packets)|evil[- ]twin|hidden (?:administrator|admin|user|local|root) (?:account|user)s?)/
    .source;
const doing =
  /(?:perform|run|execute|launch|conduct|carry out|create|generate|establish|deploy|install|build|craft|set up|open|spawn|start|inject|add|plant|deliver|send|attempt|achieve|gain|use|abuse|implement|drop)(?:s|es)?/
    .source;

const stated = watched(
  eitherOf(
    RegExp(
      `(?:^|[.!?\\n]\\s{0,4})${doing} (?:(?:an?|the|comprehensive|automated|various|full|remote|windows|linux|kernel)\\s+){0,3}${wares}\\b(?! (?:detect|prevent|protect|awareness|simulat|rule|report|alert|coverage)\\w*)`,
    ),
    RegExp(
      `(?:^|(?<!e\\.g)[.!?\\n]\\s{0,4})(?:com |dll |token )?${wares} (?:for|via|using|against|through|on) `,
    ),
    /(?:^|[.!?\n]\s{0,4})(?:abuses?|exploits?) (?:(?:the|a|an|known|windows|linux|kernel|a known)\s+){0,3}(?:\w+privileges?|vulnerabilit(?:y|ies)|sudo|suid|setuid|cves?|kernel|token|service|smb|rdp|misconfigur\w+|trust|deserialization)\b/,
    /(?:^|[.!?\n]\s{0,4})(?:bypass|evade|disable|kill|defeat)(?:es|s)? (?:(?:the|a|an|windows|microsoft|all|any)\s+){0,3}(?:uac|amsi|edr|av|antivirus|defender|applocker|aslr|dep|2fa|mfa|captcha|event log\w*|audit log\w*|endpoint (?:protection|detection)|intrusion detection|waf)\b/,
    /(?:^|[.!?\n]\s{0,4})(?:steals?|harvests?|cracks?) (?:\w+ ){0,3}(?:credentials?|passwords?|hashes|cookies|tokens?|keystrokes|sessions?)\b/,
    /(?:^|[.!?\n]\s{0,4})(?:exfiltrates?|dumps?|grabs?|sniffs?|intercepts?)\b[^.\n]{0,20}\b(?:data|credentials?|passwords?|hashes|lsass|cookies|tokens|tickets|keystrokes|traffic|keys|sessions)\b(?=[^.\n]{0,40}\b(?:covert|attacker|victim|target|remote host|memory|lsass|dns tunnel\w*|channel|via|from (?:the )?(?:browser|memory|sam|registry|victim|target|user)))/,
    /(?:^|[.!?\n]\s{0,4})brute[- ]?forc(?:es?|ing) (?:\w+ ){0,2}(?:logins?|passwords?|credentials|accounts?|pins?|hashes)\b/,
    /\bon (?:the |a )?compromised (?:server|host|machine|system|target)s?\b/,
    /\b(?:so that|without|such that)\b[^.\n]{0,20}\b(?:antivirus|edr|defender|av|security (?:software|tools?)|detection|scanners?)\b[^.\n]{0,20}\b(?:not|never|cannot|won['’]t|doesn['’]t) (?:be )?(?:detect\w*|notice\w*|see\w*|flag\w*|recogni\w*|triggered)\b/,
    /(?:^|[.!?\n]\s{0,4})(?:impersonates?|hijacks?|spoofs?|poisons?|floods?|deauth\w*|backdoors?|sprays?) (?:\w+ ){0,3}(?:tokens?|sessions?|users?|accounts?|arp|dns|clients?|target|victims?|process(?:es)?|access points?|network)\b(?=[^.\n]{0,50}\b(?:logged|victim|target|another|attack|without|privileg\w+|all accounts|access point|traffic|domain|persist\w*))/,
    /\bvictim['’]?s? (?:server|machine|host|system|computer|browser|network)\b/,
    /\b(?:clones?|cloned|cop(?:y|ies) of|fake|look-?alike) (?:\w+ ){0,4}(?:log-?in|bank|sites?|pages?|portals?)\b[^.\n]{0,60}\b(?:captur(?:e|es|ing)|collects?|harvests?|steals?|grabs?)\b[^.\n]{0,20}\b(?:credentials?|passwords?|log-?ins?|card|codes?)\b/,
    /\b(?:leaves?|drops?|writes?|shows?) (?:a |the )?ransom (?:note|demand)\b/,
    /\b(?:knocks?|kicks?|throws?) (?:\w+ ){0,3}off (?:an?|the|any) (?:\w+ )?(?:wi-?fi|wireless|network)\b/,
    /\b(?:keystrokes|cookies|passwords|phone number|credentials|log-?ins?|webcam|messages|screen)\b[^.\n]{0,40}\b(?:of|from) (?:(?:the|an?|any|browsers of)\s){0,2}(?:victims?|target machines?|infected \w+)\b/,
    /\b(?:asks?|tricks?|lures?|persuades?|infects?) (?:an?|the|its|unsuspecting) victims?\b/,
    /\b(?:records?|tracks?|monitors?|captures?|reads?|watches)\b[^.\n]{0,60}\bwithout (?:being (?:noticed|detected|seen)|(?:their|the (?:owner|person|target|victim)['’]?s?) (?:knowledge|knowing|noticing|consent))\b/,
    /(?:^|[.!?\n]\s{0,4})(?:secretly|covertly|stealthily) (?:tracks?|records?|monitors?|watch(?:es)?|listens?|spies|spy)\b/,
    /(?:^|[.!?\n]\s{0,4})floods? (?:\w+ ){1,4}with (?:messages|sms|calls|requests|packets|e-?mails?|mails?|traffic)\b/,
    /(?:^|[.!?\n]\s{0,4})(?:stops?|kills?|blinds?|terminates?) (?:the )?(?:endpoint (?:protection|detection)|antivirus|edr|security software)\b/,
    /\b(?:dumps?|reads?|extracts?|decrypts?) (?:\w+ ){0,4}(?:lsass|sam hive|ntds(?:\.dit)?|ntlm hash(?:es)?)\b/,
    /\b(?:copies|spreads) itself (?:to|across|over)\b|\bin order to steal\b|\b(?:writes?|plants?|puts?) malware\b/,
    /(?:^|[.!?\n]\s{0,4})(?:turns?|switch(?:es)?) (?:off (?:the |windows )?(?:defender|antivirus|edr)|on the (?:webcam|microphone) of an?)\b/,
    /\b(?:stay|stays|staying) (?:under the radar|undetected|unnoticed)\b/,
    /\b(?:escalates? (?:to )?(?:root|system|admin\w*) |gains? (?:root|system|persistent) access|elevates? privileges (?:to|via|by))/,
  ),
);

/** Where name or fixed phrases state a technique of attackers, as something that a call does. */
export function attacksIn(reading: Reading): Evidence[] {
  const { tool, words, spoken: name } = reading;
  const isNamed =
    (stages.test(name) &&
      !lookup.test(name) &&
      !studying.test(
        words
          .slice(1)
          .join(' ')
          .replace(/\b(?:find|check|check all|info)$/, ''),
      )) ||
    (inside.test(name) && !studying.test(name));
  const named = isNamed ? [{ id: 'attack-technique' as const, at: '/name', quote: tool.name }] : [];
  const told = quotes('attack-technique', reading.prose, reading.held(stated), isDenied);
  return [...named, ...told];
}

/** Name or text state a technique of attackers: by fixed phrases, or by what was learned of texts that offer an attack. */
export const attackTechnique: Signal = {
  id: 'attack-technique',
  look(reading) {
    const found = attacksIn(reading);
    const evidence = found.length > 0 ? found : steered(reading, 'attack-technique');
    return textFinding(reading, evidence.slice(0, 2));
  },
};
