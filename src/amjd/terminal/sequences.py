"""What a terminal sends, cut into keys; whatever is no key is dropped whole.

A terminal also says things that nobody typed (its colours, its name, the mouse, the focus), and
some are left in a mode in which Enter is a sequence of its own. Sources: ECMA-48; XTerm Control
Sequences (modifyOtherKeys, the application keypad); the keyboard protocol of kitty.
"""

import re
from typing import NamedTuple

from amjd.text.patterns import compile_later


class Key(NamedTuple):
    """A key: `name` is "text" or "paste" with its text, else what it does, or c-x with Ctrl."""

    name: str
    text: str = ""


PIECES = 0.05
"""The seconds in which the pieces of a sequence come; what follows later is another key."""
PASTE, PASTE_ENDS = "\x1b[200~", "\x1b[201~"
_WHOLE = compile_later(
    r"\x1b+(?:\[\[[A-E]|\[M[^\x1b]{3}"
    r"|\[(?P<parameters>[0-?]*)[ -/]*(?P<final>[@-LN-Z\\-~]|(?<=[0-;])M)"
    r"|O(?P<keypad>[0-9;]*[A-Za-z])"
    r"|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|[!-/][ -/]*[0-~]|(?P<letter>[^\x1b\[OPX\]^_ -/]))"
)
_BEGUN = compile_later(
    r"\x1b+(?:\[(?:\[|M[^\x1b]{0,2}|[0-?]*[ -/]*)?|O[0-9;]*|[\]PX^_][^\x07\x1b]*\x1b?"
    r"|[!-/][ -/]*)?\Z"
)
_CONTROL = {
    "\r": "enter", "\n": "enter", "\t": "tab", "\x7f": "backspace", "\x08": "backspace",
    "\x01": "home", "\x05": "end", "\x06": "right", "\x0b": "kill-right", "\x15": "kill-left",
    "\x17": "kill-word-left", "\x0c": "redraw",
}  # fmt: skip
_ALT = {"b": "word-left", "f": "word-right", "d": "kill-word-right",
        "\x7f": "kill-word-left", "\x08": "kill-word-left"}  # fmt: skip
_CURSOR = {"A": "up", "B": "down", "C": "right", "D": "left", "H": "home", "F": "end"}
_EDITING = {"1": "home", "7": "home", "4": "end", "8": "end", "3": "delete",
            "5": "pageup", "6": "pagedown"}  # fmt: skip
# With Alt or Ctrl a key moves by words; 1 + 2 is Alt, 1 + 4 is Ctrl, shift and locks say nothing.
_BY_WORDS = {"left": "word-left", "right": "word-right", "delete": "kill-word-right",
             "backspace": "kill-word-left"}  # fmt: skip
_KEYPAD = dict(zip("jklmnopqrstuvwxyX", "*+,-./0123456789=", strict=True))
_KITTY = dict(zip(range(57399, 57417), [*"0123456789./*-+", "\r", "=", ","], strict=True))
_KITTY_MOVES = dict(zip(range(57417, 57427), ["left", "right", "up", "down", "pageup", "pagedown",
                    "home", "end", "", "delete"], strict=True))  # fmt: skip


class Cutter:
    """Cuts what comes in pieces; `flush` says that the pieces of a sequence are over."""

    def __init__(self) -> None:
        self._held, self._pasted = "", False

    def feed(self, text: str) -> list[Key]:
        """Return the keys that are whole; what may go on is held."""
        if self._pasted and text in ("\x03", "\x1c"):
            self._held, self._pasted = "", False  # its end was lost, and somebody wants out
        self._held += text
        found: list[Key] = []
        while self._held:
            taken = self._paste(found) if self._pasted else self._one(found)
            if not taken:
                break
            self._held = self._held[taken:]
        return found

    def flush(self) -> None:
        """Drop the beginning of a sequence of which no more came: an Esc, a reply cut short."""
        if not self._pasted:
            self._held = ""

    def _paste(self, found: list[Key]) -> int:
        end = self._held.find(PASTE_ENDS)
        if end < 0:
            return 0
        self._pasted = False
        text = _WHOLE.sub(lambda whole: whole["letter"] or "", self._held[:end])
        found.append(Key("paste", re.sub(r"\r\n?", "\n", text)))
        return end + len(PASTE_ENDS)

    def _one(self, found: list[Key]) -> int:
        if not self._held.startswith("\x1b"):
            text = re.match(r"[^\x00-\x1f\x7f]*", self._held)
            if text and text[0]:
                found += [Key("text", character) for character in text[0]]
                return text.end()
            found += _control(self._held[0])
            return 1
        if whole := _WHOLE.match(self._held):
            self._pasted = whole[0].endswith(PASTE)
            found += _keys(whole)
            return whole.end()
        # What is no sequence of any kind loses its Esc.
        return 0 if _BEGUN.match(self._held) else 1


def _control(character: str) -> list[Key]:
    if name := _CONTROL.get(character):
        return [Key(name)]
    number = ord(character)
    return [Key(f"c-{chr(number + 64).lower()}")] if number < 32 else []


def _keys(whole: re.Match[str]) -> list[Key]:
    """Return the key of a sequence, if it is one."""
    is_alt = whole[0].startswith("\x1b\x1b")
    if letter := whole["letter"]:
        # Esc and then Enter, or a stop, is that alone.
        return [Key(_ALT[letter])] if letter in _ALT else _control(letter)
    if keypad := whole["keypad"]:
        return _keypad(keypad[-1], keypad[:-1], is_alt)
    final = whole["final"]
    return _csi(whole["parameters"], final, is_alt) if final else []


def _keypad(letter: str, modifiers: str, is_alt: bool) -> list[Key]:
    if letter in _CURSOR:
        return [_moved(_CURSOR[letter], is_alt or modifiers.endswith(("3", "5")))]
    if letter == "M":
        return [Key("enter")]
    return [Key("text", _KEYPAD[letter])] if letter in _KEYPAD else []


def _csi(parameters: str, final: str, is_alt: bool) -> list[Key]:
    if re.search("[<=>?]", parameters):
        return []  # a reply, or the mouse
    first, modifiers, *rest = [*parameters.split(";"), "", ""]
    bits, _, event = modifiers.partition(":")
    held = (int(bits) - 1 if bits.isdecimal() else 0) & 0b111
    if event == "3":
        return []  # the key was let go
    by_words = is_alt or bool(held & 0b110)
    if final in _CURSOR and first in ("", "1"):
        return [_moved(_CURSOR[final], by_words)]
    if final == "~" and first == "27":
        return _coded(rest[0], held)
    if final == "~" and first in _EDITING:
        return [_moved(_EDITING[first], by_words)]
    return _coded(first, held) if final == "u" else []


def _moved(name: str, by_words: bool) -> Key:
    return Key(_BY_WORDS.get(name, name) if by_words else name)


def _coded(code: str, held: int) -> list[Key]:
    """Return the key that is told by the number of its character, with Shift, Alt and Ctrl."""
    numbers = [int(part) for part in code.split(":") if part.isdecimal()] or [0]
    if name := _KITTY_MOVES.get(numbers[0]):
        return [_moved(name, bool(held & 0b110))]
    if not (character := _KITTY.get(numbers[0]) or _character(numbers[0])):
        return []
    if held & 0b100 and "@" <= character.upper() <= "_":
        return _control(chr(ord(character.upper()) & 0x1F)) if character != "[" else []
    if held & 0b010:
        return [Key(_ALT[character])] if character in _ALT else []
    if held & 1 and character.isprintable():
        character = _character(numbers[1]) if len(numbers) > 1 else character.upper()
    return [Key("text", character)] if character.isprintable() else _control(character)


def _character(number: int) -> str:
    """Return the character of a number; none for Esc and for keys that are no character."""
    is_text = (32 <= number < 0xE000 and not number >= 0xD800) or 0xF900 <= number < 0x110000
    return chr(number) if is_text or number in (8, 9, 13) else ""
