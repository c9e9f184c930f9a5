#!/usr/bin/env python3
"""An edit that `pagella diff` says has no effect has none.

In packs of invented rules (honest_packs.py) one thing is written otherwise: of a formula a comparison, a
number, the order of operands, a factor taken out, a text, the name of a cell, a word; or a bound; or a cell
comes or goes. Where diff calls that edit without effect, both packs must give the same figures on random
data, of what both have, or refuse the same. And on some of them diff must say so, or this would look at
nothing.

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


def one_of(rng, line, found, others):
    """The line in which one of the places that were found is another."""
    if not found:
        return None
    at = rng.choice(found)
    other = [o for o in others(at) if o != at.group(1)]
    return line[:at.start(1)] + rng.choice(other) + line[at.end(1):] if other else None


def worded_otherwise(rng, line):
    """Another text, or another word of a choice, or of a label."""
    kinds = (("u", "v", "w"), ("a", "b", "c"), ("high", "mid", "low"))
    return one_of(rng, line, list(re.finditer(r'(?:is|above)\([^()]*, "(\w+)"\)', line)),
                  lambda at: next(kind for kind in kinds if at.group(1) in kind))


def called_otherwise(rng, line):
    """Another word of the rule language that takes the same."""
    words = (("any", "all"), ("least", "most"), ("sum", "mean"), ("and", "or"), ("is", "above"))
    found = list(re.finditer(r"\b(any|all|least|most|sum|mean|and|or|above)\b", line))
    found += re.finditer(r'\b(is)\([^()]*, "[abc]"\)', line)  # of a choice, whose words have an order
    return one_of(rng, line, found, lambda at: next(pair for pair in words if at.group(1) in pair))


def read_otherwise(rng, line, names):
    """Another cell of the same entry: what a rank is by, what is read or looked up."""
    ranked = list(re.finditer(r'rank\(s\.l, "(\w+)", p\)', line))
    read = list(re.finditer(r"\b[ps]\.(\w+)\b", line))
    found = ranked if ranked and rng.random() < 0.7 else read
    return one_of(rng, line, found, lambda at: [name for name in names if name[0] == at.group(1)[0]])


def bounded_otherwise(rng, line):
    """A bound that is wider, closer, gone, or new."""
    found = list(re.finditer(r", (?:min|max) = (-?\d+)", line))
    if not found or rng.random() < 0.2:
        return re.sub(r"^(\s*\w+ = (?:number|whole) \{ title = \"\w+\")(?!.*\bmax)", r"\1, max = 5", line)
    at = rng.choice(found)
    if rng.random() < 0.3:
        return line[:at.start()] + line[at.end():]
    return line[:at.start(1)] + str(int(at.group(1)) + rng.choice((-5, -1, 1, 5, 50))) + line[at.end(1):]


FORMULAS = (compared_otherwise, compared_otherwise, turned, turned, counted_otherwise, worded_otherwise,
            worded_otherwise, called_otherwise, called_otherwise)


def with_cell(pack, lines):
    """One cell more, which nothing reads; after the label, where the subject has no more inputs."""
    at = next(i for i, line in enumerate(lines) if line.strip().startswith("label = "))
    return lines[:at + 1] + ["  " + pack.figure("w9", "s")] + lines[at + 1:]


def without_cell(rng, lines):
    """One figure less, if nothing reads it."""
    made = [i for i, line in enumerate(lines) if re.match(r"\s*[cz]\d = ", line)]
    named = {i: re.match(r"\s*(\w+)", lines[i]).group(1) for i in made}
    unread = [i for i in made if len(re.findall(rf"\b{named[i]}\b", "\n".join(lines))) == 2]  # itself, its title
    if not unread:
        return None
    at = rng.choice(unread)
    return lines[:at] + lines[at + 1:]


def edited(rng, pack):
    """The same pack with one line written otherwise, or one more or less; None where nothing was found."""
    lines = pack.text.split("\n")
    kind = rng.random()
    if kind < 0.1:
        return "\n".join(with_cell(pack, lines))
    if kind < 0.2:
        less = without_cell(rng, lines)
        return "\n".join(less) if less else None
    bounds = kind < 0.35
    wanted = r"= (?:number|whole) \{" if bounds else "of = function"
    found = [i for i, line in enumerate(lines) if re.search(wanted, line)]
    if not found:
        return None
    at = rng.choice(found)
    if bounds:
        line = bounded_otherwise(rng, lines[at])
    elif kind < 0.5:
        line = read_otherwise(rng, lines[at], pack.readable() + [g.name for g in pack.inputs])
    else:
        line = rng.choice(FORMULAS)(rng, lines[at])
    if line is None or line == lines[at]:
        return None
    return "\n".join(lines[:at] + [line] + lines[at + 1:])


def same_figures(one, two):
    """Of what both have; or both are refused."""
    if one is None or two is None:
        return one is two
    return all(two[key] == value for key, value in one.items() if key in two)


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
            if not same_figures(one, two):
                self.faults.append("\n".join(["=== an effect", pack.text, text, data]))
                return

    def try_pack(self, rng):
        pack = Pack(rng)
        (self.folder / "rules/a/1/s.lua").write_text(pack.text)
        for _ in range(EDITS):
            text = edited(rng, pack)
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
