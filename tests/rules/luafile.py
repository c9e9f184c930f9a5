"""Rule files as tests see them: tokens with their places, tables in braces, fields of a table.

Only as much of Lua as rules use; what it does not understand stops it, nothing is guessed.
"""

import re
from dataclasses import dataclass

TOKEN = re.compile(
    r"""(?P<space>\s+|--\[\[.*?\]\]|--[^\n]*)
      | (?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
      | (?P<number>\d+(?:\.\d+)?)
      | (?P<name>[A-Za-z_]\w*)
      | (?P<sign>==|~=|<=|>=|\.\.|[-+*/%^#<>=(){}\[\];:,.])""",
    re.X | re.S,
)
OPEN, CLOSE = "{([", "})]"
BLOCKS = ("function", "if", "for", "while", "do")


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    start: int
    end: int

    @property
    def word(self):
        """The text between the quotes of a string."""
        return self.text[1:-1] if self.kind == "string" else self.text


@dataclass(frozen=True)
class Field:
    """One field of a table: its name (None for an element), its value as tokens."""

    name: str
    value: list
    start: int  # in the text; the comma is not part of it
    end: int

    @property
    def only(self):
        """The value, if it is a single token."""
        return self.value[0] if len(self.value) == 1 else None


def tokens(text):
    found, at = [], 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if not match:
            raise SyntaxError(f"{text[at:at + 20]!r} is not understood")
        if match.lastgroup != "space":
            found.append(Token(match.lastgroup, match.group(), at, match.end()))
        at = match.end()
    return found


def closing(all_tokens, at):
    """Where what opens at `at` closes: braces, or a function with its blocks."""
    depth = 0
    after_loop = False  # `for … do` opens once
    for i in range(at, len(all_tokens)):
        token = all_tokens[i]
        if token.kind == "string":
            continue
        if token.text in OPEN or token.text in BLOCKS:
            if token.text == "do" and after_loop:
                after_loop = False
                continue
            after_loop = after_loop or token.text in ("for", "while")
            depth += 1
        elif token.text in CLOSE or token.text == "end":
            depth -= 1
        if depth == 0:
            return i
    raise SyntaxError(f"what opens at {all_tokens[at].start} does not close")


def fields(all_tokens, at):
    """The fields of the table whose brace is the token `at`, and the token that closes it."""
    end = closing(all_tokens, at)
    found, i = [], at + 1
    while i < end:
        first = i
        while i < end and all_tokens[i].text not in (",", ";"):
            opens = all_tokens[i].kind != "string" and (
                all_tokens[i].text in OPEN or all_tokens[i].text in BLOCKS
            )
            i = closing(all_tokens, i) + 1 if opens else i + 1
        part = all_tokens[first:i]
        if not part:
            raise SyntaxError(f"an empty field at {all_tokens[first].start}")
        named = len(part) > 2 and part[0].kind == "name" and part[1].text == "="
        found.append(
            Field(part[0].text if named else None, part[2:] if named else part,
                  part[0].start, part[-1].end)
        )
        i += 1
    return found, end


@dataclass(frozen=True)
class Table:
    kind: str  # the word before the brace: bands, keyed, money, list, split …; "" for an element
    path: tuple  # the names it stands under, its own last
    fields: list
    start: int  # of its brace, in the text


def named(every, at):
    """The kind and the name of the table whose brace is the token `at`."""
    if at > 1 and every[at - 2].text == "to_confirm":
        at -= 2  # marks = to_confirm({
    before = [every[i] if i >= 0 else None for i in (at - 1, at - 2, at - 3)]
    if before[0] and before[0].kind == "string":  # bands "rate" {
        return before[1].text, before[0].word
    if before[0] and before[0].text == "=":  # marks = {
        return before[1].text, before[1].text
    if before[0] and before[0].kind == "name":  # pay = money {
        given = before[1] and before[1].text == "="
        return before[0].text, before[2].text if given else ""
    return "", ""


def tables(text):
    """Every table of the file, outer ones first."""
    every = tokens(text)
    open_ones = []  # (where it closes, its name)
    for i, token in enumerate(every):
        if token.text != "{":
            continue
        open_ones = [one for one in open_ones if one[0] > i]
        kind, name = named(every, i)
        found, end = fields(every, i)
        open_ones.append((end, name))
        yield Table(kind, tuple(n for _, n in open_ones if n), found, token.start)
