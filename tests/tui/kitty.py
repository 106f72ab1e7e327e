"""What a terminal with kitty's keyboard protocol sends, in eight keyboard layouts."""

from __future__ import annotations

from typing import NamedTuple

_LATIN = ("`1234567890-=", "qwertyuiop[]\\", "asdfghjkl;'", "zxcvbnm,./")
_LATIN_SHIFTED = ("~!@#$%^&*()_+", "QWERTYUIOP{}|", 'ASDFGHJKL:"', "ZXCVBNM<>?")
PLACES = "".join(_LATIN)
"""The keys that have a character, by what is on them in the standard Latin layout."""
_DEAD = "\0"
"""A key that sends nothing until the next one."""
_SHIFT, _ALT, _CTRL = 1, 2, 4


class Layout(NamedTuple):
    """What is on each key, by the place of the Latin ones, and on some with AltGr."""

    plain: str
    shifted: str
    with_altgr: dict[str, str]
    is_latin: bool = False

    def key(self, place: str, *, shift: bool = False, alt: bool = False, ctrl: bool = False) -> str:
        """Return what the key in the place of a Latin one sends, by all the flags; "" for a dead one."""
        at = number(place)
        code, other = self.plain[at], self.shifted[at]
        text = other if shift else code
        if _DEAD in (code, text):
            return ""
        bits = shift * _SHIFT + alt * _ALT + ctrl * _CTRL
        return _sequence(code, other if shift else "", place, text, bits)

    def place_of(self, character: str) -> str:
        """Return what types a character, with Shift or AltGr where it needs them; "" without one."""
        for typed, shift in ((self.plain, False), (self.shifted, True)):
            if character in typed:
                return self.key(PLACES[typed.index(character)], shift=shift)
        place = next((place for place, sign in self.with_altgr.items() if sign == character), None)
        if place is None:
            return ""
        code = self.plain[number(place)]
        return _sequence(code, "", place, character, 0)


def _sequence(code: str, shifted: str, base: str, text: str, bits: int) -> str:
    numbers = [str(ord(code)), str(ord(shifted)) if shifted and shifted != code else ""]
    numbers.append(str(ord(base)) if base != code else "")
    fields = [":".join(numbers).rstrip(":"), str(bits + 1) if bits else ""]
    fields.append("" if bits & (_ALT | _CTRL) else str(ord(text)))
    return f"\x1b[{';'.join(fields).rstrip(';')}u"


def number(place: str) -> int:
    """Return the number of the key in the place of a Latin one."""
    return PLACES.index(place)


def us_place(character: str) -> tuple[str, bool]:
    """Return where a character lies in the standard Latin layout, and whether with Shift."""
    if character in PLACES:
        return character, False
    return PLACES["".join(_LATIN_SHIFTED).index(character)], True


LAYOUTS = {
    "Russian": Layout(
        "ё1234567890-=" "йцукенгшщзхъ\\" "фывапролджэ" "ячсмитьбю.",
        'Ё!"№;%:?*()_+' "ЙЦУКЕНГШЩЗХЪ/" "ФЫВАПРОЛДЖЭ" "ЯЧСМИТЬБЮ,",
        {},
    ),
    "Ukrainian": Layout(
        "'1234567890-=" "йцукенгшщзхї\\" "фівапролджє" "ячсмитьбю.",
        '₴!"№;%:?*()_+' "ЙЦУКЕНГШЩЗХЇ/" "ФІВАПРОЛДЖЄ" "ЯЧСМИТЬБЮ,",
        {},
    ),
    "Greek": Layout(
        "`1234567890-=" ";ςερτυθιοπ[]\\" f"ασδφγηξκλ{_DEAD}'" "ζχψωβνμ,./",
        "~!@#$%^&*()_+" f":{_DEAD}ΕΡΤΥΘΙΟΠ{{}}|" f'ΑΣΔΦΓΗΞΚΛ{_DEAD}"' "ΖΧΨΩΒΝΜ<>?",
        {},
    ),
    "Hebrew": Layout(
        ";1234567890-=" "/'קראטוןםפ][\\" "שדגכעיחלךף," "זסבהנמצתץ.",
        "~!@#$%^&*)(_+" "QWERTYUIOP}{|" 'ASDFGHJKL:"' "ZXCVBNM><?",
        {},
    ),
    "Arabic": Layout(
        "\u0630" "1234567890-="
        "\u0636\u0635\u062b\u0642\u0641\u063a\u0639\u0647\u062e\u062d\u062c\u062f\\"
        "\u0634\u0633\u064a\u0628\u0644\u0627\u062a\u0646\u0645\u0643\u0637"
        "\u0626\u0621\u0624\u0631\ufefb\u0649\u0629\u0648\u0632\u0638",
        "\u0651" "!@#$%^&*)(_+"
        "\u064e\u064b\u064f\u064c\ufef9\u0625`\u00f7\u00d7\u061b<>|"
        "\u0650\u064d][\ufef7\u0623\u0640\u060c/:\""
        "~\u0652}{\ufef5\u0622',.\u061f",
        {},
    ),
    "Georgian": Layout(
        "„1234567890-=" "ქწერტყუიოპ[]~" "ასდფგჰჯკლ;'" "ზხცვბნმ,./",
        "“!@#$%^&*()_+" "QჭEღთYUIOP{}|" 'AშDFGHჟKL:"' "ძXჩVBNM<>?",
        {},
    ),
    "French": Layout(
        "²&é\"'(-è_çà)=" f"azertyuiop{_DEAD}$*" "qsdfghjklmù" "wxcvbn,;:!",
        "~1234567890°+" f"AZERTYUIOP{_DEAD}£µ" "QSDFGHJKLM%" "WXCVBN?./§",
        {"4": "{", "5": "[", "-": "]", "=": "}", "0": "@"},
        is_latin=True,
    ),
    "German": Layout(
        f"{_DEAD}1234567890ß{_DEAD}" "qwertzuiopü+#" "asdfghjklöä" "yxcvbnm,.-",
        f'°!"§$%&/()=?{_DEAD}' "QWERTZUIOPÜ*'" "ASDFGHJKLÖÄ" "YXCVBNM;:_",
        {"7": "{", "8": "[", "9": "]", "0": "}", "q": "@"},
        is_latin=True,
    ),
}  # fmt: skip
"""Eight layouts, two of them Latin."""
