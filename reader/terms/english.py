"""All forms of an English term: number, spelling, hyphens, initials, articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple


class Spelling(NamedTuple):
    """One way to write a term: its words, and what stands before each but the first."""

    words: tuple[str, ...]
    joints: tuple[str, ...]


_IRREGULAR = {
    "man": "men", "woman": "women", "child": "children", "foot": "feet", "tooth": "teeth",
    "goose": "geese", "mouse": "mice", "person": "people persons", "ox": "oxen",
    "phenomenon": "phenomena", "criterion": "criteria", "datum": "data", "medium": "media mediums",
    "bacterium": "bacteria", "memorandum": "memoranda memorandums",
    "symposium": "symposia symposiums",
    "referendum": "referendums referenda", "spectrum": "spectra spectrums", "stratum": "strata",
    "curriculum": "curricula curriculums", "stadium": "stadiums stadia", "forum": "forums fora",
    "consortium": "consortia consortiums", "moratorium": "moratoriums moratoria",
    "aquarium": "aquariums aquaria", "ovum": "ova", "corrigendum": "corrigenda",
    "addendum": "addenda", "erratum": "errata", "nucleus": "nuclei", "fungus": "fungi",
    "stimulus": "stimuli", "alumnus": "alumni", "cactus": "cacti cactuses", "radius": "radii",
    "locus": "loci", "focus": "foci focuses", "syllabus": "syllabi syllabuses",
    "thrombus": "thrombi", "embolus": "emboli", "bronchus": "bronchi", "corpus": "corpora",
    "genus": "genera", "opus": "opera opuses", "virus": "viruses", "vertex": "vertices",
    "index": "indices indexes", "matrix": "matrices matrixes", "appendix": "appendices appendixes",
    "cortex": "cortices", "codex": "codices", "larva": "larvae", "vertebra": "vertebrae",
    "formula": "formulas formulae", "antenna": "antennas antennae", "alga": "algae",
    "metastasis": "metastases", "leaf": "leaves", "knife": "knives", "wife": "wives",
    "life": "lives", "half": "halves", "shelf": "shelves", "wolf": "wolves", "thief": "thieves",
    "loaf": "loaves", "calf": "calves", "hoof": "hooves hoofs", "scarf": "scarves scarfs",
    "self": "selves", "potato": "potatoes", "tomato": "tomatoes", "hero": "heroes",
    "veto": "vetoes", "echo": "echoes", "cargo": "cargoes cargos", "tornado": "tornadoes tornados",
    "volcano": "volcanoes volcanos", "embargo": "embargoes", "torpedo": "torpedoes",
    "mosquito": "mosquitoes mosquitos", "domino": "dominoes", "quiz": "quizzes",
    "bus": "buses", "gas": "gases gasses", "lens": "lenses", "iris": "irises", "bias": "biases",
    "penis": "penises", "pelvis": "pelvises pelves", "chassis": "chassis", "series": "series",
    "species": "species", "means": "means", "headquarters": "headquarters", "aircraft": "aircraft",
    "spacecraft": "spacecraft", "sheep": "sheep", "deer": "deer", "fish": "fish fishes",
    "corps": "corps", "offspring": "offspring", "passer-by": "passers-by",
}  # fmt: skip
_SINGULAR = {plural: one for one, many in _IRREGULAR.items() for plural in many.split()}
# Plurals that name another thing than their singular would.
_PLURAL_OF_ITS_OWN = frozenset(
    "goods customs arms futures securities premises proceeds savings earnings minutes damages "
    "spirits works means terms statistics economics politics news physics mathematics ethics "
    "logistics dynamics mechanics electronics genetics robotics diabetes rabies measles mumps "
    "herpes aids athletics gymnastics olympics headquarters series species always thanks "
    "scissors trousers glasses sports utilities options stocks shares values heads hearts "
    "manners mains guts brains looks states nations times united".split()
)
_NO_PLURAL = re.compile("(?:ics|ness|ism|[^aeiou]ity|ship|hood|ing)$")
_PREPOSITIONS = frozenset(
    "of on for in to with against by from at between under as without over per via through "
    "about among into within upon after before beyond across towards toward".split()
)
# A noun before an adjective that came from French: attorneys general.
_POSTPOSED = frozenset("general martial elect emeritus laureate designate royal".split())
OFFICES = frozenset(
    "president secretary minister ambassador chair chairman chairwoman chairperson envoy director "
    "commissioner governor judge justice senator king queen prince princess chancellor premier "
    "mayor coach captain head speaker representative deputy prosecutor attorney admiral general "
    "emperor pope bishop archbishop rector dean leader monarch pharaoh caliph sultan tsar czar "
    "manager officer counsel inspector marshal ombudsman treasurer comptroller rapporteur "
    "adviser advisor aide delegate congressman congresswoman vizier consul".split()
)

_SPELLINGS = [
    tuple(pair.split("/"))
    for pair in (
        "defence/defense offence/offense licence/license pretence/pretense centre/center "
        "metre/meter litre/liter theatre/theater fibre/fiber calibre/caliber sabre/saber "
        "labour/labor neighbour/neighbor behaviour/behavior favour/favor colour/color "
        "harbour/harbor honour/honor rumour/rumor tumour/tumor humour/humor vapour/vapor "
        "armour/armor endeavour/endeavor savour/savor vigour/vigor programme/program "
        "catalogue/catalog dialogue/dialog analogue/analog judgement/judgment ageing/aging "
        "acknowledgement/acknowledgment aluminium/aluminum sulphur/sulfur cheque/check "
        "tyre/tire grey/gray plough/plow sceptic/skeptic artefact/artifact manoeuvre/maneuver "
        "fulfilment/fulfillment enrolment/enrollment instalment/installment skilful/skillful "
        "travelling/traveling labelling/labeling modelling/modeling counselling/counseling "
        "cancelled/canceled labelled/labeled fuelling/fueling traveller/traveler "
        "jewellery/jewelry mould/mold draught/draft storey/story paediatric/pediatric "
        "orthopaedic/orthopedic gynaecolog/gynecolog anaemi/anemi leukaemi/leukemi "
        "haemo/hemo haemat/hemat oedema/edema oesophag/esophag anaesthe/anesthe foetus/fetus "
        "foetal/fetal diarrhoea/diarrhea glycaemi/glycemi ischaemi/ischemi lipidaemi/lipidemi "
        "septicaemi/septicemi uraemi/uremi coeliac/celiac caesarean/cesarean encyclopaedia/"
        "encyclopedia archaeolog/archeolog oestrogen/estrogen"
    ).split()
]
_ISE = re.compile(r"^(.{3,}?)(i)(s|z)(e|es|ed|er|ers|ing|ation|ations|ational|able)$")
_YSE = re.compile(r"^(.{2,}?y)(s|z)(e|es|ed|er|ers|ing)$")
# -ise that has no -ize: a whole word, or its end.
_ALWAYS_S = re.compile(
    "(?:exerc|adv|rev|superv|telev|surpr|comprom|enterpr|franch|improv|desp|disgu|prom|prec|"
    "exc|conc|dev|merchand|adver|ra|pra|no|w|r)is|(?:si|pri)z"
)
_PREFIXES = re.compile(
    "^(co(?=op|ord|ex|ed)|counter|non|anti|multi|inter|cyber|micro|macro|post|pre(?=e)|re(?=e)|"
    "semi|sub|trans|over|under|bio|geo|eco|socio|neo|pro|quasi|super|ultra|extra|intra|mid|"
    "tele|nano|health|data|policy|land|fire|air|water|on|off|web|block|key|share|stake|child|"
    "life|work|real|mega|euro|petro|hydro|electro|thermo|cardio|neuro|immuno|radio|photo|auto)"
    "(.{4,})$"
)


def spelt(word: str) -> set[str]:
    """``word`` (lower-case) in British, American and Oxford spelling."""
    found = {word}
    for british, american in _SPELLINGS:
        for one, other in ((british, american), (american, british)):
            # Whole words and their plurals; the medical roots inside one, too.
            if word in (one, one + "s") or (
                len(one) > 4 and one in word and (other not in word or other in one)
            ):
                found.add(word.replace(one, other))
    for each in tuple(found):
        if _ALWAYS_S.search(each):
            continue
        if match := _ISE.match(each):
            found.add(match[1] + match[2] + ("z" if match[3] == "s" else "s") + match[4])
        if match := _YSE.match(each):
            found.add(match[1] + ("z" if match[2] == "s" else "s") + match[3])
    return found


def plurals(word: str) -> set[str]:
    """Plurals of a lower-case noun in the singular."""
    if word in _IRREGULAR:
        return set(_IRREGULAR[word].split())
    for one, many in _IRREGULAR.items():
        if len(one) > 3 and word.endswith(one) and word != one and one not in ("person", "life"):
            return {word[: -len(one)] + each for each in many.split()}
    if re.search("(?<!hu|ro|ca|ta|is|ai|er|to)man$", word) and len(word) > 5:
        return {word[:-3] + "men"}
    if word.endswith("sis"):
        return {word[:-2] + "es"}
    if re.search("[^aeiou]y$", word):
        return {word[:-1] + "ies"}
    if re.search("(?:s|x|z|ch|sh)$", word):
        return {word + "es"}
    return {word + "s"}


def singular(word: str) -> str | None:
    """The singular of a lower-case plural, or ``None`` where it is none."""
    if word in _SINGULAR:
        return _SINGULAR[word]
    if len(word) < 4 or not word.endswith("s") or re.search("(?:ss|us|is|sis)$", word):
        return None
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    if re.search("(?:ss|x|z|ch|sh)es$", word):
        return word[:-2]
    return word[:-1]


def head(words: Sequence[str]) -> int | None:
    """The place of the noun that takes the number; ``None`` where there is none."""
    end = next((i for i, w in enumerate(words) if i and w.lower() in _PREPOSITIONS), len(words))
    at = end - 1
    if words[at].lower() in _POSTPOSED and at and words[at - 1].lower() in OFFICES | {"court"}:
        return at - 1
    if not words[at].isalpha() or len(words[at]) < 2:
        return None
    return at


def forms(spelling: Spelling, *, plural: bool) -> set[tuple[str, ...]]:
    """Every form of one spelling, lower-case; ``plural``: in either number."""
    lowered = [word.lower() for word in spelling.words]
    options = [spelt(word) for word in lowered]
    found = set(product(*options))
    at = head(spelling.words)
    if plural and at is None and spelling.joints[-1:] == ("-",) and spelling.words[-1].isdigit():
        # Two F-35s
        return found | {(*lowered[:-1], lowered[-1] + "s")}
    if not plural or at is None or len(options) > 12:
        return found
    numbered = set()
    if spelling.words[at].isupper() and len(spelling.words[at]) > 1:
        return found | {(*lowered[:at], lowered[at] + "s", *lowered[at + 1 :])}
    for word in options[at]:
        single = singular(word)
        alone = len(lowered) == 1
        if single is not None:
            if not alone or word not in _PLURAL_OF_ITS_OWN:
                numbered.add(single)
        elif not (alone and _NO_PLURAL.search(word)):
            numbered |= plurals(word)
    return found | set(product(*options[:at], numbered, *options[at + 1 :]))


def spellings(spelling: Spelling, *, closes: bool) -> Iterator[Spelling]:
    """Ways to write a term: with and without its article, points, hyphens, «and».

    ``closes``: two words may be written as one (health care).
    """
    seen: set[Spelling] = set()
    waiting = [spelling]
    while waiting and len(seen) < 24:
        each = waiting.pop(0)
        if each in seen or not each.words:
            continue
        seen.add(each)
        yield each
        waiting.extend(_respelt(each, closes=closes))


def _respelt(spelling: Spelling, *, closes: bool) -> Iterator[Spelling]:
    words, joints = spelling
    if words[-1].lower() in ("jr", "sr") and joints[-1:] == ("",):
        # Martin Luther King, Jr.
        yield Spelling(words, (*joints[:-1], ","))
    if words[0].lower() == "the" and len(words) > 1:
        yield Spelling(words[1:], joints[1:])
    for i, word in enumerate(words):
        joint = joints[i - 1] if i else ""
        if 2 <= len(word) <= 3 and word.isupper() and word.isalpha() and word.isascii():
            # US and U.S., JD and J. D.
            points = ["."] * (len(word) - 1)
            if joints[i : i + 1] == ("",):
                # U.S. Embassy: the last point, too.
                points.append(".")
            yield Spelling(
                (*words[:i], *word, *words[i + 1 :]),
                (*joints[:i], *points, *joints[i + len(points) - len(word) + 1 :]),
            )
        if i and joint == "." and len(word) == len(words[i - 1]) == 1:
            run = i + 1
            while run < len(words) and joints[run - 1] == "." and len(words[run]) == 1:
                run += 1
            if i == 1 or joints[i - 2] != ".":
                joined = "".join(words[i - 1 : run])
                yield Spelling(
                    (*words[: i - 1], joined, *words[run:]), (*joints[: i - 1], *joints[run - 1 :])
                )
        if (i and joint == "-") or (
            i and closes and joint == "" and len(words) == 2 and _both_plain(words)
        ):
            yield _closed(spelling, i)
        if i and word.isdigit() and joint == "" and words[i - 1].isalpha():
            # Section No. 907
            yield Spelling((*words[:i], "No", *words[i:]), (*joints[:i], ".", *joints[i:]))
        if word == "No" and 0 < i < len(words) - 1 and words[i + 1].isdigit():
            yield Spelling((*words[:i], *words[i + 1 :]), (*joints[: i - 1], "", *joints[i + 1 :]))
        if word.lower() == "and" and 0 < i < len(words) - 1:
            yield Spelling((*words[:i], *words[i + 1 :]), (*joints[: i - 1], "&", *joints[i + 1 :]))
        if joint == "&":
            yield Spelling((*words[:i], "and", *words[i:]), (*joints[: i - 1], "", "", *joints[i:]))
        if match := _PREFIXES.match(word):
            yield Spelling(
                (*words[:i], match[1], match[2], *words[i + 1 :]), (*joints[:i], "-", *joints[i:])
            )
    ordinal = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", words[0])
    if ordinal and len(words) == 2:
        # 907th Amendment: Amendment 907
        yield Spelling((words[1], ordinal[1]), ("",))


def _both_plain(words: Sequence[str]) -> bool:
    return all(word.isalpha() and word.islower() and len(word) <= 8 for word in words)


def _closed(spelling: Spelling, i: int) -> Spelling:
    words, joints = spelling
    one = words[i - 1] + words[i].lower()
    return Spelling((*words[: i - 1], one, *words[i + 1 :]), (*joints[: i - 1], *joints[i:]))
