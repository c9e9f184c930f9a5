"""Random secretaries with the municipalities they serve, and how they stand in an evaluation file.

Every value keeps the text it is written as beside its exact value. Nothing is computed from them
here, and nothing is known of the engine but the form of its evaluation files.
"""

from dataclasses import dataclass
from fractions import Fraction

PACK = "casale-marittimo/2023"
MARKS = (4, 6, 8, 10)
RESULTS = ("assistenza", "coordinamento", "riunioni", "rogito", "altre")
BEHAVIOUR = ("collaborazione", "problemi", "enti", "tempo", "semplificazione")

# Invented names with the ids they must get, written by hand.
NAMES = (
    ("Borgo Alto", "borgo-alto"),
    ("Castel Rio", "castel-rio"),
    ("Città Bassa", "citta-bassa"),
    ("Sant'Elmo", "sant-elmo"),
    ("Pieve Nuova 2", "pieve-nuova-2"),
    ("ROCCAFORTE", "roccaforte"),
    ("Forlì di Sopra", "forli-di-sopra"),
)


@dataclass
class Amount:
    text: str
    value: Fraction


@dataclass
class Member:
    name: str
    id: str
    id_written: bool
    share: Amount
    fees: Amount
    marks: list  # ten of them, results first


@dataclass
class Secretary:
    salary: Amount
    supplement: Amount
    members: list


# --- random secretaries -------------------------------------------------------------------------


def random_amount(rng):
    """From 0.00 to 999999.99, in each of the ways in which it may be written."""
    top = rng.choice((0, 99, 9_999, 999_999, 9_999_999, 99_999_999))
    cents = rng.choice((rng.randint(0, top), rng.randint(0, top), rng.randint(0, top), top))
    text = f"{cents // 100}.{cents % 100:02d}"
    if rng.random() < 0.3:
        text = text.removesuffix("0").removesuffix(".0")
    return Amount(text, Fraction(cents, 100))


def cut(rng, whole, pieces):
    """`pieces` whole numbers of at least 1 that sum to `whole`."""
    edges = [0, *sorted(rng.sample(range(1, whole), pieces - 1)), whole]
    return [high - low for low, high in zip(edges, edges[1:])]


def percent_share(hundredths, decimals):
    whole, rest = divmod(hundredths, 100)
    text = f"{whole}.{rest:02d}%" if decimals or rest else f"{whole}%"
    return Amount(text, Fraction(hundredths, 10_000))


def mixed_shares(rng, count):
    """All but one as they come, each below its part of the whole; the last takes what is left."""
    shares = []
    for _ in range(count - 1):
        if rng.random() < 0.5:
            shares.append(percent_share(rng.randint(1, 10_000 // count - 1), True))
        else:
            bottom = rng.randint(count + 1, 60)
            shares.append(Amount(f"1/{bottom}", Fraction(1, bottom)))
    left = 1 - sum(share.value for share in shares)
    return [*shares, Amount(f"{left.numerator}/{left.denominator}", left)]


def random_shares(rng, count):
    if count == 1:
        return [percent_share(10_000, rng.random() < 0.5)]
    kind = rng.choice(("whole", "decimals", "equal", "fractions", "mixed"))
    if kind == "whole":
        return [percent_share(part * 100, False) for part in cut(rng, 100, count)]
    if kind == "decimals":
        return [percent_share(part, True) for part in cut(rng, 10_000, count)]
    if kind == "mixed":
        return mixed_shares(rng, count)
    bottom = count if kind == "equal" else rng.randint(count, 60)
    return [Amount(f"{top}/{bottom}", Fraction(top, bottom)) for top in cut(rng, bottom, count)]


def random_marks(rng):
    """Leaning high, low or nowhere, so that every band is met often."""
    lean = rng.choice(((1, 1, 1, 1), (1, 0, 0, 0), (9, 1, 0, 0), (5, 2, 1, 0), (0, 1, 3, 1),
                       (0, 1, 2, 9)))
    return rng.choices(MARKS, lean, k=len(RESULTS) + len(BEHAVIOUR))


def random_secretary(rng):
    count = rng.choice((1, 2, 2, 3, 3, 4))
    members = []
    for (name, id), share in zip(rng.sample(NAMES, count), random_shares(rng, count)):
        written = rng.random() < 0.2
        id = f"ente-{len(members) + 1}" if written else id
        members.append(Member(name, id, written, share, random_amount(rng), random_marks(rng)))
    rng.shuffle(members)
    return Secretary(random_amount(rng), random_amount(rng), members)


# --- as an evaluation file ----------------------------------------------------------------------


def sheet(names, marks):
    return "{" + ", ".join(f"{name}: {mark}" for name, mark in zip(names, marks)) + "}"


def written_member(member):
    lines = [f"    - name: {member.name}"]
    if member.id_written:
        lines.append(f"      id: {member.id}")
    lines += [
        f"      share: {member.share.text}",
        f"      fees: {member.fees.text}",
        f"      results: {sheet(RESULTS, member.marks[:len(RESULTS)])}",
        f"      behaviour: {sheet(BEHAVIOUR, member.marks[len(RESULTS):])}",
    ]
    return lines


def written(secretary):
    lines = [
        f"rules: {PACK}",
        "period: {from: 2023-01-01, to: 2023-12-31}",
        "example: true",
        "acknowledged:",
        '  - {code: W0213, because: "invented data, on the sheets of 2023"}',
        "secretary:",
        f"  salary: {secretary.salary.text}",
        f"  supplement: {secretary.supplement.text}",
        "  municipality:",
    ]
    for member in secretary.members:
        lines += written_member(member)
    return "\n".join(lines) + "\n"
