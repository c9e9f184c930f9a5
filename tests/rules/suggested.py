#!/usr/bin/env python3
"""What `pagella test --suggest` writes passes, stays within what the rules allow, and is written once.

Packs of invented rules are made at random (honest_packs.py), with one more table each, whose edges may
be shares, worked out, rounded to. What is suggested for them is saved as a test file: every case must
pass, no score may lie beyond the `min` and `max` of its cell, and no row that was saved may be suggested
again. The same holds of the scores that --coverage names.

    tests/rules/suggested.py --pagella build/pagella [--packs 60] [--seed 1]
    tests/rules/suggested.py --pagella build/pagella --self-test

The same seed gives the same packs. The self-test spoils what is suggested before it is saved, and must
find that. Exit: 0 all of it holds; 1 something does not; 2 wrong command line.
"""

import fractions
import json
import re
import subprocess
import sys

import drawn
from honest_packs import NUMBERS, Pack

ROW = re.compile(r"^    - \[(\S+), (.*)\]$", re.M)
SCORE = re.compile(r"given: \[(\w+)\].*rows: \[\[([^\s,\]]+), …")


def plain(text):
    return fractions.Fraction(text.rstrip("%"))


class Loose(Pack):
    """Without bounds of what is worked out, which a table that gives more would break."""

    def bounds(self):
        return []


class Table:
    """One more table, and the cells of an entry or of the subject that look it up."""

    def __init__(self, rng, has_list):
        self.sign = rng.choice(("", "", "%"))
        self.low, self.high = sorted(rng.sample(range(-40, 130, 5), 2))
        self.in_list = has_list and rng.random() < 0.6
        self.worked_out = rng.random() < 0.2
        step = rng.choice(("", "", "0.5", "2"))
        attributes = [f'min = "{self.low}{self.sign}"', f'max = "{self.high}{self.sign}"', 'title = "w"']
        attributes += [f'step = "{step}{self.sign}"'] if step else []
        word = "percent" if self.sign else rng.choice(("number", "whole") if step != "0.5" else ("number",))
        look = 'title = "v", bands = tx, by = "w"' + rng.choice(("", ", max = 5", ", min = -1", ', round = { step = "1" }'))
        zero = ', unless = { { function(s) return s.w > s.w end, "mai" } }' if rng.random() < 0.2 else ""
        self.cells = f"w = {word} {{ {', '.join(attributes)} }}, v = number {{ {look}{zero} }},"
        self.text = self.written(rng)

    def edge(self, number):
        text = f'"{number}{self.sign}"'
        return f"function(s) return {number} end" if self.worked_out and not self.sign else text

    def give(self, rng):
        return rng.choice(("0", "1", '"2.5"', "5", "-1", "function(w, s) return 7 end",
                           "function(w, s) return s.absent end" if not self.in_list else "3"))

    def written(self, rng):
        edges = sorted(rng.sample(range(-50, 140, 5), rng.randint(1, 4)))
        point = rng.random() < 0.2
        gap = rng.choice((None, None, "refuse", "reach up")) if not self.worked_out else None
        rows = [f"{{ below = {self.edge(edges[0])}, give = {self.give(rng)} }}"] if rng.random() < 0.5 else []
        for low, high in zip(edges, edges[1:] + [None]):
            ends = [f"from = {self.edge(low)}"]
            if point and high and not self.worked_out:
                rows.append(f"{{ from = {self.edge(low)}, to = {self.edge(low)}, give = {self.give(rng)} }}")
                ends = [f"above = {self.edge(low)}"]
            if high is not None:
                ends.append(f"to = {self.edge(high - 1)}" if gap else f"below = {self.edge(high)}")
            rows.append(f"{{ {', '.join(ends)}, give = {self.give(rng)} }}")
        words = [f'gaps = "{gap}"'] if gap else []
        formulas = any("give = function" in row for row in rows)  # no table that rounds has any
        words += [f"round = {rng.choice((0, 1))}"] if rng.random() < 0.3 and not gap and not formulas else []
        return f'local tx = bands "tx" {{ {", ".join(words + rows)} }}\n'


class Bench:
    def __init__(self, pagella, folder, spoils):
        self.pagella, self.pack, self.spoils = pagella, folder / "rules/a/b", spoils
        self.folder, self.faults, self.packs, self.rows = folder, [], 0, 0
        self.pack.mkdir(parents=True)
        (self.pack / "pack.lua").write_text('pack { title = "P", source = "x", year = 2024 }\n')

    def run(self, *more):
        return subprocess.run([self.pagella, "test", "a/b", "--lang", "en", *more], cwd=self.folder,
                              capture_output=True, text=True, timeout=300)

    def fault(self, what, *texts):
        self.faults.append("\n".join([f"=== {what}", (self.pack / "s.lua").read_text(), *texts]))

    def judge_scores(self, bounds, scores, text):
        for name, score in scores:
            low, high = bounds.get(name, (None, None))
            if low is not None and not low <= plain(score) <= high:
                self.fault(f"{score} is no {name}", text)

    def named_scores(self):
        """What --coverage names to be tried."""
        found = []
        for line in self.run("--coverage", "--json").stdout.splitlines():
            for missing in json.loads(line).get("missing", ()):
                found += SCORE.findall(missing["message"] + missing["help"])
        return [(name, score) for name, score in found if score != "…"]

    def try_pack(self, rng):
        pack = Loose(rng)
        table = Table(rng, pack.has_list)
        at = "l = list { title = \"l\"," if table.in_list else 'return subject { title = "S",'
        extra = table.cells + ("" if table.in_list else ' absent = number { title = "absent" },')
        (self.pack / "s.lua").write_text(table.text + pack.text.replace(at, f"{at} {extra}", 1))
        (self.pack / "tests.yaml").unlink(missing_ok=True)
        done = self.run("--suggest")
        if done.returncode not in (0, 1):
            self.fault(f"test ended with {done.returncode}", done.stderr)
            return
        self.packs += 1
        bounds = {g.name: (g.low, g.high) for g in pack.inputs + pack.entries if g.kind in NUMBERS + ("optional",)}
        bounds["w"] = (table.low, table.high)
        self.judge_scores(bounds, self.named_scores(), "named by --coverage")
        self.judge(bounds, done.stdout)

    def judge(self, bounds, text):
        given = None
        found = set()
        for line in text.splitlines():
            name = re.match(r"  given: \[(\w+)\]", line)
            given = name.group(1) if name else given
            row = ROW.match(line)
            if row:
                self.judge_scores(bounds, [(given, row.group(1))], text)
                found.add((given, row.group(1)))
        self.rows += len(found)
        if not found:
            return
        saved = ROW.sub(r"    - [\1, E0716]", text) if self.spoils else text
        (self.pack / "tests.yaml").write_text(saved)
        done = self.run()
        if done.returncode:
            self.fault("what was suggested does not pass", saved, done.stdout, done.stderr)
        again = self.run("--suggest")
        if ROW.search(again.stdout):
            self.fault("suggested again", saved, again.stdout)


def try_packs(said, packs, spoils):
    return drawn.try_packs(said, packs, lambda folder: Bench(said.pagella, folder, spoils),
                           lambda bench, rng: bench.try_pack(rng))


def main():
    said = drawn.options(__doc__, 60)
    if said.self_test:
        bench = try_packs(said, 10, True)
        print(f"{len(bench.faults)} faults found where what is suggested is spoilt")
        return 0 if bench.faults else 1
    bench = try_packs(said, said.packs, False)
    for fault in bench.faults:
        print(fault)
    print(f"{bench.packs} packs, {bench.rows} suggested rows: {len(bench.faults)} faults")
    return 1 if bench.faults or not bench.rows else 0


if __name__ == "__main__":
    sys.exit(main())
