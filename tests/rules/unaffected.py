#!/usr/bin/env python3
"""An edit that `pagella diff` says has no effect has none.

In packs of invented rules (honest_packs.py) one thing of a formula is written otherwise: a comparison, a
number, the order of operands, a factor taken out. Where diff calls that edit without effect, both packs must
give the same figures on random data, or refuse the same. And on some of them diff must say so, or this
would look at nothing.

    tests/rules/unaffected.py --pagella build/pagella [--packs 60] [--seed 1]
    tests/rules/unaffected.py --pagella build/pagella --self-test

The same seed gives the same packs. The self-test believes every edit to be without effect, and must find
some that are not. Exit: 0 all of it holds; 1 something does not; 2 wrong command line.
"""

import json
import re
import subprocess
import sys

import drawn
from honest_packs import Pack, as_yaml

EVALUATIONS = 25
EDITS = 6  # of each pack
NUMBER = re.compile(r"(?<=[ (-])\d(?=[ )])")


def compared_otherwise(rng, text):
    """a >= 5 as a > 4, which is the same of whole numbers; or with another sign, which is not."""
    found = list(re.finditer(r"(<=|>=|<|>) (-?\d+)\)", text))
    if not found:
        return None
    at = rng.choice(found)
    sign, number = at.group(1), int(at.group(2))
    same = {"<": ("<=", number - 1), "<=": ("<", number + 1), ">": (">=", number + 1), ">=": (">", number - 1)}
    other = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
    sign, number = same[sign] if rng.random() < 0.7 else (other[sign], number)
    return text[:at.start()] + f"{sign} {number})" + text[at.end():]


def turned(rng, text):
    """(a + b) as (b + a), which is the same; (a - b) as (b - a), which is not."""
    found = list(re.finditer(r"\((\S+) ([-+*/]) (\S+)\)", text))
    found = [m for m in found if m.group(1).count("(") == m.group(1).count(")")
             and m.group(3).count("(") == m.group(3).count(")")]
    if not found:
        return None
    at = rng.choice(found)
    a, sign, b = at.groups()
    ways = [f"({b} {sign} {a})", f"({a} {sign} {b} * 1)", f"(2 * {a} {sign} {b})", f"(({a} * 2 {sign} {b} * 2) / 2)",
            f"({a} {sign} {b} + {a} - {a})", f"(0 - {b} {sign} {a})"]
    return text[:at.start()] + rng.choice(ways) + text[at.end():]


def counted_otherwise(rng, text):
    found = list(NUMBER.finditer(text))
    if not found:
        return None
    at = rng.choice(found)
    return text[:at.start()] + str(int(at.group()) + rng.choice((1, 2))) + text[at.end():]


def edited(rng, text):
    """The same pack with one line of a formula written otherwise; None where nothing was found."""
    lines = text.split("\n")
    formulas = [i for i, line in enumerate(lines) if "of = function" in line and "must" not in line]
    if not formulas:
        return None
    at = rng.choice(formulas)
    line = rng.choice((compared_otherwise, compared_otherwise, turned, turned, counted_otherwise))(rng, lines[at])
    if line is None or line == lines[at]:
        return None
    return "\n".join(lines[:at] + [line] + lines[at + 1:])


class Bench:
    def __init__(self, pagella, folder, believes):
        self.pagella, self.folder, self.believes = pagella, folder, believes
        self.faults, self.edits, self.none, self.tried = [], 0, 0, 0
        for year in ("1", "2"):
            (folder / "rules/a" / year).mkdir(parents=True)
            (folder / "rules/a" / year / "pack.lua").write_text('pack { title = "P", source = "x", year = 2024 }\n')

    def run(self, *arguments):
        return subprocess.run([self.pagella, *arguments, "--json", "--lang", "en"], cwd=self.folder,
                              capture_output=True, text=True, timeout=300)

    def figures(self, year, names):
        done = self.run("eval", "--rules", f"a/{year}", *names)
        found = {}
        for line in done.stdout.splitlines():
            told = json.loads(line)
            found[told["file"]] = {(f["figure"], tuple(f["for"])): f["value"] for f in told["figures"]}
        return [found.get(name) for name in names]

    def try_edit(self, pack, text):
        (self.folder / "rules/a/2/s.lua").write_text(text)
        done = self.run("diff", "a/1", "a/2")
        if done.returncode or not done.stdout:
            return
        edits = json.loads(done.stdout)["edits"]
        self.edits += 1
        self.tried += any(e.get("tried") for e in edits)
        if not self.believes and (not edits or any(e["effect"] != "none" for e in edits)):
            return
        self.none += 1
        names = [f"{i}.yaml" for i in range(EVALUATIONS)]
        datas = [as_yaml(pack.data()).replace("rules: a/b", "rules: a/1") for _ in names]
        for name, data in zip(names, datas):
            (self.folder / name).write_text(data)
        for data, one, two in zip(datas, self.figures("1", names), self.figures("2", names)):
            if one != two:
                self.faults.append("\n".join(["=== an effect", pack.text, text, data]))
                return

    def try_pack(self, rng):
        pack = Pack(rng)
        (self.folder / "rules/a/1/s.lua").write_text(pack.text)
        for _ in range(EDITS):
            text = edited(rng, pack.text)
            if text:
                self.try_edit(pack, text)


def try_packs(said, packs, believes):
    return drawn.try_packs(said, packs, lambda folder: Bench(said.pagella, folder, believes),
                           lambda bench, rng: bench.try_pack(rng))


def main():
    said = drawn.options(__doc__, 60)
    if said.self_test:
        bench = try_packs(said, 10, True)
        print(f"{len(bench.faults)} effects found of edits that were believed to have none")
        return 0 if bench.faults else 1
    bench = try_packs(said, said.packs, False)
    for fault in bench.faults:
        print(fault)
    print(f"{bench.edits} edits, {bench.none} without effect, {bench.tried} tried: {len(bench.faults)} faults")
    return 1 if bench.faults or not bench.none else 0


if __name__ == "__main__":
    sys.exit(main())
