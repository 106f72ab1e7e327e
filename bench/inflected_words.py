"""The words of :mod:`bench.inflected`: where its vocabularies come from, and English forms by rule.

English forms are made here, and not by the program's own rules, which are what is measured.
"""

from __future__ import annotations

RARE = frozenset(
    "Arch Slng Infr Dist Erro Abbr Name Surn Patr Geox Orgn Trad Sgtm Pltm Fixd Init V-oy V-ey "  # noqa: SIM905
    "V-bi V-be V-ej V-ie gen2 loc2 acc2 voct Subx Litr Prnt Cmp2".split()
)
"""What pymorphy3 calls words and forms that such articles have none of."""

BEGINNINGS = (
    "аген арен бесе бере вагон верс воен выбо газо гара горо груп диза доку жел запас знан инже "
    "иссле карти класс книг колл комп кред кура лабо лест маши меди мест мост навы налог насе "
    "обра опер опти орга основ отде отра очер паро перев песк писа план плат погр подъ пози покр "
    "полит порт посе почт прав преми приго прогр прода прой промы путе рабо разве рыбо ряд сади "
    "сборн свид сель сери сист скла след слов смет собр совет созд соста спис строи суда табл "
    "текст техн топл торг трамв труб турб удар улиц упра уров учил фабр фина форм хозя хран цвет "
    "циф часо черн числ шар широ школ щит экза экон элек энерг этап"
)
"""How the Russian words begin that are taken from the dictionary."""

MOST = {"noun": 3200, "adjective": 1800, "verb": 1400}

RUSSIAN = {
    # Homonyms: forms of these are forms of other words here, or of words that are everywhere.
    "noun": (
        "сталь стекло печь течь пила мыло вес мера знать лечь пасть жила раствор ключ коса лук "
        "мир поток банка банк белка берег полк полка вина вино дух душ рама доход договор порт "
        "граница дорога закон проект союз станция завод рынок товар документ встреча решение "
        "вопрос дело сила право стрела трасса село пол поле суда судно суд том тома"
    ),
    "adjective": "новый большой стальной данный открытый прошлый общий главный малый портовый",
    "verb": "стать стечь печь течь мыть знать жить построить открыть дать принять обсудить сесть",
}

PUBLISHERS = {
    "ru": ("Северный вестник", "Порт и берег", "Деловая неделя", "Горный листок", "Утро"),
    "en": ("Northern Courier", "Harbour Post", "The Ledger", "Hill Gazette", "Morning Line"),
}
RUSSIAN_NAMES = ("Куликов", "Брагина", "Тумасян", "Велиев", "Шубин", "Орлова", "Дятлов", "Каримова")
ENGLISH_NAMES = ("Marlow", "Whitcombe", "Ansari", "Delacroix", "Osgood", "Pemberton", "Okafor")

ENGLISH_NOUNS = """
port border road law project union station factory market cargo document meeting decision question
harbour bridge river valley mountain village city/cities country/countries ministry/ministries
company/companies treaty/treaties agency/agencies body/bodies copy/copies supply/supplies
child/children man/men woman/women foot/feet tooth/teeth mouse/mice goose/geese person/people
leaf/leaves knife/knives shelf/shelves half/halves life/lives wife/wives wolf/wolves loaf/loaves
crisis/crises analysis/analyses basis/bases axis/axes criterion/criteria phenomenon/phenomena
box bus tax bush church watch branch match coach index gas lens glass dress class pass
saw bear left lie fly/flies match mine well spring ring fall bank wind stock reading building
report letter number table window garden paper picture school teacher worker driver reader writer
engine signal cable pipe tower tunnel canal ferry/ferries vessel train carriage wagon lorry/lorries
price wage loan bond share budget income tariff invoice contract clause annex article chapter page
court judge trial verdict witness lawyer prison police officer soldier general captain sailor
doctor nurse patient hospital clinic vaccine symptom fever diet pill
farm field crop harvest seed plant forest tree branch root lake island beach coast storm flood
mayor council vote ballot party/parties campaign speech promise reform statute minister envoy
museum painter novel poem song concert stage actor film camera screen
laptop server network cable password database program sensor satellite rocket telescope planet
bakery/bakeries kitchen spoon plate bottle candle carpet curtain ladder hammer nail rope chain
journey/journeys valley key/keys tray/trays toy/toys donkey/donkeys turkey chimney
hero/heroes potato/potatoes tomato/tomatoes echo/echoes photo/photos piano/pianos radio/radios
"""
ENGLISH_VERBS = """
sign open close visit discuss approve reject support oppose announce publish describe measure
count repair paint clean load ship order deliver accept refuse promise examine monitor protect
lie/lay/lain/lying lay/laid/laid saw/sawed/sawn see/saw/seen find/found/found found leave/left/left
bear/bore/borne bore wind/wound/wound wound fly/flew/flown fall/fell/fallen fell feel/felt/felt
take/took/taken give/gave/given write/wrote/written read/read/read drive/drove/driven
build/built/built sell/sold/sold buy/bought/bought bring/brought/brought think/thought/thought
catch/caught/caught teach/taught/taught hold/held/held keep/kept/kept lose/lost/lost
choose/chose/chosen break/broke/broken steal/stole/stolen draw/drew/drawn throw/threw/thrown
know/knew/known grow/grew/grown show/showed/shown begin/began/begun sink/sank/sunk
make/made/made send/sent/sent spend/spent/spent lend/lent/lent bend/bent/bent
plan/planned/planned/planning stop/stopped/stopped/stopping drop/dropped/dropped/dropping
admit/admitted/admitted/admitting prefer/preferred/preferred/preferring
carry/carried/carried study/studied/studied copy/copied/copied supply/supplied/supplied
deny/denied/denied apply/applied/applied verify/verified/verified
use move share value judge force charge change manage reduce produce replace ignore agree free
watch reach touch push wash fix mix tax pass press miss
"""
ENGLISH_ADJECTIVES = """
new old large small northern southern coastal public private central regional annual monthly final
early late quick slow heavy light broad narrow deep shallow bright dark quiet loud clean dirty
formal informal legal local global common rare modern ancient cheap costly safe risky smooth rough
open closed left right mean fair just sound
"""


def plural(word: str) -> str:
    """Return a regular plural of a noun, which is also the third person of a verb."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return f"{word}es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}s"


def regular(base: str) -> tuple[str, str, str]:
    """Return past, participle and -ing of a regular verb."""
    if base.endswith("ee"):
        return f"{base}d", f"{base}d", f"{base}ing"
    if base.endswith("e"):
        return f"{base}d", f"{base}d", f"{base[:-1]}ing"
    return f"{base}ed", f"{base}ed", f"{base}ing"
