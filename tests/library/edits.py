"""Texts that are edited at random, with every word followed to where it has got to."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

from reader.language.words import WORD

ENGLISH = """\
The ferry to the northern islands left the harbour at noon with forty passengers on board. Most of them were farmers who had sold their wool at the spring market. The captain expected calm weather until the evening. Nobody paid attention to the old barometer near the wheel.
The council of the islands met on Monday to discuss the price of a crossing. Its chairman, a retired teacher, proposed to keep the fare as it was for three more years. Two members voted against him. The council will meet again in June.
A crossing costs nine crowns in summer and seven in winter. Children under six travel free of charge. The council will meet again in June. Those who live on the islands have paid half since the bridge was closed.
The bridge was closed after the flood of 1998, when the river carried away its two middle piers. Engineers looked at the ruins and wrote a long report. In their opinion a new bridge would cost more than twenty years of ferries. The report was never printed.
Wool is the only thing that the islands sell in large quantities. In 2022 they sold 40 tonnes of it, in 2023 they sold 44 tonnes of it. The merchants of the port buy it unwashed and send it south by rail. A mill of their own has been the dream of the islanders for a century.
The mill would need water, and water is what the islands have least of. A spring in the hills feeds the only stream, which dries up in August. Rain is collected in barrels on every roof. The engineers proposed a cistern beside the church.
The church was built by sailors who had been saved from a wreck. Its tower serves as a lighthouse, and its bell is rung in fog. The priest comes over with the ferry every second week. In winter he sometimes stays for a month.
The schoolmaster keeps a record of the weather in a green notebook. He writes down the wind, the rain and the height of the tide. His predecessor did the same for thirty years. Together they make the longest record of the coast.
The harbour master said that the report had been lost. The mayor of the port said that the report had been stolen. The newspaper asked both of them to look for it once more. No answer had come by the end of the week.
Young people leave the islands when they finish school. Some of them come back with families of their own. The shop has opened a reading room above its store. The council will meet again in June."""

RUSSIAN = """\
Паром на северные острова вышел из гавани в полдень, на борту было сорок пассажиров. Большинство из них составляли фермеры, продавшие шерсть на весенней ярмарке. Капитан ждал тихой погоды до самого вечера. На старый барометр у штурвала никто не обратил внимания.
Совет островов собрался в понедельник, чтобы обсудить цену переправы. Его председатель, учитель на пенсии, предложил не менять плату ещё три года. Двое проголосовали против. Следующее заседание совета пройдёт в июне.
Летом переправа стоит девять крон, зимой — семь. Дети до шести лет едут бесплатно. Следующее заседание совета пройдёт в июне. Жители островов платят половину с тех пор, как закрыли мост.
Мост закрыли после паводка 1998 года, когда река унесла две средние опоры. Инженеры осмотрели развалины и составили подробный отчёт. По их мнению, новый мост обошёлся бы дороже двадцати лет паромных рейсов. Отчёт так и не напечатали.
Шерсть — единственное, что острова продают в больших количествах. В 2022 году её продали 40 тонн, в 2023 году её продали 44 тонны. Портовые купцы берут её немытой и отправляют на юг по железной дороге. О собственной фабрике островитяне мечтают целый век.
Фабрике нужна вода, а воды на островах меньше всего. Родник в холмах питает единственный ручей, который в августе пересыхает. Дождь собирают в бочки под каждой крышей. Инженеры предложили вырыть водоём возле церкви.
Церковь построили моряки, спасшиеся после кораблекрушения. Её башня служит маяком, а в туман звонит колокол. Священник приезжает на пароме раз в две недели. Зимой он иногда остаётся на месяц.
Школьный учитель ведёт дневник погоды в зелёной тетради. Он записывает ветер, осадки и высоту прилива. Его предшественник делал то же тридцать лет. Вместе это самый длинный ряд наблюдений на побережье.
Начальник гавани сказал, что отчёт потеряли. Мэр портового города сказал, что отчёт украли. Газета попросила обоих поискать его ещё раз. К концу недели ответа не было.
Молодёжь уезжает с островов, как только окончит школу. Некоторые возвращаются уже с семьями. Лавка открыла над складом читальню. Следующее заседание совета пройдёт в июне."""

STRANGE = {
    "en": "amber lantern quickly velvet orchard seldom copper willow gentle narrow basket thunder "
    "early silver meadow perhaps twelve market although window river council ferry",
    "ru": "янтарь фонарь быстро бархат сад редко медь ива мягкий узкий корзина гром рано серебро "
    "луг возможно двенадцать рынок хотя окно река совет паром",
}
INSERTED = {
    "en": [
        "A storm from the west broke three windows of the school.",
        "According to the baker, flour became dearer again.",
        "On Sunday the choir sang in the square.",
        "The council met again in May.",
    ],
    "ru": [
        "Западная буря разбила в школе три окна.",
        "По словам пекаря, мука снова подорожала.",
        "В воскресенье на площади пел хор.",
        "Совет снова собрался в мае.",
    ],
}


class Word(NamedTuple):
    """A word of a sentence with what stands behind it; ``mark`` is its own, wherever it goes."""

    text: str
    mark: int
    tail: str = " "
    is_new: bool = False


Sentence = list[Word]
Text = list[list[Sentence]]
"""Paragraphs of sentences of words."""


def marked(text: str) -> Text:
    """Return a text, a paragraph a line, with a mark on every word."""
    found, mark = [], 0
    for line in text.split("\n"):
        sentences: list[Sentence] = []
        for part in line.replace(". ", ".|").split("|"):
            sentence: Sentence = []
            for token in part.split():
                mark += 1
                sentence.append(Word(token, mark))
            sentences.append(sentence)
        found.append(sentences)
    return found


def written(text: Text) -> tuple[list[tuple[str, str]], dict[int, tuple[str, int, int]]]:
    """Return paragraphs by id, and the place of every mark in them."""
    paragraphs, places = [], {}
    for number, sentences in enumerate((s for s in text if any(s)), 1):
        id, line = f"p{number}", ""
        for sentence in sentences:
            for word in sentence:
                line += " " if line else ""
                places[word.mark] = (id, len(line), len(line) + len(word.text))
                line += word.text
        paragraphs.append((id, line))
    return paragraphs, places


class Editor:
    """Edits a text at random, one edit after the other."""

    def __init__(self, text: Text, language: str, seed: int) -> None:
        self.text = [[list(sentence) for sentence in sentences] for sentences in text]
        self.random = random.Random(seed)
        self.strange = STRANGE[language].split()
        self.inserted = INSERTED[language]
        self._mark = 10_000

    def new(self, text: str) -> Word:
        self._mark += 1
        return Word(text, self._mark, is_new=True)

    def words(self, share: float, at: Sequence[int]) -> None:
        """Replace, insert and leave out a share of the words of paragraphs."""
        for paragraph in at:
            for sentence in self.text[paragraph]:
                changed: Sentence = []
                for word in sentence:
                    if self.random.random() >= share:
                        changed.append(word)
                        continue
                    kind = self.random.choice(("replace", "insert", "delete"))
                    if kind == "insert":
                        changed.append(word)
                    if kind != "delete":
                        changed.append(self.new(self.random.choice(self.strange)))
                sentence[:] = changed

    def delete_sentence(self, paragraph: int) -> None:
        if self.text[paragraph]:
            del self.text[paragraph][self.random.randrange(len(self.text[paragraph]))]

    def insert_sentence(self, paragraph: int) -> None:
        new = [self.new(word) for word in self.random.choice(self.inserted).split()]
        self.text[paragraph].insert(self.random.randint(0, len(self.text[paragraph])), new)

    def reorder_sentences(self, paragraph: int) -> None:
        self.random.shuffle(self.text[paragraph])

    def move_sentence(self, paragraph: int) -> None:
        """Move a sentence into another paragraph."""
        if self.text[paragraph]:
            sentence = self.text[paragraph].pop(self.random.randrange(len(self.text[paragraph])))
            other = self.random.choice(self.text)
            other.insert(self.random.randint(0, len(other)), sentence)

    def reorder_paragraphs(self) -> None:
        self.random.shuffle(self.text)

    def move_paragraph(self, paragraph: int) -> None:
        self.text.insert(self.random.randrange(len(self.text)), self.text.pop(paragraph))

    def delete_paragraph(self, paragraph: int) -> None:
        del self.text[paragraph]

    def split(self, paragraph: int) -> None:
        sentences = self.text[paragraph]
        if len(sentences) > 1:
            at = self.random.randint(1, len(sentences) - 1)
            self.text[paragraph : paragraph + 1] = [sentences[:at], sentences[at:]]

    def merge(self, paragraph: int) -> None:
        if paragraph + 1 < len(self.text):
            self.text[paragraph : paragraph + 2] = [self.text[paragraph] + self.text[paragraph + 1]]

    def any(self, paragraph: int, hard: bool = False) -> str:
        """Make one edit of a paragraph; return what it was."""
        kinds = ["words", "words", "delete_sentence", "insert_sentence", "reorder_sentences"]
        kinds += ["reorder_paragraphs", "move_paragraph"]
        if hard:
            kinds += ["move_sentence", "delete_paragraph", "split", "merge", "many words"]
        kind = self.random.choice(kinds)
        paragraph = min(paragraph, len(self.text) - 1)
        if kind == "words":
            self.words(self.random.uniform(0.05, 0.3), [paragraph])
        elif kind == "many words":
            self.words(self.random.uniform(0.3, 0.5), range(len(self.text)))
        elif kind == "reorder_paragraphs":
            self.reorder_paragraphs()
        else:
            getattr(self, kind)(paragraph)
        return kind


class Found(NamedTuple):
    """How a place compares with where the words of a quotation are."""

    words: int
    """Words of the quotation."""
    left: int
    """Those that are still in the text, wherever."""
    hit: int
    """Those of them that are in the place."""
    shown: int
    """All words of the place."""

    @property
    def is_right(self) -> bool:
        return self.hit > 0 and self.hit >= 0.5 * self.left and self.hit >= 0.4 * self.shown

    @property
    def is_wrong(self) -> bool:
        return self.shown > 0 and self.hit == 0

    @property
    def is_nearly_gone(self) -> bool:
        return self.left < 0.34 * self.words


class Case:
    """A quotation of some words of one paragraph, and the text while it is edited."""

    def __init__(
        self, language: str, seed: int, sizes: Sequence[int] = (1, 2, 3, 6, 10, 16, 25, 99)
    ) -> None:
        chance = random.Random(seed)
        text = marked({"en": ENGLISH, "ru": RUSSIAN}[language])
        self.paragraphs, places = written(text)
        self.paragraph = chance.randrange(len(text))
        self._words = [word for sentence in text[self.paragraph] for word in sentence]
        size = min(chance.choice(sizes), len(self._words))
        first = chance.randint(0, len(self._words) - size)
        self.picked = self._words[first : first + size]
        self.start = places[self.picked[0].mark][1]
        self.end = places[self.picked[-1].mark][2]
        self.editor = Editor(text, language, seed)
        self.chance = chance

    @property
    def id(self) -> str:
        return f"p{self.paragraph + 1}"

    def edit(self, hard: bool = False) -> str:
        """Edit the paragraph once more, wherever most of it is now."""
        marks = {word.mark for word in self._words}

        def left(at: int) -> int:
            return sum(word.mark in marks for s in self.editor.text[at] for word in s)

        return self.editor.any(max(range(len(self.editor.text)), key=left), hard)

    def edited(self) -> list[tuple[str, str]]:
        return written(self.editor.text)[0]

    def compare(self, spans: Sequence[tuple[str, int, int]]) -> Found:
        """Compare the spans of a place with where the quotation's words are now."""
        paragraphs, places = written(self.editor.text)
        texts = dict(paragraphs)
        left = [places[word.mark] for word in self.picked if word.mark in places]
        hit = sum(
            any(id == p and start < e and s < end for p, s, e in spans) for id, start, end in left
        )
        shown = sum(len(WORD.findall(texts[id][start:end])) for id, start, end in spans)
        return Found(len(self.picked), len(left), hit, shown)
