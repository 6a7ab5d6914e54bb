/**
 * What hostile texts in other languages are put together from, by language: Chinese, Japanese, Korean, Russian, Spanish,
 * Portuguese, German, French, Italian. Terms stand between `|`; one of a language with spaces begins a word.
 */

const unspaced = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;

/** Finds a term of any language: such a text may mix them. */
function inAny(...languages: readonly string[]): RegExp {
  const patterns = languages.map((terms) => (unspaced.test(terms) ? terms : `(?<![\\p{L}_])(?:${terms})`));
  return new RegExp(patterns.join('|'), 'iu');
}

/** The user, as someone who is told something or not. */
export const theUser = inAny(
  '用户|使用者|用戶|对方',
  'ユーザー?|利用者|お客様',
  '사용자|이용자',
  'пользовател|человеку',
  'usuario',
  'usuário|utilizador',
  'nutzer|benutzer|anwender',
  "utilisateur|l['’]utilisateur",
  "utente|l['’]utente|all['’]utente|dell['’]utente",
);

/** That something need not or shall not be told. */
export const leftUntold = inAny(
  '(?:不必|无需|无须|無需|毋须|不用|没必要|不需要|不应|不得|不要|别|勿)(?:再|另行|单独)?(?:让|向|对|跟|和|为|讓|對)?(?:用户|使用者|用戶|对方)?(?:知|说明|解释|提起|提及|告|透露|展示此|看到此|发现|察觉)|只说|不知情|瞒着|蒙在鼓里|不让|察觉不到|毫不知情',
  '(?:説明|報告|通知|言及|知らせる|伝える|話す)(?:する)?(?:必要は(?:ありません|ない)|には及び|の?は不要|しないで)|(?:説明|報告|通知|言及)は(?:不要|無用)|黙って|伏せて|気づかれ|触れないで|悟られ',
  '(?:설명|보고|언급|알릴|알려 ?줄|말할)(?:할)? (?:필요가? 없|필요는 없)|(?:설명|언급|보고|공개)하지 (?:마|않|말)|비밀로|모르게|눈치채지 못|알아채지 못|알지 못하도록|숨기세요|감추',
  '(?:объяснять|рассказывать|сообщать|упоминать|говорить|показывать|знать)[^.]{0,40}не (?:нужно|надо|следует|стоит|требуется|обязательно)|не (?:нужно|надо|следует|стоит|требуется) (?:об этом )?(?:объяснять|рассказывать|сообщать|упоминать|говорить|знать)|ни слова|умолч|молчите?|не должен (?:узнать|знать|заметить)|втайне|без ведома|(?:ничего )?не (?:замет|узна|догада)\\p{L}+',
  '(?:no (?:hace falta|es necesario|hay que|conviene|procede|hay por qué)|innecesario) (?:coment|explic|mencion|dec[ií]r|contar|avis|inform)[a-zé]*|sin (?:comentar|mencion|decír|avisar|informar|contár)[a-z]*|guard\\w* silencio|no debe (?:enterarse|saber|notar)|sin que [^.]{0,24}(?:entere|sepa|note)|de esto ni palabra|(?:para|de modo) que [^.]{0,24}no (?:note|sepa|vea|se entere)',
  '(?:não (?:é preciso|é necessário|precisa|convém|há necessidade de)|desnecessário) (?:coment|explic|mencion|dizer|contar|avis|inform)[a-zá-]*|sem (?:comentar|mencionar|avisar|informar|contar)|não (?:deixe|deve)[^.]{0,24}(?:perceb|sab|not)\\w+|guarde silêncio|sem que [^.]{0,24}(?:perceba|saiba|note)|para que [^.]{0,24}não (?:note|saiba|veja|perceba)',
  '(?:braucht|brauchen|muss|müssen|soll|sollen|ist|sind|darf|dürfen)[^.;]{0,40} nicht (?:erwähnt|mitgeteilt|erklärt|informiert|gesagt|erläutert|davon erfahren|erfahren|merken|wissen|zu erwähnen|mitzuteilen)|stillschweigen|ohne (?:dies|das|es|ihn|sie)?[^.;]{0,24}(?:zu erwähnen|zu informieren|mitzuteilen)|verschwiegen|kein wort|damit [^.]{0,24}(?:nichts|nicht|niemand) (?:\\p{L}+ )?(?:bemerk|merk|erfähr|sieh)\\p{L}+',
  "(?:inutile|pas (?:besoin|nécessaire|utile)) (?:de |d['’])(?:le |lui |en |l['’])*(?:parler|expliquer|mentionner|informer|dire|signaler|avertir)|sans (?:le |lui |en |l['’])*(?:parler|mentionner|dire|informer|prévenir|avertir|signaler)|gard\\w+ le silence|ne doit (?:pas|rien) (?:savoir|remarquer|être informé)|pas un mot|pour que [^.]{0,24}ne (?:remarque|sache|voie|s['’]aper[çc]oive)",
  "non (?:serve|occorre|è necessario|bisogna|c['’]è bisogno di|va|vanno) (?:parlar|spieg|menzion|dir|inform|avvis|comunic)[a-z]*|senza (?:dir|parlar|menzion|inform|avvis)[a-z]*|non far[^.]{0,12} (?:sapere|notare)|non deve (?:sapere|accorgersi|notare)|all['’]insaputa|mantieni il silenzio|(?:perché|affinché|in modo che) [^.]{0,24}non (?:noti|sappia|veda|si accorga)",
);

/** Each time, always, or as soon as some tool or server is there. */
export const eachTime = inAny(
  '每次|每当|凡是|一律|总是|始终|都要|必须|只要|如果(?:存在|有|可用)|若(?:存在|有)|连接(?:状态|期间)|调用[^。]{0,24}时',
  '必ず|常に|毎回|たびに|とき[は、]|場合[は、]|際[はに]|接続されている間|すべて',
  '반드시|항상|매번|때마다|모두|연결되어 있는|있으면|있다면|(?:호출|사용)할 때',
  'всегда|каждый раз|при каждом|обязательно|если (?:есть|доступен|имеется|подключ)|пока (?:подключ|этот|сервер)|при вызове|все ',
  'siempre|cada vez|si (?:existe|está|hay)|mientras|al (?:llamar|usar|invocar)|tod[oa]s? l',
  'sempre|cada vez|se (?:existir|houver|estiver)|enquanto|ao (?:chamar|usar|invocar)|tod[oa]s? [ao]',
  'immer|stets|jedes ?mal|wann immer|jede[rsmn]?\\s|wenn|solange|sobald|falls|beim? (?:aufruf|jedem)|alle\\s',
  "toujours|chaque fois|à chaque|systématiquement|si (?:l['’]|un )|tant que|dès que|lors d|quand|tous les",
  "sempre|ogni volta|a ogni|se (?:esiste|c['’]è|è disponibile)|finché|quando|tutti? ",
);

/** To put one thing where another stands, to add it, or to have something go there. */
export const redirecting = inAny(
  '改为|改成|替换|換成|换成|变更为|更换|设为|填写|写成|加入|添加|转到|发到|发往|抄送|密送|转入',
  '変更|置き換え|差し替え|書き換え|追加し|設定し|転送|含め|送って|送る',
  '바꾸|바꿔|변경|대체|교체|추가하|설정하|전달하|보내',
  'замен|меняй|подстав|добавл|добавь|указывай|перенаправ|направля|став[ья]|должны? (?:идти|уходить|отправл)',
  'sustitu|reemplac|cambi|añad|agregu|inclu|pong|deben? (?:ir|ser|enviarse)|redirij|reenv',
  'substitu|troqu|mud[ae]|adicion|acrescent|inclua|coloqu|devem? (?:ir|ser)|redirecion|encaminh',
  'ersetz|änder|tausch|füg|ergänz|trag|setze?n?\\s|umzuleiten|umleiten|zu richten|müssen? an|gehen an|geht an|zu lauten|lauten|zu senden|sende',
  'rempla[cç]|modifi|chang|ajout|mett|inclu|redirig|dev\\w+ (?:aller|être|passer)|doi(?:t|vent) (?:toujours )?(?:aller|être|valoir|partir)',
  'sostitui|cambia|modific|aggiung|inserisc|mett|devono? (?:andare|essere|finire)|reindirizz|inoltr',
);

/** Who gets a message or money. */
export const receiver = inAny(
  '收件人|收款|收信|抄送|密送|账户|帐户|账号|目标地址|目的地|转账对象',
  '宛先|送信先|振込先|送金先|受取人|受信者|BCC|口座|届け先',
  '수신자|받는 (?:사람|계좌|주소)|수취인|참조|계좌|송금처',
  'получател|адресат|копи[юия]|счёт|счет|реквизит|кошел',
  'destinatari|cuenta de destino|copia oculta|cco(?!\\p{L})|beneficiari|cuenta|invitad',
  'destinatári|conta de destino|cópia oculta|cco(?!\\p{L})|beneficiári|chave pix|convidad',
  'empfänger|zielkonto|blindkopie|bcc(?!\\p{L})|verteiler|begünstigt|kontoinhaber|iban(?!\\p{L})',
  'destinatair|compte de destination|copie cachée|cci(?!\\p{L})|bénéficiair|beneficiair|invité',
  'destinatari|conto di destinazione|copia nascosta|ccn(?!\\p{L})|beneficiari|invitat',
);

/** An address or account that the text itself brings along. */
export const ownAddress =
  /[\w.+-]@[\w-]+\.\w{2,}|https?:\/\/|\b[A-Z]{2}\d{2}(?: ?[\dA-Z]{4}){3}|\+\d{9,}|\b0x[0-9a-fA-F]{8}|(?<!\d)\d(?:[ -]?\d){8,}/u;

/** The name of a tool, as it stands among words of another language. */
export const someTool = /(?<![\w./-])[a-z]{2,}_[a-z_]{2,}\b/u;

/** Tools beside this one. */
export const otherTools = inAny(
  '其他(?:的|任何|同类|类似|所有)*[^，。]{0,4}(?:工具|函数|服务|来源)|别的工具',
  '他の[^。、]{0,6}(?:ツール|関数|サービス)',
  '다른 (?:\\p{L}+ )?(?:도구|함수|툴|서비스)',
  '(?:остальн|други|проч)\\p{L}+ (?:\\p{L}+ )?(?:инструмент|функци|средств|сервис|источник)',
  '(?:demás|otr[ao]s?) (?:herramientas?|servicios?|fuentes)',
  '(?:demais|outr[ao]s?) (?:ferramentas?|serviços?|fontes)',
  'andere[nr]? (?:\\p{L}+ )?(?:werkzeuge?n?|tools?|funktionen|dienste|quellen)',
  'autres (?:outils?|services|sources)',
  'altr[ie] (?:strument[io]|servizi|fonti)',
);

/** That they are not to be used, and only this one is. */
export const onlyThisOne = inAny(
  '停用|失效|不可信|不安全|已废弃|切勿|禁止|不得|一律用本|只(?:能|可|准|信任)?(?:使用|调用|用)?本|伪造',
  '廃止|偽物|使わず|使わない|使用しない|信用でき|安全でな|呼び出さない|使用禁止|だけを(?:使|呼)',
  '사용하지 (?:마|말)|쓰지 (?:마|말)|호출하지 (?:마|말)|폐기|믿을 수 없|안전하지 않|도구만|가짜',
  'устарел|небезопас|не использу|не вызыва|ненадёжн|ненадежн|отключен|только эт|поддельн',
  'obsolet|insegur|no deben? (?:usarse|utilizarse)|no (?:use|utilice|llame)|no son fiables|(?:sol[oa]|únicamente) (?:a |en )?est[ae]|son fals|desactivad',
  'obsolet|insegur|não (?:devem?|use|utilize|chame)|não são confiáveis|(?:apenas|somente) n?est[ae]|são fals|desativad',
  'veraltet|unsicher|nicht (?:mehr )?(?:verwende|benutz|nutze|aufruf)|(?:nur noch|ausschließlich|allein) dies|gefälscht|abgeschaltet',
  "obsolèt|ne (?:doivent|doit) (?:plus|pas|jamais)|n['’]utilisez (?:pas|plus|jamais)|que celui-ci|uniquement (?:à )?cet|sont fausses|peu fiables|désactivé",
  'obsolet|insicur|non vanno (?:usat|chiamat)|non (?:usare|utilizzare|chiamare)|solo (?:di )?quest|sono fals|disattivat|inaffidabil',
);

/** What somebody else has told the agent before. */
export const earlierRules = inAny(
  '(?:之前|先前|以前|此前|原有|既有|已有|上面|前面)[^。，,]{0,10}(?:规则|指令|指示|要求|限制|约束|提示)|(?:开发者|系统|平台)(?:的)?(?:规则|指令|限制|约束)',
  '(?:以前|これまで|先|従来|既存|元)[^。、]{0,12}(?:指示|命令|ルール|制約|規則)|(?:開発者|システム|運営者?)の(?:指示|命令|ルール|制約|規則)',
  '(?:앞서|이전|기존|지금까지)[^.]{0,12}(?:지침|지시|규칙|명령|제한)|(?:개발자|시스템|운영자)의? (?:지침|지시|규칙|명령|제한)',
  '(?:предыдущ|прежн|ранее|раньше|прошл|полученн)[^.]{0,24}(?:правил|инструкц|указани|ограничен)|(?:правил|инструкц|указани)\\p{L}* [^.]{0,16}(?:ранее|раньше|до этого)|(?:правил|инструкц|указани)\\p{L}* (?:разработчик|систем|оператор)',
  '(?:reglas|instrucciones|normas|órdenes|indicaciones)[^.]{0,24}(?:anterior|previ|recibid|hasta ahora|dadas|del (?:desarrollador|sistema|operador))',
  '(?:regras|instruções|normas|ordens)[^.]{0,24}(?:anterior|prévi|recebid|até agora|dadas|do (?:desenvolvedor|sistema|operador))',
  '(?:bisherig|früher|vorherig|zuvor|vorig)[^.]{0,24}(?:regeln|anweisungen|vorgaben|weisungen)|(?:regeln|anweisungen|vorgaben|weisungen) (?:des|deines|vom) (?:entwickler|system|betreiber)',
  "(?:règles|consignes|instructions|directives)[^.]{0,24}(?:précédent|antérieur|reçues|jusqu['’]ici|préalable|du (?:développeur|système))",
  '(?:regole|istruzioni|direttive)[^.]{0,24}(?:precedent|ricevut|finora|anterior|dello sviluppatore|del sistema)',
);

/** That they hold no longer. */
export const madeVoid = inAny(
  '作废|失效|无效|不再(?:适用|有效|受|约束)|取消|抛开|不予理会|覆盖',
  '無効|破棄|従わな|忘れ|適用されな|取り消',
  '무효|따르지 (?:마|말)|적용되지 않|버리|취소|잊으',
  'не действу|не распространя|не касаются|недействительн|отменя|отменен|отменён|утратил|забудь|не соблюда',
  'sin efecto|no (?:te |se )?(?:aplican|valen|rigen|afectan|obligan)|anulad|olvíd|quedan (?:derogad|cancelad)|deja\\w* de',
  'sem efeito|deixam de|não (?:te |se )?(?:valem|aplicam|afetam)|anulad|esqueça|revogad',
  'hinfällig|ungültig|nicht mehr|gelten [^.]{0,48}nicht|aufgehoben|außer kraft|gegenstandslos|vergiss',
  "ne (?:s['’]|te |vous |t['’])?(?:appliquent|valent|concernent|engagent) (?:plus|pas)|annulé|caduques|nulles|sans effet|oubli",
  'non (?:ti )?(?:valgono|riguardano|vincolano)|annullat|non si applicano|decadut|nulle|dimentica|prive di',
);

/** So that nobody sees it. */
export const unseen = inAny(
  '悄悄|偷偷|暗中|秘密地|私下|不声不响|后台静默',
  'こっそり|密かに|ひそかに|内緒で|気づかれない|裏で',
  '몰래|은밀히|조용히|눈치채지',
  'незаметно|тайно|тайком|втайне|скрытно|исподтишка',
  'en secreto|secretamente|a escondidas|con disimulo|en silencio|sigilosamente',
  'em segredo|secretamente|às escondidas|em silêncio|discretamente',
  'heimlich|insgeheim|im verborgenen|unauffällig|unbemerkt',
  "en secret|secrètement|en cachette|discrètement|en silence|à l['’]insu",
  "di nascosto|segretamente|in segreto|in silenzio|all['’]insaputa",
);

/** To send or copy something away. */
export const sendingAway = inAny(
  '发送|发给|上传|同步|转发|抄送|传送|复制|外传|收集|记录',
  '送信|送っ|送る|転送|アップロード|コピー|同期|収集',
  '전송|보내|업로드|전달|복사|동기화|수집',
  'отправ|перес[ыл]|пошли|загру[зж]|копиру|собира|переда',
  'env[íi]|mand|sub[ae]|copi|reenv|recopil|transmit',
  'envi|mand|carreg|copi|encaminh|recolh|transmit',
  'send|schick|übermittl|lade|kopier|leite|sammel',
  'envo[iy]|transme|copi|télévers|collect',
  'invi|mand|copia|carica|inoltr|raccogli|trasmett',
);

/** Before this or any tool is called. */
export const beforeCalling = inAny(
  '(?:调用|使用|执行|运行|操作|查询|请求)(?:本|此|该|这个)?(?:工具|函数)?(?:之)?前|(?:先|首先)(?:用|去|请|打开|读)|每次调用',
  '(?:使用|呼び出|実行|使う|呼ぶ)[^。]{0,6}前に|まず|最初に',
  '(?:사용|호출|실행)[^.]{0,6}전|먼저|우선',
  '(?:до|перед) (?:\\p{L}+ )?(?:вызов|запуск|использован|обращен)|прежде чем|сначала|сперва',
  '(?:antes de|previo a) (?:\\p{L}+ )?(?:llam|us|utiliz|invoc|ejecut|cada)|primero',
  'antes de (?:\\p{L}+ )?(?:cham|us|utiliz|invoc|execut|cada)|primeiro',
  '(?:vor|bevor) [^.]{0,24}(?:aufruf|operation|nutzung|verwendung|benutz|verwend)|zunächst|zuerst|vorab',
  "avant (?:\\p{L}+ )?(?:chaque|d['’]|de |l['’]|tout|toute)|d['’]abord|au préalable",
  'prima di (?:\\p{L}+ )?(?:ogni|us|chiam|utilizz|invoc|esegu)|anzitutto|innanzitutto',
);

/** To read something. */
export const readingIt = inAny(
  '读取|打开|读出|查看|获取|提取|读一下',
  '読み|読ん|開い|開き|開く|取得',
  '읽|열어|열고|가져',
  'прочит|прочти|прочт|открой|открыть|откройте|считай|извлек',
  'le[aer](?!\\p{L})|leer|abr[aei]|extra[ei]|obten',
  'leia|ler(?!\\p{L})|abr[aei]|extrai|obtenh',
  'lies(?!\\p{L})|lesen|öffne|einzulesen|auszulesen|ausles|zu öffnen',
  'lis(?:ez)?(?!\\p{L})|lire|ouvr|extra|récupér',
  'legg|apr[aei]|estra|recuper',
);

/** A file in which secrets are kept. */
export const secretFile =
  /(?<![\w/])~\/\.?\w|\/etc\/(?:passwd|shadow)|\bid_(?:rsa|ed25519|ecdsa)\b|(?<!\w)\.(?:env|ssh|aws|netrc|npmrc|pypirc|kube|gnupg|git-credentials|bash_history|zsh_history)\b|\b(?:known_hosts|credentials\.json|wallet\.dat|login\.keychain)\b/iu;

/** All that was said so far. */
export const allThatWasSaid = inAny(
  '(?:用户|对话|会话|聊天)[^。，]{0,10}(?:说过|输入|发送|提到)[^。，]{0,4}(?:每一?句|所有|全部|一切)|(?:所有|全部|完整)(?:的)?(?:对话|会话|聊天)(?!列表)',
  '(?:これまで|今まで|会話で)[^。]{0,16}(?:発言|入力|会話|メッセージ)[^。]{0,8}(?:すべて|全て|全部|全文)|(?:すべて|全て|全部)の(?:発言|会話)',
  '지금까지[^.]{0,16}(?:말한|입력한|대화|보낸)[^.]{0,12}(?:모두|전부|전체)',
  'вс[её],? что (?:пользовател\\p{L}+|было|он)[^.]{0,16}(?:писал|сказал|говорил|ввёл|ввел|сообщал)',
  'todo lo que (?:el usuario|se)[^.]{0,12}(?:escrit|dicho|dijo)',
  'tudo o que (?:o usuário|o utilizador|se)[^.]{0,12}(?:escrev|disse|falou)',
  'alles,? was [^.]{0,16}(?:nutzer|benutzer|anwender|bisher)[^.]{0,32}(?:geschrieben|gesagt|eingegeben)',
  "tout ce que l[’'](?:utilisateur)[^.]{0,12}(?:écrit|dit)",
  "tutto (?:ciò|quello) che l[’'](?:utente)[^.]{0,12}(?:scritto|detto)",
);

/** Whatever somebody asks. */
export const whateverIsAsked = inAny(
  '(?:不论|无论|不管)(?:用户)?(?:怎么|如何|什么)?[^。]{0,4}(?:问|说|要求|选)',
  'どんな(?:質問|要望|依頼)|何を聞かれ|(?:質問|要望)に(?:かかわらず|関係なく)',
  '어떤 (?:질문|요청)이?든|무엇을 (?:묻|물)|상관없이',
  'на любой (?:вопрос|запрос)|что бы ни|о чём бы|независимо от',
  'sea cual sea|independientemente de|pregunte lo que pregunte',
  'seja qual for|independentemente d|pergunte o que perguntar',
  'bei jeder (?:frage|anfrage)|egal,? was|unabhängig davon,? was|ganz gleich',
  "quelle que soit|quoi qu[’']|indépendamment de",
  'qualunque sia|a prescindere|indipendentemente d',
);

/** To recommend. */
export const recommending = inAny(
  '推荐|推薦|建议(?:购买|使用|选择)',
  '勧め|推薦|おすすめし',
  '추천하(?:세|십|라)|권하',
  'совету[йю]|рекоменду[йю]|предлага[йю]',
  'recomiend|aconsej|sugier',
  'recomend[ae]|sugir|aconselh',
  'empfiehl|empfehlen|bewirb|rate zu',
  'recommande|conseille|propose',
  'consiglia|raccomanda|suggerisc',
);
