"""The faults that are seeded into the rule files of a pack, one at a time.

What a clerk's finger can do to a file without breaking it: an edge one step off, a row lost, two
percentages changed over, a share or a rounding that is not the published one, a condition lost.
"""

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal

from luafile import tables

EDGES = ("from", "above", "to", "below")
WORDS = ("title", "source", "note", "name", "at")  # what no figure depends on
NUMBERS = ("money", "percent", "points", "number", "whole")
MODES = ("half up", "half even", "down", "up")
RESTS = ("largest", "first", "keep")
LIMITS = {"least": "most", "most": "least"}
AMOUNT = re.compile(r"-?\d+(?:\.\d+)?%?")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Fault:
    file: str  # under the pack
    says: str  # where and what, without line numbers: the name of the fault in lists
    edits: tuple  # (from, to, text), not overlapping

    def apply(self, text):
        for start, end, new in sorted(self.edits, reverse=True):
            text = text[:start] + new + text[end:]
        return text


# --- values, and what is one step from them ---


def is_amount(token):
    return token is not None and (
        token.kind == "number" or (token.kind == "string" and AMOUNT.fullmatch(token.word))
    )


def is_day(token):
    return token is not None and token.kind == "string" and DAY.fullmatch(token.word)


def decimals(token):
    return len(token.word.rstrip("%").partition(".")[2])


def stepped(token, steps, places=None):
    """The value so many steps on, as it is written; places: the decimals of the finest step."""
    if is_day(token):
        return f'"{datetime.date.fromisoformat(token.word) + datetime.timedelta(days=steps)}"'
    places = max(decimals(token), places or 0)
    percent = token.word.endswith("%")
    value = Decimal(token.word.rstrip("%")) + steps * Decimal(1).scaleb(-places)
    text = f"{value:.{places}f}" + ("%" if percent else "")
    return text if token.kind == "number" and places == 0 else f'"{text}"'


def replaced(token, text):
    return (token.start, token.end, text)


def without(text, field):
    """The edit that takes a field away, with its comma."""
    comma = re.compile(r"\s*,").match(text, field.end)
    return (field.start, comma.end() if comma else field.end, "")


# --- tables: edges, rows, what they give ---


def edge_faults(rows):
    edges = [(row, end, row.parts[end].only) for row in rows for end in EDGES if end in row.parts]
    edges = [(row, end, token) for row, end, token in edges if is_amount(token) or is_day(token)]
    places = max([decimals(t) for _, _, t in edges if not is_day(t)], default=0)
    for row, end, token in edges:
        for way in (-1, 1):
            new = stepped(token, way, places)
            yield f"{row.name}: {end} {token.word} → {new.strip(chr(34))}", [replaced(token, new)]
    for (row, end, token), (after, start, other) in zip(edges, edges[1:]):
        if row is after or end not in ("to", "below") or start not in ("from", "above"):
            continue
        for way in (-1, 1):
            moved = [replaced(t, stepped(t, way, places)) for t in (token, other)]
            yield f"{row.name}: the edge {token.word}|{other.word} moved by {way:+}", moved


def given(row):
    """What a row gives: the name (empty for one value), and the token of it."""
    if row.several:
        for field in row.several:
            if field.value and field.value[0].kind in ("string", "number", "name"):
                token = next((t for t in field.value if t.kind in ("string", "number")), None)
                if token:
                    yield field.name, token
    elif row.give and row.give.value[0].text != "function":
        token = next((t for t in row.give.value if t.kind in ("string", "number")), None)
        if token:
            yield "", token


def give_faults(rows):
    for row in rows:
        for name, token in given(row):
            if is_amount(token):
                for way in (-1, 1):
                    new = stepped(token, way)
                    yield (f"{row.name}: {name or 'give'} {token.word} → {new.strip(chr(34))}",
                           [replaced(token, new)])
    for row, after in zip(rows, rows[1:]):
        others = dict(given(after))
        for name, token in given(row):
            other = others.get(name)
            if other and other.word != token.word:
                yield (f"{row.name} and {after.name}: {name or 'give'} changed over",
                       [replaced(token, other.text), replaced(other, token.text)])


@dataclass
class Row:
    name: str
    field: object
    parts: dict  # its fields by name
    give: object = None
    several: list = None


def rows_of(table, inner):
    """The rows of a table; inner finds the table that begins at a token."""
    rows = []
    for field in table.fields:
        first = field.value[0]
        if table.kind == "keyed":
            if field.name and field.name not in WORDS:
                own = inner.get(first.start) if first.text == "{" else None
                rows.append(Row(field.name, field, {}, field, own.fields if own else None))
        elif field.name is None and first.text == "{":
            parts = {f.name: f for f in inner[first.start].fields}
            give = parts.get("give")
            own = inner.get(give.value[0].start) if give and give.value[0].text == "{" else None
            rows.append(
                Row(f"row {len(rows) + 1}", field, parts, give, own.fields if own else None)
            )
    return rows


def table_faults(text, table, inner):
    rows = rows_of(table, inner)
    for row in rows:
        yield f"{row.name}: deleted", [without(text, row.field)]
    if table.kind != "keyed":
        yield from edge_faults(rows)
    yield from give_faults(rows)
    for field in table.fields:
        if field.name == "gaps":
            new = '"reach up"' if field.only.word == "refuse" else '"refuse"'
            yield f"gaps → {new}", [replaced(field.only, new)]
        if field.name == "round":
            yield "round removed", [without(text, field)]


# --- cells ---


def choice_faults(table):
    words = [f.only for f in table.fields if f.name is None and f.only]
    for field in table.fields:
        if field.name in ("value", "default"):
            token = next((t for t in field.value if t.kind == "string"), None)
            for word in words:
                if token and word.word != token.word:
                    yield (f"{field.name} {token.word} → {word.word}",
                           [replaced(token, word.text)])


def flag_faults(table):
    for field in table.fields:
        token = field.only
        if field.name in ("value", "default") and token and token.text in ("true", "false"):
            new = "false" if token.text == "true" else "true"
            yield f"{field.name} {token.text} → {new}", [replaced(token, new)]


def round_faults(text, field, inner):
    yield "round removed", [without(text, field)]
    if field.only:  # "cent"
        for mode in ("down", "up"):
            new = f'{{ step = "0.01", mode = "{mode}" }}'
            yield f"round {mode}", [replaced(field.only, new)]
        return
    parts = {f.name: f for f in inner[field.value[0].start].fields}
    mode = parts["mode"].only.word if "mode" in parts else MODES[0]
    for other in MODES:
        if other != mode and other != "half even":
            edit = (
                replaced(parts["mode"].only, f'"{other}"')
                if "mode" in parts
                else (parts["step"].end, parts["step"].end, f', mode = "{other}"')
            )
            yield f"round mode {mode} → {other}", [edit]


def number_faults(text, table, inner):
    for field in table.fields:
        if field.name in ("value", "default", "min", "max"):
            token = next((t for t in field.value if is_amount(t)), None)
            signed = field.value[0].text == "-"
            if token and not signed:
                for way in (-1, 1):
                    new = stepped(token, way)
                    yield (f"{field.name} {token.word} → {new.strip(chr(34))}",
                           [replaced(token, new)])
        if field.name == "round":
            yield from round_faults(text, field, inner)
        if field.name == "sum":
            yield "sum removed", [without(text, field)]


def split_faults(table):
    for field in table.fields:
        if field.name == "rest":
            for word in RESTS:
                if word != field.only.word:
                    yield f"rest {field.only.word} → {word}", [replaced(field.only, f'"{word}"')]


def marks_faults(text, table):
    for field in table.fields:
        if is_amount(field.only):
            yield f"{field.only.word} removed", [without(text, field)]
            for way in (-1, 1):
                new = stepped(field.only, way)
                yield f"{field.only.word} → {new}", [replaced(field.only, new)]


def criteria_faults(text, table, inner):
    for field in table.fields:
        parts = {f.name: f for f in inner[field.value[0].start].fields}
        name = parts["id"].only.word
        yield f"{name}: deleted", [without(text, field)]
        for key in ("max", "weight"):
            if key in parts:
                for way in (-1, 1):
                    new = stepped(parts[key].only, way)
                    yield f"{name}: {key} → {new}", [replaced(parts[key].only, new)]


# --- what refuses, warns, or makes nothing due ---


def lost_faults(text, table):
    """Conditions, reasons for zero and the duty to say why, each taken away."""
    for field in table.fields:
        word = field.value[0].text
        if field.name is None and word in ("must", "warn"):
            sentence = next(t.word for t in field.value if t.kind == "string")
            yield f"{word} «{sentence[:60]}»: deleted", [without(text, field)]
        if field.name == "unless" or (table.kind == "sheet" and field.name == "because"):
            yield f"{field.name} removed", [without(text, field)]


# --- numbers and limits inside formulas ---


def formula_faults(table):
    """Each number of a formula one step off, each limit on the other side."""
    for field in table.fields:
        values = field.value
        if not values or values[0].text != "function":
            continue
        at = 0
        for token in values:
            if is_amount(token):
                at += 1
                for way in (-1, 1):
                    new = stepped(token, way)
                    yield (f"{field.name or 'formula'}: number {at}, {token.word} → "
                           f"{new.strip(chr(34))}", [replaced(token, new)])
        for token, after in zip(values, values[1:]):
            if token.kind == "name" and token.text in LIMITS and after.text == "(":
                new = LIMITS[token.text]
                yield f"{field.name or 'formula'}: {token.text} → {new}", [replaced(token, new)]


def faults_of_table(text, table, inner):
    if table.kind in ("bands", "keyed", "dated"):
        yield from table_faults(text, table, inner)
    elif table.kind == "choice":
        yield from choice_faults(table)
    elif table.kind == "flag":
        yield from flag_faults(table)
    elif table.kind in NUMBERS:
        yield from number_faults(text, table, inner)
    elif table.kind == "split":
        yield from split_faults(table)
    elif table.kind == "marks":
        yield from marks_faults(text, table)
    elif table.kind == "criteria":
        yield from criteria_faults(text, table, inner)
    yield from lost_faults(text, table)
    yield from formula_faults(table)


def seeded(file, text):
    """All faults of one rule file."""
    found = list(tables(text))
    inner = {t.start: t for t in found}
    seen = {}
    for table in found:
        where = ".".join(table.path)
        for says, edits in faults_of_table(text, table, inner):
            says = f"{where}: {says}" if where else says
            seen[says] = seen.get(says, 0) + 1
            if seen[says] > 1:
                says += f" ({seen[says]})"
            yield Fault(file, says, tuple(edits))
