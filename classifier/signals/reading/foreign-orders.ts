import { eitherOf } from './words.ts';

/**
 * What hostile texts say in the larger written languages of the data, beside English: Chinese, Japanese, Korean,
 * Russian, Spanish, Portuguese, German, French, Italian and Turkish.
 */

/** Orders to set rules aside, to read something first and hand it over, to copy somebody in. */
export const foreignOrders = eitherOf(
  /(?:忽略|無視|无视|忘记|忘記)(?:所有|全部|你|您|之前|以前|先前|上述|以上|一切|任何|的){0,5}(?:指令|指示|规则|規則|提示|要求|限制)/,
  /(?:以前|これまで|上記|すべて|全て|前)の(?:指示|命令|ルール|制約)[^。\n]{0,8}(?:無視|忘れ)/,
  /(?:이전|위의|모든|기존)[^.\n]{0,8}(?:지시|명령|규칙|지침)[^.\n]{0,6}(?:무시|잊)/,
  /(?:игнорир|забуд|проигнорир)[а-яё]* (?:все |всё |любые )?(?:предыдущ|прежни|вышеуказанн|прошл|системн)[а-яё]* (?:инструкц|указан|правил|команд)/,
  /(?:ignor[ae]|olvid[ae]|descart[ae])[a-zé]* (?:(?:todas|las|los|todos|cualquier)\s){0,2}(?:instrucciones|reglas|indicaciones|órdenes)/,
  /(?:ignor[ea]|desconsider[ea]|esqueç[ao])[a-z]* (?:(?:todas|as|os|todos|quaisquer)\s){0,2}(?:instruções|regras|ordens|orientações)/,
  /(?:ignorier|missacht|vergiss|vergess|vergiß)[a-zäöü]* (?:sie )?(?:(?:alle|die|sämtliche|bisherigen|vorherigen|vorigen|obigen)\s){1,3}(?:anweisungen|regeln|vorgaben|instruktionen)/,
  /(?:ignor|oubli|néglig)[a-zé]* (?:(?:toutes|les|tous|ces)\s){1,3}(?:(?:instructions|consignes|règles)|(?:précédentes|antérieures)\s(?:instructions|consignes|règles))/,
  /(?:ignora|dimentica) (?:(?:tutte|le|ogni)\s){0,2}(?:istruzioni|regole)/,
  /(?:önceki|tüm) (?:tüm )?(?:talimatları|kuralları|yönergeleri) (?:yok say|görmezden gel|unut)/,
  /(?:调用|使用|执行)(?:本|此|该|这个)?(?:工具|函数)?(?:之)?前[^。\n]{0,12}(?:读取|打开|获取|收集|查看)[^。\n]{0,40}(?:文件|密钥|密码|凭据|内容|配置|对话|[~.\/]\S)/,
  /(?:请|必须|务必)先(?:读取|打开|查看)[^。\n]{0,40}(?:文件|密钥|密码|凭据|内容|[~.\/]\S)/,
  /(?:把|将)[^。\n]{0,20}(?:内容|对话|历史|密钥|密码|凭据|数据)[^。\n]{0,12}(?:放(?:进|入|到)|填入|写入|传(?:入|给)|发送(?:到|给)|附(?:加|在))[^。\n]{0,16}(?:参数|字段|外部|服务器|@|https?:)/,
  /(?:总是|始终|务必|必须|每次)[^。\n]{0,12}(?:抄送|密送|转发|发送副本|发送)[^。\n]{0,20}@/,
  /(?:ツール|関数)[^。\n]{0,10}(?:使用|呼び出|実行)[^。\n]{0,6}前に[^。\n]{0,40}(?:読み|開い|取得|収集|送信)/,
  /(?:内容|会話|履歴|認証情報|パスワード|鍵)[^。\n]{0,14}(?:引数|パラメータ|フィールド)[^。\n]{0,10}(?:渡|入れ|含め|設定|記入)/,
  /(?:必ず|常に)[^。\n]{0,20}(?:BCC|CC|転送|コピーを送)/,
  /(?:도구|함수)[^.\n]{0,10}(?:사용|호출|실행)[^.\n]{0,6}(?:전에|전)[^\n]{0,40}(?:읽|열|수집|보내|전송)/,
  /(?:내용|대화|기록|비밀번호|자격 증명|키)[^.\n]{0,20}(?:매개변수|인수|필드)[^.\n]{0,10}(?:전달|넣|포함|입력)/,
  /(?:항상|반드시)[^\n]{0,20}(?:참조|BCC|CC|숨은 참조|사본)/,
  /(?:перед|прежде чем) (?:использован|вызов|вызвать|использовать|запуск)[а-яё]*[^\n]{0,40}(?:прочит|прочт|открой|открыть|получи|собер|отправ)/,
  /(?:передай|переда[йв]|вставь|вставьте|поместите|помести|включи|добавь|добавьте|укажи)[а-яё]* (?:его |её |их |всё |все |полное )?(?:содержим|истори|переписк|диалог|парол|ключ)[а-яё]*[^\n]{0,30} (?:в|как) [^\n]{0,16}(?:парам|пол[ея]|аргумент)/,
  /всегда (?:добавляй|отправляй|пересылай|ставь|указывай|копируй)[а-яё]*/,
  /antes de (?:usar|utilizar|llamar|invocar|ejecutar|chamar|executar)[^.\n]{0,50}(?:lee|lea|leer|abre|abra|abrir|leia|ler|recopila|recolha|env[íi])[a-z]*\b/,
  /(?:pasa|pase|incluye|incluya|copia|copie|pon|ponga|passe|inclua|coloque|envie|envía) (?:siempre |sempre )?(?:su|el|todo el|la|seu|o|toda? [ao]) (?:contenido|historial|conversación|contraseña|conteúdo|histórico|conversa|senha)[^\n]{0,30}(?:parámetro|campo|argumento|parâmetro)/,
  /(?:siempre|sempre) (?:añad|agreg|inclu|env[íi]|reenv|copi|adicion|encaminh)[a-zéíáãç]*[^\n]{0,40}@/,
  /(?:vor|bevor)[^.\n]{0,24}(?:aufruf|benutz|verwend|nutz|ausführ|werkzeug|tool)[a-zäöü]*[^.\n]{0,30}(?:lies|lesen sie|öffne|zuerst|lade|sammle|sende)/,
  /(?:übergib|übergeben sie|füge|fügen sie|trage|tragen sie|schreibe|schreiben sie|kopiere) (?:den|die|das|dessen|seinen|deren|ihren) (?:\w+ )?(?:inhalt|verlauf|unterhaltung|gespräch|passw|schlüssel)[a-zäöüß]*[^\n]{0,30}(?:parameter|feld|argument)/,
  /(?:füge|fügen sie|sende|senden sie|setze|setzen sie) (?:\w+ )?(?:immer|stets)[^\n]{0,40}@/,
  /avant d(?:e |['’])(?:utiliser|appeler|invoquer|exécuter|lancer)[^.\n]{0,50}\b(?:lis\b|lisez|lire|ouvre|ouvrez|récupère|récupérez|collecte|envoie|envoyez)/,
  /(?:passe|passez|inclus|incluez|mets|mettez|copie|copiez) (?:toujours )?(?:son|sa|le|la|tout le|toute la) (?:contenu|historique|conversation|mot de passe|clé)[^\n]{0,30}(?:paramètre|champ|argument)/,
  /(?:ajoute|ajoutez|envoie|envoyez|mets|mettez) (?:toujours|systématiquement)[^\n]{0,40}@/,
);

/** Orders to keep something from the user. */
export const foreignSecrecy = eitherOf(
  /(?:不要|(?<![特区分级类个性差])别|勿|切勿|不得|请勿|禁止|无需|不能|絕不|不可)(?:向|对|跟|對|和)?(?:用户|使用者|用戶|客户|任何人)?(?:提及|透露|告诉|告知|说明|提到|披露|告訴|說明|声张|泄露(?!您|你|密))/,
  /(?:不要|(?<![特区分级类个性差])别|请勿|切勿)(?:让|被)(?:用户|使用者|客户)(?:知道|发现|看到)/,
  /(?:ユーザ|利用者)ー?(?:に|には|へ)[^。\n]{0,16}(?:言わない|伝えない|知らせない|話さない|教えない|明かさない|通知しない|言及しない|見せない)/,
  /(?:このこと|これ|この(?:指示|処理|動作))[^。\n]{0,8}(?:秘密|内緒|内密)/,
  /사용자(?:에게|한테|가)[^.\n]{0,20}(?:말하지|알리지|언급하지|밝히지|보여주지|알려주지|모르게)/,
  /(?:не (?:сообща|говор|упомина|раскрыва|рассказыва|показыва|информир|уведомля|ставь)[а-яё]*|скро[йи][а-яё]*|скрывай[а-яё]*)[^.\n]{0,24}(?:пользовател|человек|клиент|никому|об этом)/,
  /(?:no (?:se )?(?:lo )?(?:le )?(?:digas|diga|menciones|mencione|informes|informe|reveles|revele|cuentes|avises)|oculta|oculte)[^.\n]{0,24}(?:usuario|cliente|nadie)/,
  /(?:não (?:o )?(?:diga|digas|mencione|informe|revele|conte|avise)|oculte|esconda)[^.\n]{0,24}(?:usuário|utilizador|cliente|ninguém)/,
  /(?:sag|sage|sagen sie|erwähn|erwähne|erwähnen sie|verrate|verraten sie|informier|informieren sie|teile|teilen sie|zeig|zeige)[a-zäöü]* [^.\n]{0,30}(?:nutzer|benutzer|anwender|kunde)[a-z]*[^.\n]{0,16}\b(?:nicht|nichts)\b/,
  /(?:nicht|nichts|niemals|nie)[^.\n]{0,16}(?:dem|den|der) (?:nutzer|benutzer|anwender|kunden)[a-z]* (?:sagen|mitteilen|verraten|erwähnen|zeigen)/,
  /ne (?:le |la |les |lui |en )?(?:dis|dites|mentionne|mentionnez|informe|informez|révèle|révélez|parle|parlez|préviens|prévenez|signale|signalez)[^.\n]{0,24}\b(?:pas|jamais|rien)\b[^.\n]{0,24}(?:utilisateur|client|personne)/,
  /non (?:dirlo|dire|menzionare|informare|rivelare)[^.\n]{0,20}utente/,
  /kullanıcıya[^.\n]{0,20}(?:söyleme|bahsetme|bildirme)/,
);

/** Orders to use this tool before or instead of others. */
export const foreignPrecedence = eitherOf(
  /(?:始终|总是|必须|务必|一律)(?:首先|优先|最先|先)(?:使用|调用|选择)(?:本|此|该|这个)?工具/,
  /(?:不要|禁止|请勿)(?:使用|调用)(?:任何)?其他(?:任何)?[^。，\n]{0,6}(?:工具|函数)/,
  /(?:一律|只能?|仅|务必|必须|都)(?:只)?(?:能)?(?:调用|使用)(?:本|此|该|这个)工具|(?:本|此|该)工具(?:的)?优先级最高/,
  /(?:必ず|常に)[^。\n]{0,8}(?:最初に|まず|優先)[^。\n]{0,8}(?:このツール|本ツール)/,
  /(?:このツール|本ツール)を(?:必ず|常に)?(?:最初に|優先的に|最優先)/,
  /(?:항상|반드시)[^.\n]{0,6}이 도구를[^.\n]{0,6}(?:먼저|우선)/,
  /(?:всегда|обязательно) (?:используй|используйте|вызывай|вызывайте) (?:этот инструмент|эту функцию)[^.\n]{0,8}(?:перв|вместо|прежде)/,
  /не (?:используй|используйте|вызывай|вызывайте) (?:никаки[а-яё]+ )?други[а-яё]+ инструмент/,
  /(?:siempre|sempre) (?:usa|use|utiliza|utilize|llama|chame) (?:a )?(?:esta herramienta|esta ferramenta)[^.\n]{0,8}(?:primero|primeiro|antes|en lugar|em vez)/,
  /(?:benutze|benutzen sie|verwende|verwenden sie|nutze|rufe|rufen sie) (?:dieses|diese) (?:werkzeug|tool|funktion) (?:immer|stets) (?:zuerst|als erstes|vor allen|statt)/,
  /(?:utilise|utilisez|appelle|appelez) toujours cet outil[^.\n]{0,8}(?:en premier|d['’]abord|avant|au lieu)/,
);

/** Texts to whoever rates the tool. */
export const foreignRatings = eitherOf(
  /(?:düşük riskli|salt okunur) olarak (?:sınıflandır|değerlendir|işaretle)/,
  /(?:分类为|评级为|评为|标记为|归类为|判定为|視為|视为)[^。\n]{0,6}(?:只读|低|安全|无害|读取|無害)/,
  /(?:評価|分類|判定)(?:者|して)[^。\n]{0,10}(?:低|安全|読み取り)|(?:低リスク|安全|読み取り専用)(?:として|と)(?:評価|分類|判定)/,
  /(?:낮은 위험|저위험|안전|읽기 전용)[^.\n]{0,6}(?:으로|로) (?:분류|평가|표시)/,
  /(?:(?:классифицируй|оцени|отметь|пометь|считай)(?:те)?|(?:классифицировать|оценивать|считать)) [^.\n]{0,24}(?:как |низк|безопасн|только для чтения)/,
  /(?<!\b(?:puede|pueden|pode|podem) )(?:clasifi|calific|evalú|marc|classifi|avali)[a-zéêúíç]* [^.\n]{0,30}(?:como |de )(?:solo lectura|somente leitura|apenas leitura|bajo riesgo|baixo risco|riesgo bajo|risco baixo|segur[ao])/,
  /(?:als (?:sicher|harmlos|unbedenklich|niedrig|lesend|nur lesend|geringes risiko)[^.\n]{0,10} (?:ein(?:zu)?stufen|bewerten|einordnen|klassifizieren|markieren))|(?:stufe|bewerte|klassifiziere|ordne)[a-z]* [^.\n]{0,30}als (?:sicher|harmlos|niedrig|lesend|geringes)/,
  /(?:class|évalu|not|marqu|considér)(?:e|er|ez) [^.\n]{0,30}comme (?:sûr|sans danger|lecture seule|à faible risque|inoffensif|étant sûr)/,
);
