#!/usr/bin/env python3
"""The independent check of the secretary's result pay, cent by cent.

Random secretaries are written as evaluation files, `pagella eval --json` computes them, and this
program computes them again in its own way: fractions from the standard library, the bands and the
two readings of the convention written down a second time. Every figure compared is a text, so one
cent, one digit or one missing decimal is a difference. It shares nothing with the engine: what it
knows of the pack is the names of its cells, and one word, the value of the policy `reading`.

    tests/oracle/secretary.py --pagella build/dev/pagella --root . --count 10000 --seed 7
    tests/oracle/secretary.py --pagella build/dev/pagella --root . --self-test

Exit: 0 everything agrees; 1 a difference, whose file is kept; 2 wrong command line.
"""

import argparse
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
from fractions import Fraction

sys.dont_write_bytecode = True  # the source tree stays as it is

from secretaries import PACK, Amount, Member, Secretary, random_secretary, written  # noqa: E402

BATCH = 250
ENOUGH_FOR_COVERAGE = 1000
BANDS = ((0, 40, 0), (41, 50, 4), (51, 70, 6), (71, 85, 8), (86, 100, 10))
CEILING = Fraction(10, 100)
OWN_SHARE, WHOLE_BASE = "own share", "whole base"


class Difference(Exception):
    """The engine and this program do not agree about an evaluation, or a folder of them."""

    def __init__(self, message, file):
        super().__init__(message)
        self.file = file


# --- what is due, computed a second time --------------------------------------------------------


def band(total):
    found = [give for low, high, give in BANDS if low <= total <= high]
    assert len(found) == 1, f"{total} is in {len(found)} bands"
    return found[0]


def rounded(amount):
    """To the cent, half up; no amount here is below zero."""
    cents = amount * 100
    return Fraction((2 * cents.numerator + cents.denominator) // (2 * cents.denominator), 100)


def is_tie(amount):
    return (amount * 100).denominator == 2


def exact_pay(secretary, member, percent, reading):
    """Before rounding. In the second reading the share lowers the ceiling, not the base."""
    salaries = secretary.salary.value + secretary.supplement.value
    rate = Fraction(percent, 100)
    if reading == OWN_SHARE:
        return (salaries * member.share.value + member.fees.value) * min(rate, CEILING)
    return (min(rate, CEILING * member.share.value) * salaries
            + min(rate, CEILING) * member.fees.value)


def text_of(value, decimals=0):
    """A decimal with at least so many decimals where it terminates, else a reduced fraction."""
    bottom, places = value.denominator, 0
    while bottom % 10 == 0 or bottom % 5 == 0 or bottom % 2 == 0:
        bottom //= 10 if bottom % 10 == 0 else 5 if bottom % 5 == 0 else 2
        places += 1
    if bottom != 1:
        return f"{value.numerator}/{value.denominator}"
    places = max(places, decimals)
    digits = str(value * 10**places).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


def expected(secretary, reading):
    """The texts of the figures by (figure, id of the member or ""); and the exact pays."""
    figures, exact = {}, []
    salaries = secretary.salary.value + secretary.supplement.value
    for member in secretary.members:
        total = sum(member.marks)
        pay = exact_pay(secretary, member, band(total), reading)
        exact.append(pay)
        mine = {"total": str(total), "percent": str(band(total)), "pay": text_of(rounded(pay), 2)}
        if reading == OWN_SHARE:
            base = salaries * member.share.value + member.fees.value
            mine["base"] = text_of(base, 2)
        for cell, text in mine.items():
            figures[f"secretary.municipality.{cell}", member.id] = text
    figures["secretary.pay", ""] = text_of(sum(map(rounded, exact)), 2)
    return figures, exact


def check_worked_examples():
    """Figures worked by hand, so that this program is held to something too."""
    def single(share, fees, marks, reading, salary="70000", supplement="0"):
        amounts = [Amount(t, Fraction(t)) for t in (salary, supplement, fees)]
        member = Member("A", "a", False, Amount(share, Fraction(share)), amounts[2], marks)
        return expected(Secretary(*amounts[:2], [member]), reading)[0]["secretary.pay", ""]
    casale = [10, 8, 10, 6, 8, 8, 8, 10, 8, 10]
    assert single("1/2", "1843.50", casale, OWN_SHARE, "52318.47", "13079.62") == "3454.25"
    at_60, at_90 = [6] * 10, [8] * 5 + [10] * 5
    assert single("2/5", "0", at_60, OWN_SHARE) == "1680.00"
    assert single("2/5", "0", at_60, WHOLE_BASE) == "2800.00"
    assert single("2/5", "0", at_90, OWN_SHARE) == single("2/5", "0", at_90, WHOLE_BASE)
    assert single("1/1", "0", at_90, OWN_SHARE, "0.05") == "0.01", "half a cent goes up"
    assert text_of(Fraction(1, 3), 2) == "1/3" and text_of(Fraction(1, 16), 2) == "0.0625"
    assert text_of(Fraction(100), 2) == "100.00" and text_of(Fraction(3, 40)) == "0.075"


# --- running the engine -------------------------------------------------------------------------


def own_rules(root, place):
    (place / "rules").symlink_to(root / "rules")


def whole_base_rules(root, place):
    """A copy of the rules with one word changed, in one place; nothing is done silently."""
    shutil.copytree(root / "rules", place / "rules")
    policy = re.compile(r'(\breading\s*=\s*choice\s*\{(?:(?!\bvalue\s*=).)*\bvalue\s*=\s*)"'
                        + OWN_SHARE + '"', re.DOTALL)
    edits = 0
    for file in (place / "rules" / PACK).rglob("*.lua"):
        text, found = policy.subn(rf'\1"{WHOLE_BASE}"', file.read_text("utf-8"))
        if found:
            file.write_text(text, "utf-8")
            assert f'"{WHOLE_BASE}"' in text and not policy.search(text)
        edits += found
    if edits != 1:
        sys.exit(f"secretary.py: the value of the policy `reading` was edited {edits} times in "
                 f"{root / 'rules' / PACK}, not once")


def prepare(root, place):
    """A folder per reading, laid out like the repository."""
    places = {}
    for reading, rules in ((OWN_SHARE, own_rules), (WHOLE_BASE, whole_base_rules)):
        places[reading] = place / reading.replace(" ", "-")
        (places[reading] / "evaluations").mkdir(parents=True)
        (places[reading] / "plans").symlink_to(root / "plans")
        rules(root, places[reading])
    return places


def run_engine(pagella, files):
    """One parsed object per file, in the order of the files."""
    command = [str(pagella), "eval", "--json", *map(str, files)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        if len(files) > 1:
            for file in files:
                run_engine(pagella, [file])
        raise Difference(f"pagella eval ended with {done.returncode}:\n{done.stderr[:4000]}",
                         files[0] if len(files) == 1 else files[0].parent)
    try:
        objects = [json.loads(line, parse_float=str) for line in done.stdout.splitlines()]
    except ValueError as error:
        raise Difference(f"the output is no JSON: {error}", files[0].parent) from error
    if len(objects) != len(files):
        raise Difference(f"{len(objects)} results for {len(files)} files", files[0].parent)
    return objects


def figures_of(result, file):
    if result.get("schema") != "pagella.result/1" or result.get("example") is not True:
        raise Difference("not a pagella.result/1 that says it is an example", file)
    figures = {}
    for figure in result["figures"]:
        path = figure.get("for", [])
        key = (figure["figure"], path[1] if len(path) > 1 else "")
        if key in figures:
            raise Difference(f"{key} is there twice", file)
        figures[key] = figure["value"]
    return figures


def compare(wanted, result, file):
    found = figures_of(result, file)
    for key, text in wanted.items():
        if found.get(key) != text:
            raise Difference(f"{key[0]} {key[1]}: pagella says {found.get(key, 'nothing')!r}, "
                             f"the oracle {text!r}", file)
    paid = {key for key in found if key[0] == "secretary.municipality.pay"}
    if not paid <= wanted.keys():
        raise Difference(f"pay that nobody asked for: {sorted(paid - wanted.keys())}", file)


# --- the check ----------------------------------------------------------------------------------


class Coverage:
    """What the random secretaries met: a check that never met a half cent has not checked it."""

    def __init__(self):
        self.percents, self.ties, self.other_reading = set(), 0, 0

    def add(self, by_reading):
        own, whole = by_reading[OWN_SHARE], by_reading[WHOLE_BASE]
        self.percents |= {text for (name, _), text in own[0].items() if name.endswith("percent")}
        self.ties += sum(map(is_tie, own[1] + whole[1]))
        self.other_reading += sum(a != b for a, b in zip(own[1], whole[1]))

    def demand(self):
        assert self.percents == {str(give) for _, _, give in BANDS}, self.percents
        assert self.ties and self.other_reading, "no half cent, or no use of the second reading"


def check_batch(pagella, places, secretaries, first, coverage, tamper=None):
    texts = list(map(written, secretaries))
    wanted = [{reading: expected(one, reading) for reading in places} for one in secretaries]
    for each in wanted:
        coverage.add(each)
    if tamper:
        tamper(wanted)
    for reading, place in places.items():
        files = [place / "evaluations" / f"{first + i:06d}.yaml" for i in range(len(texts))]
        for file, text in zip(files, texts):
            file.write_text(text, "utf-8")
        for file, each, result in zip(files, wanted, run_engine(pagella, files)):
            compare(each[reading][0], result, file)
        for file in files:
            file.unlink()


def check_all(pagella, places, count, seed):
    rng, coverage = random.Random(seed), Coverage()
    for first in range(0, count, BATCH):
        secretaries = [random_secretary(rng) for _ in range(min(BATCH, count - first))]
        check_batch(pagella, places, secretaries, first, coverage)
    if count >= ENOUGH_FOR_COVERAGE:
        coverage.demand()
    print(f"{coverage.ties} payments stood at half a cent; "
          f"{coverage.other_reading} differ between the two readings")
    print(f"{count} secretaries agree to the cent")


def self_test(pagella, places, seed):
    """One expected cent is made wrong in each reading in turn: it must be found, where it is."""
    rng = random.Random(seed)
    secretaries = [random_secretary(rng) for _ in range(20)]
    check_batch(pagella, places, secretaries, 0, Coverage())
    for reading in places:
        victim = rng.randrange(len(secretaries))
        key = ("secretary.municipality.pay", secretaries[victim].members[-1].id)

        def tamper(wanted, victim=victim, key=key, reading=reading):
            figures = wanted[victim][reading][0]
            figures[key] = text_of(Fraction(figures[key]) + Fraction(1, 100), 2)

        try:
            check_batch(pagella, places, secretaries, 0, Coverage(), tamper)
        except Difference as found:
            right_place = places[reading] / "evaluations" / f"{victim:06d}.yaml"
            if found.file == right_place and str(found).startswith(" ".join(key)):
                continue
            sys.exit(f"secretary.py: the wrong cent was found elsewhere: {found.file}: {found}")
        sys.exit(f"secretary.py: a wrong cent was not found ({reading})")
    print("a wrong cent is found, in both readings")


def keep(difference):
    """Only the differing file stays, or the whole batch where no single file is to blame, with
    the rules and the plan beside it."""
    if difference.file.is_file():
        for other in difference.file.parent.iterdir():
            if other != difference.file:
                other.unlink()
    print(f"kept: {difference.file}", file=sys.stderr)


def arguments():
    parser = argparse.ArgumentParser(description="Checks the secretary's result pay.")
    parser.add_argument("--pagella", type=pathlib.Path, required=True, help="the program")
    parser.add_argument("--root", type=pathlib.Path, default=".", help="the repository")
    parser.add_argument("--count", type=int, default=10_000, help="how many secretaries")
    parser.add_argument("--seed", type=int, help="to repeat a run; printed by every run")
    parser.add_argument("--self-test", action="store_true", help="a wrong cent must be found")
    given = parser.parse_args()
    given.pagella, given.root = given.pagella.resolve(), given.root.resolve()
    if given.count < 1 or not given.pagella.is_file() or not (given.root / "rules" / PACK).is_dir():
        parser.error("--count must be above 0, --pagella a program, --root the repository")
    if given.seed is None:
        given.seed = random.SystemRandom().randrange(10**9)
    return given


def main():
    given = arguments()
    check_worked_examples()
    print(f"seed {given.seed}", flush=True)
    place = pathlib.Path(tempfile.mkdtemp(prefix="pagella-oracle-"))
    try:
        places = prepare(given.root, place)
        if given.self_test:
            self_test(given.pagella, places, given.seed)
        else:
            check_all(given.pagella, places, given.count, given.seed)
    except Difference as difference:
        print(f"secretary.py: {difference}", file=sys.stderr)
        keep(difference)
        return 1
    except BaseException:
        shutil.rmtree(place)
        raise
    shutil.rmtree(place)
    return 0


if __name__ == "__main__":
    sys.exit(main())
