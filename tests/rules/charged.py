#!/usr/bin/env python3
"""What `pagella diff` charges an edit with is what that edit alone costs.

Invented rules (thresholds, percentages, a row that comes, a bonus, a floor, a limit that a condition ties to a
percentage, a fund that all payments must keep within, a cell that a formula begins to read) are changed in several
places. Every place is a *move*, and any choice of moves is a pack that is written here, not by diff. So for random
evaluations:

- each move is one edit, and one edit has several moves only where thresholds cross;
- an edit that can be made alone is charged with what the pack with that move pays more;
- one that cannot is charged beside others without any of which it could not be made, and what it is charged
  with, like every interaction, is what these cost beyond all that is charged to fewer of them;
- all charges are the whole difference; and what is said to have no effect costs nothing.

    tests/rules/charged.py --pagella build/pagella [--packs 60] [--seed 1]
    tests/rules/charged.py --pagella build/pagella --self-test

The same seed gives the same packs. The self-test takes each charge for a cent more, and must find all of them
wrong. Exit: 0 all of it holds; 1 something does not; 2 wrong command line.
"""

import json
import re
import subprocess
import sys
from decimal import Decimal

import drawn

PAID = "s.person.pay"
ROWS = 4
TOP = "t4"  # where a row begins that comes or goes
ABOVE = 97
NAMES = (TOP, "rate", "ceiling", "bonus", "floor", "round", "extra", "reads")
THRESHOLD = re.compile(r"(?:from|below|above|to) = \d+")
CENT = Decimal("0.01")


def thresholds_of(values):
    return [values[f"t{i}"] for i in range(1, ROWS + 1) if values[f"t{i}"] is not None]


def is_other_row(piece):
    return len(piece) == 1 and any("give" in side["text"] for side in piece.values())


class Rules:
    """Values of all that can be moved, before and after."""

    def __init__(self, rng):
        self.rng = rng
        self.style = rng.choice(("below", "above", "ends", "begins"))
        self.factor = rng.choice(("", " / 3", " * s.rate"))
        self.musts = [text for text in ("s.rate <= s.ceiling", "s.ceiling <= s.rate + s.gap", "s.bonus >= s.floor")
                      if rng.random() < 0.5]
        self.beside = rng.choice(("", "", " + s.floor"))  # with it nobody can say what is paid in all
        self.summed = rng.choice(("", 'payable = true, round = "cent", '))
        self.before = self.some()
        self.after = self.moved()
        self.moves = [name for name, value in self.before.items() if self.after[name] != value]

    def some(self):
        rng = self.rng
        values = dict(zip((f"t{i}" for i in range(1, ROWS)), sorted(rng.sample(range(5, 96), ROWS - 1))))
        values.update({f"g{i}": rng.randint(0, 12) for i in range(ROWS)})
        values.update({TOP: rng.choice((None, ABOVE)), f"g{ROWS}": 13})
        values.update(rate=10, ceiling=rng.choice((10, 11, 15)), bonus=rng.choice((10, 100)), floor=10, round="down",
                      extra=None, reads=False)
        return values

    def moved(self):
        """Most moves are small; thresholds sometimes cross one another."""
        rng, values = self.rng, dict(self.before)
        for name in rng.sample(("t", "g", *NAMES), rng.randint(1, 5)):
            if name == "t":
                new = sorted(rng.sample(range(5, 96), ROWS - 1))
                if rng.random() < 0.5:
                    new[1] = values["t2"]
                values.update(zip((f"t{i}" for i in range(1, ROWS)), sorted(new)))
            elif name == "g":
                values[f"g{rng.randrange(ROWS)}"] = rng.randint(0, 12)
            elif name == "rate":
                values["rate"] = rng.choice((9, 12, 16))
                values["ceiling"] = max(values["ceiling"], values["rate"])
            elif name in ("ceiling", "bonus", "floor"):
                values[name] += rng.choice((1, 5))
                values["bonus"] = max(values["bonus"], values["floor"])
            elif name == TOP:
                values[TOP] = ABOVE if values[TOP] is None else None
            elif name == "round":
                values["round"] = "half up"
            else:
                values.update(extra=rng.choice((0, 7)), reads=True)
        if len({values[f"t{i}"] for i in range(1, ROWS)}) < ROWS - 1:
            values.update({f"t{i}": self.before[f"t{i}"] for i in range(1, ROWS)})
        return values

    def row(self, values, i):
        at = [None] + thresholds_of(values) + [None]
        low, high = at[i], at[i + 1]
        ends = {"below": (f"from = {low}", f"below = {high}"), "above": (f"above = {low}", f"to = {high}"),
                "ends": (None, f"below = {high}"), "begins": (f"from = {low}", None)}[self.style]
        written = [end for end, number in zip(ends, (low, high)) if end and number is not None]
        if low is None and self.style == "begins":
            written = ["from = 0"]
        return "  { " + ", ".join(written + [f'give = "{values[f"g{i}"]}%"']) + " },\n"

    def text(self, moves):
        values = {name: (self.after if name in moves else self.before)[name] for name in self.before}
        rows = "".join(self.row(values, i) for i in range(len(thresholds_of(values)) + 1))
        extra = "" if values["extra"] is None else f'  extra = money {{ value = {values["extra"]} }},\n'
        more = " + s.extra" if values["reads"] else ""
        musts = "".join(f'  must {{ "non va: {i}", of = function(s) return {text} end }},\n'
                        for i, text in enumerate(self.musts))
        return (f'local t = bands "t" {{\n{rows}}}\nreturn subject {{\n  title = "S", fund = money {{ title = "F" }},\n'
                f'  rate = percent {{ value = "{values["rate"]}%" }},\n  gap = percent {{ value = "5%" }},\n'
                f'  ceiling = percent {{ value = "{values["ceiling"]}%" }},\n'
                f'  bonus = money {{ value = {values["bonus"]} }},\n  floor = money {{ value = {values["floor"]} }},\n'
                f'{extra}  person = list {{\n    name = text {{ title = "N" }},\n'
                f'    score = whole {{ min = 0, max = 100, title = "P" }},\n    base = money {{ title = "B" }},\n'
                f'    share = percent {{ bands = t, by = "score" }},\n    pay = money {{ payable = true, title = "D",\n'
                f'      round = {{ step = "0.01", mode = "{values["round"]}" }},\n'
                f'      of = function(p, s) return p.base * p.share{self.factor} + s.bonus{more} end }},\n  }},\n'
                f'  pay = money {{ {self.summed}title = "T",\n'
                f'    of = function(s) return sum(s.person, "pay"){self.beside} end }},\n'
                f'  must {{ "oltre il fondo", of = function(s) return s.pay <= s.fund end }},\n{musts}}}\n')

    def data(self, fund):
        rng = self.rng
        lines = ["rules: a/1\nperiod: {from: 2024-01-01, to: 2024-12-31}\nexample: true\n",
                 f"s:\n  fund: {fund}\n  person:\n"]
        for i in range(rng.randint(1, 3)):
            near = rng.choice(thresholds_of(rng.choice((self.before, self.after)))) + rng.randint(-3, 3)
            score = rng.choice((near, rng.randint(0, 100)))
            base = Decimal(rng.randint(1, 20000000)) / 100
            lines.append(f"    - {{name: N{i}, score: {score}, base: {base:.2f}}}\n")
        return "".join(lines)

    def cross(self, first, second):
        """Whether one of two neighbouring thresholds, moved alone, leaves nothing between them."""
        before, after = self.before, self.after
        if None in (before[second], after[second]):
            return False
        return after[first] >= before[second] or before[first] >= after[second]


class Bench:
    def __init__(self, pagella, folder, more):
        self.pagella, self.folder, self.more = pagella, folder, more
        self.faults, self.charged, self.tied, self.rows, self.paid = [], 0, 0, 0, {}
        for year in ("1", "2", "3"):
            (folder / "rules/a" / year).mkdir(parents=True)
            (folder / "rules/a" / year / "pack.lua").write_text('pack { title = "P", source = "x", year = 2024 }\n')

    def run(self, *arguments):
        return subprocess.run([self.pagella, *arguments, "--json", "--lang", "en"], cwd=self.folder,
                              capture_output=True, text=True, timeout=300, check=False)

    def write(self, year, text):
        (self.folder / "rules/a" / year / "s.lua").write_text(text)

    def total(self, rules, moves):
        """What the pack with these moves pays in all; None where it cannot be loaded or stops."""
        moves = frozenset(moves)
        if moves not in self.paid:
            self.write("3", rules.text(moves))
            done = self.run("eval", "--rules", "a/3", "1.yaml", "2.yaml")
            figures = [f for line in done.stdout.splitlines() for f in json.loads(line)["figures"]]
            paid = sum((Decimal(f["value"]) for f in figures if f["figure"] == PAID), Decimal(0))
            self.paid[moves] = paid if done.returncode == 0 else None
        return self.paid[moves]

    def prepare(self, rules):
        """Files that both packs evaluate; the fund is sometimes just enough. False: there are none."""
        state = rules.rng.getstate()
        fund = 10**9
        for _ in range(2):
            rules.rng.setstate(state)
            self.paid = {}
            for name in ("1.yaml", "2.yaml"):
                (self.folder / name).write_text(rules.data(fund))
            both = (self.total(rules, ()), self.total(rules, rules.moves))
            if None in both:
                return False
            if rules.rng.random() < 0.6:
                return True
            fund = int(max(both)) + 1
        return True

    def fault(self, rules, says):
        self.faults.append(f"=== {says}\n{rules.text(())}{rules.text(rules.moves)}"
                           + (self.folder / "1.yaml").read_text() + (self.folder / "2.yaml").read_text())

    # --- edits ---

    @staticmethod
    def written(piece):
        side = piece.get("before", piece.get("after"))
        return side["text"], side["line"]

    def moves_of(self, rules, edit):
        """The moves that an edit is, by its pieces."""
        found = set()
        for piece in edit["pieces"]:
            text, line = self.written(piece)
            row = line - 2
            if is_other_row(piece):
                found.add(TOP)
            elif THRESHOLD.fullmatch(text):
                found.add(f"t{row if text.startswith(('from', 'above')) else row + 1}")
            elif text.startswith("give"):
                found.add(f"g{row}")
            else:
                name = edit["name"].split(".")
                found.add("round" if name[-1] == "round" else "reads" if name[-1] == "of" else name[1])
        return found & set(rules.moves)

    def judge_edits(self, rules, edits):
        seen = [move for moves in edits.values() for move in moves]
        if sorted(seen) != sorted(rules.moves):
            self.fault(rules, f"edits {edits} of {rules.moves}")
            return False
        for moves in edits.values():
            chain = sorted(moves)
            if any(not rules.cross(*pair) for pair in zip(chain, chain[1:])):
                self.fault(rules, f"{chain} are one edit, and do not cross")
        return True

    # --- charges ---

    def judge_base(self, rules, edits, own, base):
        """`base` can be made, and without any of what is in it `own` cannot."""
        def total(chosen):
            return self.total(rules, [move for edit in chosen for move in edits[edit]])

        if total(base) is None:
            self.fault(rules, f"{base} cannot be made")
        for left_out in base if len(base) > 1 else ():
            some_own = [edit for edit in own if edit != left_out]
            if some_own and total(base - {left_out}) is not None:
                self.fault(rules, f"{some_own} does not need {left_out} of {base}")
        for edit in edits if len(base) > 2 and len(own) == 1 else ():
            if total(own | {edit}) is not None:
                self.fault(rules, f"{own} can be made with {edit} alone, without {base}")

    def judge_charges(self, rules, edits, charges):
        nothing, met = self.total(rules, ()), []
        for charge in sorted(charges, key=lambda c: len(c["edits"]) + len(c.get("only_with", ()))):
            own, amount = frozenset(charge["edits"]), Decimal(charge["amount"]) + self.more
            base = own | frozenset(charge.get("only_with", ()))
            if not base:
                continue
            if not charge["interaction"]:
                self.judge_base(rules, edits, own, base)
                self.tied += len(base) > 1
            whole = self.total(rules, [move for edit in base for move in edits[edit]])
            rest = sum((other for fewer, other in met if fewer <= base), Decimal(0))
            if whole is not None and amount != whole - nothing - rest:
                self.fault(rules, f"{sorted(base)} is charged with {amount}, and costs {whole - nothing - rest}")
            met.append((base, amount))
            self.charged += 1

    def judge_each(self, rules, told, edits):
        """Every edit that acts is charged once, and what has no effect costs nothing."""
        single = [edit for charge in told["charges"] if not charge["interaction"] for edit in charge["edits"]]
        for edit in told["edits"]:
            number, alone = edit["edit"], self.total(rules, edits[edit["edit"]])
            if edit["effect"] == "none" and alone != self.total(rules, ()):
                self.fault(rules, f"{number} is said to have no effect")
            if edit["effect"] != "none" and single.count(number) != 1:
                self.fault(rules, f"{number} is charged {single.count(number)} times")

    def try_rules(self, rules):
        if not rules.moves or not self.prepare(rules):
            return
        self.write("1", rules.text(()))
        self.write("2", rules.text(rules.moves))
        done = self.run("diff", "a/1", "a/2", "--on", "1.yaml", "2.yaml")
        if done.returncode:
            self.fault(rules, done.stderr)
            return
        told = json.loads(done.stdout)
        pieces = [piece for edit in told["edits"] for piece in edit["pieces"]]
        if any(is_other_row(piece) and "13%" not in self.written(piece)[0] for piece in pieces):
            self.rows += 1  # read as rows that come and go, which is as true
            return
        edits = {edit["edit"]: self.moves_of(rules, edit) for edit in told["edits"]}
        if not self.judge_edits(rules, edits):
            return
        difference = self.total(rules, rules.moves) - self.total(rules, ())
        all_told = [t for t in told["totals"] if t["figure"] == PAID] + [told["cost"]]
        if any(Decimal(t["difference"]) != difference for t in all_told[:1 + told["cost"]["adds_up"]]):
            self.fault(rules, f"the difference is {difference}")
        told["charges"] = [c for c in told["charges"] if c.get("figure", PAID) == PAID]
        if sum((Decimal(c["amount"]) + self.more for c in told["charges"]), Decimal(0)) != difference:
            self.fault(rules, f"the charges are not {difference}")
        self.judge_charges(rules, edits, told["charges"])
        if told["charges"]:
            self.judge_each(rules, told, edits)


def try_packs(said, packs, more):
    return drawn.try_packs(said, packs, lambda folder: Bench(said.pagella, folder, more),
                           lambda bench, rng: bench.try_rules(Rules(rng)))


def main():
    said = drawn.options(__doc__, 60)
    if said.self_test:
        bench = try_packs(said, 10, CENT)
        print(f"{len(bench.faults)} faults found in {bench.charged} charges that were a cent too much")
        return 0 if bench.charged and len(bench.faults) >= bench.charged else 1
    bench = try_packs(said, said.packs, 0)
    for fault in bench.faults:
        print(fault)
    print(f"{bench.charged} charges, {bench.tied} of edits that need others, {bench.rows} packs with other rows: "
          f"{len(bench.faults)} faults")
    return 1 if bench.faults or not bench.charged or not bench.tied else 0


if __name__ == "__main__":
    sys.exit(main())
