"""What furniture says, by language: calls to subscribe, credits, notices, headings of other articles.

Kinds of phrase, not sentences of a publisher: each stands on pages of many.
"""

from __future__ import annotations

import re

_CALLS = {
    "en": (
        "related(?= ?[:|]|$| (?:articles?|stor(?:y|ies)|coverage|content|news))|(?:read|see|learn|find out) (?:more|also|next)"
        "|more(?= ?:)|see also|recommended|also read|you (?:may|might) (?:also )?like"
        "|watch(?=:| (?:now|more|live|the video|below))|listen(?=:| (?:now|to this))"
        "|sign up(?: for| to| here| now|$)|subscribe(?: to| here| now| for|$)"
        "|follow (?:us|me|him|her|them|@|the |our |\\w+ \\w+ on|\\w+ on)|like us on|find us on|join (?:our|us|the conversation|the discussion)"
        "|click (?:here|to)|tap (?:here|to)|scroll (?:down|for)|swipe|share (?:this|on|via|it)|share$|print$|email$|save$"
        "|advertisement|sponsored|story continues|article continues|continue reading|support (?:our|us|independent)"
        "|download (?:our|the) app|get (?:our|the) (?:app|newsletter|latest|best|day)|stay (?:informed|up to date|connected|tuned)"
        "|have (?:a|your) (?:tip|say|story)|do you have a|contact (?:us|the author)|send (?:us|your)|let us know|tell us|e-?mail (?:us|the)"
        "|to (?:read|view|see|access|continue reading|unlock)[^.]{0,60}(?:subscribe|sign (?:up|in)|log in|register)"
        "|(?:if you.re |you are |are you )?already (?:a|an) (?:subscriber|member)|this (?:article|story|content) is (?:for|only|available|reserved)[^.]{0,20} (?:subscribers|members)"
        "|create an account|sign in|log in|already a subscriber|become a member|enable javascript|please enable|leave a (?:reply|comment)"
        "|(?:by|when) (?:clicking|submitting|signing|subscribing|registering|using)|we use cookies|this (?:site|website) uses"
        "|like this story|enjoyed this|did you like|thank you for (?:reading|subscribing|your)|comments? (?:are|is) (?:closed|moderated)"
        "|(?:file )?(?:photo|photograph|image|picture|pic|video|illustration|graphic|credit|source|photos|images)s?(?: (?:by|credit|courtesy|copyright|via))?(?= ?[:©(/|])"
        "|(?:photo|image|illustration|video|picture|photograph)s? (?:by|credit|courtesy|source)|getty images|©"
    ),
    "ru": (
        "(?:читайте|смотрите|слушайте|узнайте)(?:,| )(?:так ?же|ещ[её]|по теме|нас|больше|подробнее|далее)|читайте(?=:)|по теме|ещ[её] по теме|похожие|подробнее(?=:|$)"
        "|подпи(?:сывайтесь|шитесь|саться|ска)|присоединяйтесь|следите за|будьте в курсе|оставайтесь|хотите (?:быть|получать|знать)"
        "|нашли (?:ошибку|опечатку)|заметили (?:ошибку|опечатку)|выделите|поделиться|поделитесь|отправить|распечатать|версия для печати"
        "|(?:чтобы|для того,? чтобы) (?:про)?(?:читать|дочитать|должить|смотреть)[^.]{0,60}(?:подпи|войд|зарегистр|оформ|авторизу)\\w*"
        "|(?:материал|текст|статья|продолжение|полн(?:ый|ая) (?:текст|версия)[^.]{0,30}) доступ(?:ен|на|но) (?:только |лишь )?(?:по|после|подписчик\\w*|зарегистрир\\w*)"
        "|оформите (?:подписку|доступ)|поддержите (?:нас|нашу|наш|редакцию|проект|журналист\\w*)|сделайте пожертвование"
        "|реклама|на правах рекламы|партн[её]рский|войти|зарегистрируйтесь|авторизуйтесь|оставить комментарий|комментировать|обсудить"
        "|(?:фото|иллюстрация|источник фото|источник|автор фото|снимок|изображение|видео|скриншот|коллаж)(?: [\\w ]{0,20})?(?= ?[:©/|])|©"
        "|наш (?:telegram|телеграм|канал)|(?:мы|мы есть) в (?:telegram|телеграм|соц|vk|вк|дзен)|скачайте|мы используем|используя (?:этот|наш|сайт)|просмотров|комментари(?:и|ев)"
        "|теги|метки|рубрик[аи]|ключевые слова|(?:добавьте|сделайте) (?:нас|наш)"
    ),
    "uk": (
        "читайте (?:також|ще|нас)|дивіться також|за темою|схожі|підпи(?:суйтесь|суйтеся|шіться|сатися)|приєднуйтесь|стежте за"
        "|знайшли помилку|помітили помилку|поділитися|поділіться|реклама|фото(?= ?[:©/|])|коментар(?:і|ів)|теги|рубрика"
    ),
}

_NOTICES = {
    "en": (
        "all rights reserved|may not be (?:published|reproduced|republished)|terms (?:of (?:use|service)|and conditions)|privacy (?:policy|notice)"
        "|reproduc(?:tion|ed) (?:without|in whole)|copyright ©|© ?\\d{4}|your (?:email address|e-mail|inbox|password)|unsubscribe|newsletter"
        "|affiliate (?:commission|links?)|permission to republish|protected by recaptcha"
    ),
    "ru": (
        "все права защищены|перепечатк[аеи]|при (?:цитировании|использовании|копировании) (?:материал|ссылка|гиперссылка|обязател)|ссылка (?:на [^.]{1,40} )?обязательна"
        "|свидетельство о (?:регистрации|рег)|учредитель|политик[аеи] конфиденциальности|пользовательск(?:ое|ого) соглашени|ctrl ?\\+ ?enter|©"
        "|зарегистрирован[оа]? (?:федеральной службой|в роскомнадзоре|роскомнадзором)|роскомнадзор(?:ом)?[)\\s,]*(?:эл|пи)? ?№|(?:эл|пи) ?№ ?(?:фс|ту)"
        "|(?:адрес|телефон(?:ы)?|почта|e-?mail|контакты) редакции|редакция сми|главный редактор ?[:—–-]|сетевое издание «|все права на (?:материалы|тексты)"
        "|(?:использование|перепечатка|копирование) (?:любых )?материалов,? .{0,100}(?:разреш|допускается|согласи)|мнение редакции может не совпадать"
        "|признан[аыо]?(?: в [^.]{3,40})? (?:экстремистск|террористическ|нежелательн|иноагент|иностранн\\w+ агент)|внесен[аыо]? в реестр иноагентов"
        "|обработк[уи] персональных данных|(?:наш|в) telegram[- ]?канал|в нашем (?:telegram|телеграм|канале)|социальных сетях: |редакция не нес[её]т"
    ),
    "uk": "всі права захищ|усі права захищ|передрук|використання матеріалів|політик[аи] конфіденційності|©",
}

_ENDS = {
    "en": (
        "comments(?: \\(\\d+\\)|: \\d+)?|\\d+ comments?|(?:leave|post|add|write) a (?:reply|comment)|join the (?:conversation|discussion)"
        "|(?:related|similar|recommended|latest|popular|trending|more|other|further|top|featured|sponsored) (?:articles?|posts?|stor(?:y|ies)|news|content|topics?|reading|coverage|links|videos?|headlines)"
        "|(?:read|up) next|read more|more (?:from|on|in|about|like)\\b.{0,40}|most (?:read|popular|viewed|shared|recent|commented)|you (?:may|might) (?:also )?(?:like|be interested).{0,30}|recommended(?: for you)?"
        "|related|see also|trending(?: now)?|editors.{0,3}(?: picks?| choice)|don.t miss|in case you missed it|about the authors?|share this.{0,30}|share|tags?|topics?|follow us.{0,20}"
        "|(?:sign up|subscribe).{0,50}|newsletters?.{0,30}|around the web|from the web|promoted.{0,20}|our (?:picks|partners).{0,20}"
    ),
    "ru": (
        "комментарии(?: \\(\\d+\\)|: \\d+)?|\\d+ комментари(?:й|я|ев)|(?:оставить|добавить|написать) комментарий|обсуждение|оставьте .{0,20}комментарий"
        "|(?:читайте|смотрите) (?:так ?же|ещ[её]|по теме|далее).{0,20}|(?:материалы |новости |статьи |ещ[её] |другие .{0,20})?по теме|похожие .{0,20}|другие (?:новости|материалы|статьи).{0,20}"
        "|(?:самое |популярн(?:ое|ые)|читаемое|обсуждаемое|интересное).{0,30}|(?:главные |последние |свежие |лента )?новост(?:и|ей)(?: партн[её]ров| дня| по теме)?|рекомендуем.{0,30}"
        "|об авторе|поделиться.{0,30}|теги|метки|выбор редакции|главное (?:сейчас|за|сегодня).{0,20}|подпис(?:ка|аться|ывайтесь).{0,40}|не пропустите|ещ[её] новости|партн[её]рские материалы|опрос"
    ),
    "uk": (
        "коментарі(?: \\(\\d+\\))?|(?:залишити|додати) коментар|(?:читайте|дивіться) також|схожі .{0,20}|за темою|популярн(?:е|і).{0,20}|останні новини|головне.{0,20}|теги|про автора"
    ),
}


def _joined(words: dict[str, str]) -> str:
    return "|".join(words.values())


_CALL = re.compile(rf"(?:{_joined(_CALLS)})(?!\w)|©", re.IGNORECASE)
_NOTICE = re.compile(_joined(_NOTICES), re.IGNORECASE)
_END = re.compile(rf"(?:{_joined(_ENDS)})\W*$", re.IGNORECASE)
_EDGE = " \t[](){}<>*-–—•·|/\\»«“”\"'…→►▶★✉:#"


def is_call(text: str) -> bool:
    """Tell whether a short block invites the reader to something, or credits a picture."""
    return len(text) < 250 and _CALL.match(text.lstrip(_EDGE)) is not None


def is_notice(text: str) -> bool:
    """Tell whether a block is about the site: its rights, its newsletter, its rules."""
    return len(text) < 500 and _NOTICE.search(text) is not None


def ends_article(text: str) -> bool:
    """Tell whether a line is a heading of what stands below articles: comments, other articles."""
    return len(text) < 80 and _END.match(text.lstrip(_EDGE)) is not None
