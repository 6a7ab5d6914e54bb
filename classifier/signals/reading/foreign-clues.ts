import type { Clue } from './clues.ts';
import {
  allThatWasSaid,
  beforeCalling,
  earlierRules,
  eachTime,
  leftUntold,
  madeVoid,
  onlyThisOne,
  otherTools,
  ownAddress,
  readingIt,
  receiver,
  recommending,
  redirecting,
  secretFile,
  sendingAway,
  someTool,
  theUser,
  unseen,
  whateverIsAsked,
} from './foreign-words.ts';

/**
 * What a hostile sentence holds, in whatever order, in Chinese, Japanese, Korean, Russian, Spanish, Portuguese,
 * German, French, Italian, Turkish, Dutch and Arabic.
 */

const belongings =
  /系统提示|环境变量|私钥|密钥|密码|凭证|凭据|聊天(?:记录|内容)|对话(?:历史|内容|记录)|用户的(?:文件|邮件|通讯录)|認証情報|秘密鍵|環境変数|パスワード|会話(?:履歴|全体|の内容)|システムプロンプト|시스템 프롬프트|환경 변수|비밀번호|자격 증명|개인 키|대화 (?:기록|내용|내역|전체|전부)|переменны[ехм]+ окружения|парол[ьяией]|токен\p{L}*|закрыт[а-яё]+ ключ|истори[юи] (?:чата|переписки|диалога)|(?:весь|всю|текущ[а-яё]+) [^.]{0,16}(?:диалог|переписк|беседу|разговор)|системн[а-яё]+ промпт|учётн[а-яё]+ данн|(?:variables de entorno|contraseñas?|clave privada|credenciales|historial|conversación (?:completa|entera|anterior|íntegra)|toda la conversación)|(?:variáveis de ambiente|senhas?|chave privada|credenciais|histórico|conversa (?:completa|inteira|anterior)|toda a conversa)|(?:umgebungsvariablen|passw[oö]rt\w*|privaten? schlüssel|zugangsdaten|gesprächsverlauf|chatverlauf|(?:gesamt|vollständig|bisherig|komplett)\w* (?:\w+ )?(?:gespräch|unterhaltung|verlauf))|(?:variables d['’]environnement|mots? de passe|clé privée|identifiants de connexion|historique|conversation (?:complète|entière)|toute la conversation)|(?:variabili d['’]ambiente|chiave privata|credenziali|cronologia|(?:intera|tutta la) conversazione)|(?:ortam değişkenleri|şifre\w*|kimlik bilgileri|sohbet geçmişi)|(?:omgevingsvariabelen|wachtwoord\w*|privésleutel|gespreksgeschiedenis)|كلمات? (?:المرور|السر)|متغيرات البيئة|سجل المحادثة|(?<![\w/])~\/\.\w|\/etc\/\w|\bid_rsa\b|(?<!\w)\.(?:env|ssh|aws)\b/iu;

const giving =
  /发送|发到|写进|填到|同步|上传|传入|传给|填入|放入|附上|附加|提交|写入|渡し|渡す|入れ|含め|送信|送っ|送る|貼り付け|添付|넣|전달|보내|전송|포함|첨부|업로드|담아|담으|적어|отправ|запиши|запис[аы]|скопиру|пере(?:дай|дать|шли|слать)|встав|помест|укажи|прилож|добав|загрузи|\b(?:coloca|coloque|pon|ponga|env[íi][ae]\w*|pasa|pase|incluy\w+|adjunt\w+|inserta\w*|manda|copia|copie|entreg\w+|llev\w+|conten\w+|met[ae]|peg\w+)\b|\b(?:passe|inclu[ai]\w*|anex[ae]\w*|insir[ao]|mande|forneça|lev[ae]r?|cont[ée]m|conter|contenha|ponha|col[ae]\w*)\b|(?<!\p{L})(?:übergib|übergebe\w*|sende|senden|schicke?|füge|fügen|trage|lege|kopiere\w*|lade|übermittle\w*|hänge|enthalten|enthält|einzutragen|mitzugeben|mit)\b|\b(?:envoie|envoyez|transmets|transmettez|passe|passez|mets|mettez|inclus|incluez|joins|joignez|fourni\w+|colle\w*|contenir|glisse\w*)\b|\b(?:invia\w*|inserisci|inserire|passa|passare|metti|includi|allega|contenere|incolla\w*)\b|\b(?:gönder\w*|ekle\w*|yaz|koy)\b|\b(?:stuur|verzend|plaats|voeg|geef)\b|أرسل|ضع|أضف|مرر/iu;

const into =
  /https?:\/\/|@[\w-]+\.\w{2,}|参数|字段|引数|パラメータ|フィールド|매개변수|인수|인자|필드|парам|пол[ея]\b|аргумент|\b(?:par[áâa]metro|argumento|campo)\b|\b(?:parameter|argument|feld|feldern?)\b|\b(?:paramètre|champ)\b|\b(?:parametre|alan)\w*\b|\bveld\b|المعامل|الحقل|先|まず|먼저|сначала|primero|primeiro|zuerst|d['’]abord|\b(?:note|extra|context|memo)\b/iu;

const denying =
  /[例譬]如|例:|例えば|예를 들|например|z\. ?b\.|por ejemplo|por exemplo|par exemple|ad esempio|不要|请勿|不会|無し|しない|ません|않|не (?:перед|отправ|указ)|\b(?:nicht|kein\w*|niemals|non|jamais|nunca|não|no|ne)\s/iu;

const examples =
  /[例譬]如|例:|例えば|예를 들|например|z\. ?b\.|por ejemplo|por exemplo|par exemple|ad esempio|\be\.g\./iu;

/** A letter that English does not have, or a word that only other languages have. */
const foreign =
  /(?![a-z])\p{L}|\b(?:que|si|se|el|al|ao|os|por|der|die|das|dem|den|les?|una?|il|gli|che|esta|este)\b/iu;

const either = (...patterns: readonly RegExp[]) =>
  new RegExp(patterns.map(({ source }) => source).join('|'), 'iu');

/** A sentence that has the agent give away what the call does not need. */
export const foreignGivingAway: readonly Clue[] = [
  { all: [belongings, giving, into], none: denying },
  { all: [beforeCalling, readingIt, secretFile] },
  { all: [allThatWasSaid, giving], none: denying },
  { all: [whateverIsAsked, recommending] },
  { all: [unseen, sendingAway, either(belongings, ownAddress)], none: denying },
];

/** A sentence that has other messages or payments go where this text says. */
export const foreignRedirecting: readonly Clue[] = [
  { all: [receiver, redirecting, ownAddress, eachTime], none: examples },
  { all: [someTool, eachTime, redirecting, ownAddress, foreign], none: examples },
];

/** A sentence that rules all other tools out. */
export const foreignPrecedenceClues: readonly Clue[] = [{ all: [otherTools, onlyThisOne] }];

/** Words for whoever rates tools, and mild ratings. */
export const foreignTalkToRaters: readonly Clue[] = [
  {
    all: [
      /评审|审查|评级(?:人员|者|系统)|审核(?:员|人员|系统|者)|评估(?:者|员|人员|系统)|分类(?:器|系统|者)|評価者|審査|レビュアー|レビュー担当|分類器|평가자|심사|검토자|분류기|провер(?:яющ|ка безопасности)|оценщик|рецензент|классификатор|аудитор|автоматическ[а-яё]+ (?:проверк|систем)|(?<!\p{L})(?:sistem(?:as?|i) d[ei] (?:revisi[óo]ne?|revisão|controllo|valutazione|evaluación|avaliação)|systèmes? de (?:contrôle|revue|vérification)|automatische\w* prüf\w*|evaluador\w*|revisor\w*|clasificador\w*|auditor\w*|avaliador\w*|classificador\w*|prüf(?:er|modell|instanz|stelle|programm|werkzeug)\w*|(?:bewertungs|sicherheits)(?:modell|system|werkzeug|prüf)\w*|mod[èe]l\w* d(?:['’]|e )(?:évaluation|sécurité|evaluación|seguridad|avaliação|segurança|audit)|(?:outils?|systèmes?|agents?) d['’](?:évaluation|audit|analyse)|prüfsystem\w*|(?:automatische|maschinelle)\w* bewertung\w*|gutachter\w*|bewerter\w*|klassifizierer\w*|évaluateur\w*|relecteur\w*|auditeur\w*|classificateur\w*|valutator\w*|revisor[ie]|değerlendirici\w*|inceleyen\w*|beoordelaar\w*)(?!\p{L})|المقيم|المراجع/iu,
      /只读|低风险|风险(?:等级|评级)?(?:为|:|：)?\s?低|安全|无害|無害|読み取り専用|低リスク|リスク(?:は)?低|읽기 전용|낮은 위험|위험[은이]? 낮|안전|безопасн|только чтени|к чтению|только для чтения|низк|(?<!\p{L})(?:solo lectura|como lectura|como leitura|en lecture|come lettura|als lesen\w*|riesgo bajo|bajo riesgo|segur[ao]|somente leitura|apenas leitura|risco baixo|baixo risco|lesezugriff|(?:nur|rein) lesend|consultati[fv]\w*|consultiv\w*|plus bas|más bajo|mais baixo|niedrig\w*|gering\w*|harmlos|unbedenklich|sicher|lecture seule|risque faible|faible risque|inoffensif|sans danger|sola lettura|rischio basso|basso rischio|innocuo|salt okunur|düşük|alleen[- ]lezen|laag risico|veilig)(?!\p{L})|للقراءة فقط|منخفض/iu,
      /herramienta|werkzeug|tool|工具|ツール|инструмент|\boutil\b|도구|ferramenta|\b(?:nota|hinweis|aviso|note|atención|achtung|attenzione|nb)\b|clas[is]|einstuf|einzustufen|bewerten|分类|归类|分類|분류|классиф|считать|уров|[:：]/iu,
    ],
    none: /\b(?:hoch|alto|élevé|mittel|medio|moyen|moyenne|puede|pueden|kann|können|peut|peuvent|pode|podem)\b|可以|高风险|中风险|высок|можете?|может|できます|수 있/iu,
  },
];

/** What makes not telling an answer to something that did not happen. */
const conditions =
  /如果|若|除非|もし|場合|만약|если|(?<!\p{L})(?:si|se|salvo|wenn|falls|sofern|lorsque|sauf|quando|cuando)(?!\p{L})/iu;

/** Orders to set earlier ones aside. */
export const foreignSettingAside: readonly Clue[] = [
  { all: [earlierRules, madeVoid] },
  {
    all: [
      /\b(?:negeer|vergeet|ignora\w*|ignorez|ignorier\w*|dimentica\w*|zignoruj|ignoruj|abaikan|bỏ qua|yok say|görmezden gel|unut)(?![\p{L}])|تجاهل|игноруй|игнорируй|ігноруй|अनदेखा|התעלם/iu,
      /\b(?:instructies|regels|istruzioni|regole|instrucciones|instruções|anweisungen|instructions|consignes|instrukcje|polecenia|instruksi|perintah|hướng dẫn|talimat\w*)(?![\p{L}])|التعليمات|инструкци|інструкці|निर्देश|ההוראות/iu,
      /\b(?:alle|eerdere|vorige|precedenti|tutte|anteriores|todas|vorherig\w*|bisherig\w*|précédentes|toutes|wszystkie|poprzednie|semua|sebelumnya|trước|önceki|tüm)(?![\p{L}])|جميع|السابقة|предыдущ|все |попередні|सभी|पिछले|הקודמות|כל /iu,
    ],
  },
];

/** A sentence that keeps something from the user, in languages beside those of `foreignSecrecyClues`. */
export const foreignKeptQuiet: readonly Clue[] = [
  { all: [leftUntold, theUser], none: conditions },
  {
    all: [
      /\b(?:utente|gebruiker|kullanıcı\w*|użytkownik\w*|pengguna|người dùng)(?![\p{L}])|المستخدم|користувач|उपयोगकर्ता|המשתמש/iu,
      /\b(?:non dire|non dirlo|non informare|non rivelare|niets|nooit|vertel\w* .{0,20}niet|söyleme\w*|bildirme\w*|bahsetme\w*|nie mów|nie informuj|jangan (?:beri|katakan|sampaikan)|đừng (?:nói|cho))(?![\p{L}])|(?:لا|دون أن) (?:تخبر|تذكر|يعلم)|не (?:кажи|повідомляй)|न बताए|אל תספר/iu,
    ],
  },
];

/** Copies of talk or results to an address, in other languages. */
export const foreignOrderClues: readonly Clue[] = [
  {
    all: [
      /(?:\bsende|\bañad|\bagreg|\bajoute|\badicione|\bfüge|\bschick|weiterleit|\benvoie|\benvoyez|\benvía|\benvíe|\benvie|\bmanda\b|\binvia|отправ|перешли|пересыла|发送|抄送|密送|转发|上传|送信|転送|보내|전송)/i,
      /(?:\bkopie|\bverlauf|gesprächs|\bimmer\b|\bcopie\b|historique|toujours|\bcopia\b|bcc|historial|siempre|cópia|histórico|sempre|копи[юяи]|истори|переписк|всегда|副本|对话|会话|聊天|每次|始终|总是|コピー|履歴|会話|必ず|毎回|사본|대화|항상|매번)/i,
      /@[\w-]+\.\w{2,}|https?:\/\//,
    ],
    none: /(?:z\. ?b\.|par exemple|por ejemplo|por exemplo|например|例如|例:|예:|예를)/i,
  },
];

/** Secrecy towards the user in other languages, in whatever order. */
export const foreignSecrecyClues: readonly Clue[] = [
  {
    all: [
      /(?:ユーザー|利用者|お客様)/,
      /(?:内緒|内密|秘密に|隠して|黙って|知られない|気付かれ|気づかれ|知らせずに|伝えずに|言わずに)/,
    ],
  },
  { all: [/사용자(?: |가|에게|한테)/, /(?:몰래|모르게|비밀로|숨기|알리지 마|말하지 마)/] },
  {
    all: [
      /(?:пользовател|клиент|никому)/i,
      /(?:(?:^|\s)(?:не|никогда|ничего)\s|без ведома|втайне|тайно|тайком|скрытно)/i,
      /(?:сообща|говор|упомин|раскр|рассказ|информ|уведом|знать|знал|ведома|втайне|тайно|тайком|скрытно)/i,
    ],
    none: /(?:не удалось|не найден|ошибк|если пользовател)/i,
  },
  {
    all: [
      /(?:usuario|usuário|utilizador|cliente|nadie|ninguém)/i,
      /\b(?:no|nunca|jamás|não|nada|ni|sin que|sem que|a espaldas|às escondidas)(?=\s)/i,
      /(?:mencion|\bdiga|\bdigas|dígas|revel|\bcuent|\bconte|inform|\bavis|\bsepa\b|\bsaiba\b|ocult(?!os|as)|escond|comuni|espaldas|escondidas)/i,
    ],
    none: /(?:información|informação|informações|si no|se não|no existe)/i,
  },
  {
    all: [
      /(?:nutzer|benutzer|anwender|kunde)/i,
      /\b(?:nicht|nichts|nie|niemals|kein\w*|ohne dass|heimlich|verheimlich\w*|verschweig\w*)\b/i,
      /(?:\bsag|gesagt|erwähn|verrat|mitteil|mitzuteil|informier|wissen\b|\bweiß|erfähr|erfahr|merkt|heimlich|verschweig)/i,
    ],
    none: /\b(?:wenn|falls|sofern)\b/i,
  },
  {
    all: [
      /(?:utilisateur|client|personne)/i,
      /(?:\bne\b|\bn['’]|jamais|sans que|à l['’]insu|en secret|en cachette)/i,
      /(?:\bparl|\bdis\b|\bdites\b|mention|inform(?:e|ez)\b|révèl|révél|signal|\bsache|insu|secret|cachette)/i,
    ],
    none: /\b(?:si|lorsque|informations)\b/i,
  },
];
