#!/usr/bin/env python3
"""What `pagella prove` calls proven, no evaluation breaks.

Packs of invented rules are made at random, proven, and then evaluated on random data. A figure beyond
bounds that are proven, a score in no row of a table that is proven, a promise that two evaluations
break, a condition that "can never fail" and does, an input that "nothing reads" and that changes a
figure, an example of prove's own that does not show what it says: each is a lie, and is printed with
the rules and the data.

    tests/rules/honest.py --pagella build/pagella [--packs 40] [--seed 1]
    tests/rules/honest.py --pagella build/pagella --self-test

The same seed gives the same packs. The self-test takes what is *not* proven for proven and must find
lies among it; else this could find none at all. Exit: 0 no lie; 1 lies; 2 wrong command line.
"""

import argparse
import collections
import fractions
import json
import pathlib
import random
import subprocess
import sys
import tempfile

EVALUATIONS = 30  # of each pack
BUDGET = "2000"   # evaluations that prove may try
GOOD = ("proven", "tried")

Given = collections.namedtuple("Given", "name kind low high")


# --- rules ----------------------------------------------------------------------------------------

class Pack:
    """The text of one subject `s`, and what its evaluations can say."""

    def __init__(self, rng):
        self.rng = rng
        self.tables = [f"t{i}" for i in range(rng.randint(1, 2))]
        self.inputs = [self.given(f"x{i}") for i in range(rng.randint(2, 4))]
        self.entries = [self.given(f"y{i}") for i in range(rng.randint(1, 3))]
        self.has_list = rng.random() < 0.6
        self.na = rng.choice(("refuse", "rescale", "leave out")) if rng.random() < 0.4 else None
        self.made, self.made_entries, self.labels = [], [], []
        self.musts = rng.choice((0, 0, 1, 2))
        self.text = "\n".join([self.table(t) for t in self.tables] + [self.subject()])

    def given(self, name):
        kind = self.rng.choice(("whole", "number", "optional", "flag", "choice"))
        low = self.rng.choice((-3, 0, 0, 1))
        return Given(name, kind, low, low + self.rng.choice((1, 3, 6, 10)))

    def declared(self, g):
        if g.kind == "flag":
            return f'{g.name} = flag {{ title = "{g.name}" }},'
        if g.kind == "choice":
            return f'{g.name} = choice {{ "a", "b", "c", title = "{g.name}" }},'
        more = ", optional = true" if g.kind == "optional" else ""
        word = "whole" if g.kind == "whole" else "number"
        return f'{g.name} = {word} {{ title = "{g.name}", min = {g.low}, max = {g.high}{more} }},'

    def table(self, name):
        edges = sorted(self.rng.sample(range(-6, 16), self.rng.randint(1, 3)))
        gives = [self.rng.choice((-1, 0, 1, 2, 3, 5)) for _ in range(len(edges) + 1)]
        if self.rng.random() < 0.6:
            gives.sort()
        gap = self.rng.random() < 0.4
        rows, low = [], None
        for edge, give in zip(edges + [None], gives):
            ends = [] if low is None else [f"from = {low}"]
            if edge is not None:
                ends.append(f"to = {edge - 1}" if gap else f"below = {edge}")
            if low is None and self.rng.random() < 0.3:
                ends.insert(0, f"from = {min(edges) - 9}")
            rows.append("{ " + ", ".join(ends + [f"give = {give}"]) + " }")
            low = edge
        policy = self.rng.choice(('gaps = "refuse", ', 'gaps = "reach up", ')) if gap else ""
        return f'local {name} = bands "{name}" {{ {policy}{", ".join(rows)} }}'

    # --- formulas ---

    def atom(self, who):
        given, made = (self.inputs, self.made) if who == "s" else (self.entries, self.made_entries)
        found = [f"{who}.{g.name}" for g in given if g.kind in ("whole", "number")]
        found += [f"{who}.{name}" for name in made]
        if who == "s" and self.na:
            found += ["(sum(s.sh) / s.one)", "(sum(s.sh) / full(s.sh))"]
        if not found or self.rng.random() < 0.2:
            return str(self.rng.choice((-2, -1, 1, 2, 3, 5)))
        return self.rng.choice(found)

    def number(self, who, depth):
        kind = self.rng.random()
        if depth <= 0 or kind < 0.15:
            return self.atom(who)
        one, two = self.number(who, depth - 1), self.number(who, depth - 1)
        if kind < 0.55:
            return f"({one} {self.rng.choice('++-**/')} {two})"
        if kind < 0.7:
            return f"{self.rng.choice(('least', 'most'))}({one}, {two})"
        if kind < 0.8:
            return f"{self.rng.choice(self.tables)}({self.atom(who)} + 0)"
        if self.has_list and who == "s":
            body = f"function(p) return {self.number('p', depth - 1)} end"
            test = f", function(p) return {self.condition('p', 0)} end"
            word = self.rng.choice(("sum", "sum", "mean"))
            return f"{word}(s.l, {body}{self.rng.choice(('', test))})"
        return self.atom(who)

    def condition(self, who, depth):
        given = self.inputs if who == "s" else self.entries
        found = [f"{who}.{g.name}" for g in given if g.kind == "flag"]
        found += [f'is({who}.{g.name}, "{self.rng.choice("abc")}")' for g in given if g.kind == "choice"]
        found += [f"{who}.{g.name} == nil" for g in given if g.kind == "optional"]
        found += [f'is(s.{name}, "high")' for name in self.labels if who == "s"]
        if found and self.rng.random() < 0.4:
            return self.rng.choice(found)
        if depth > 0 and self.rng.random() < 0.3:
            word = self.rng.choice(("and", "or"))
            return f"({self.condition(who, depth - 1)} {word} not {self.condition(who, depth - 1)})"
        sign = self.rng.choice(("<", "<=", ">", ">="))
        return f"({self.number(who, depth)} + 0 {sign} {self.rng.randint(-3, 8)})"

    def formula(self, who):
        lines = [f"if {self.condition(who, 1)} then return {self.number(who, 1)} end"
                 for _ in range(self.rng.choice((0, 0, 1, 1, 2)))]
        return f"function({who}) " + " ".join(lines + [f"return {self.number(who, 2)} end"])

    # --- cells ---

    def figure(self, name, who):
        parts = [f'title = "{name}"']
        given = self.inputs if who == "s" else self.entries
        if self.rng.random() < 0.5:
            parts.append(f"max = {self.rng.choice((0, 3, 6, 10, 20))}")
        if self.rng.random() < 0.5:
            parts.append(f"min = {self.rng.choice((0, -3, -10))}")
        if self.rng.random() < 0.3:
            mode = self.rng.choice(("half up", "half even", "down", "up"))
            parts.append(f'round = {{ step = "{self.rng.choice(("1", "0.1", "2"))}", mode = "{mode}" }}')
        names = [g.name for g in given if g.kind in ("whole", "number")]
        names += ["sh"] if who == "s" and self.na else []
        if names and self.rng.random() < 0.8:
            word = self.rng.choice(("increasing", "decreasing"))
            parts.append(f'{word} = {{ "{self.rng.choice(names)}" }}')
        if self.rng.random() < 0.2:
            parts.append(f'unless = {{ {{ function({who}) return {self.condition(who, 0)} end, "zero" }} }}')
        scores = [g.name for g in given if g.kind in ("whole", "number")]
        if scores and self.rng.random() < 0.25:
            parts.append(f'bands = {self.rng.choice(self.tables)}, by = "{self.rng.choice(scores)}"')
        else:
            parts.append(f"of = {self.formula(who)}")
        return f"{name} = number {{ {', '.join(parts)} }},"

    def subject(self):
        lines = [self.declared(g) for g in self.inputs]
        if self.na:
            criteria = ", ".join(f'{{ id = "c{i}", title = "C{i}" }}' for i in range(3))
            lines.append(f'sh = sheet {{ title = "sh", marks = {{ 0, 2, 5 }}, na = "{self.na}", '
                         f"criteria = {{ {criteria} }} }},")
            lines.append('one = points { value = 1, title = "one" },')
        if self.has_list:
            lines.append('l = list { title = "l", name = text { title = "n" },')
            lines += ["  " + self.declared(g) for g in self.entries]
            for i in range(self.rng.randint(0, 2)):
                lines.append("  " + self.figure(f"z{i}", "p"))
                self.made_entries.append(f"z{i}")
            lines.append("},")
        lines.append(f'label = text {{ of = function(s) if {self.condition("s", 1)} then return "high" end '
                     'return "low" end },')
        self.labels.append("label")
        for i in range(self.rng.randint(1, 3)):
            lines.append(self.figure(f"c{i}", "s"))
            self.made.append(f"c{i}")
        lines += [f'must {{ "m{i}", of = function(s) return {self.condition("s", 1)} end }},'
                  for i in range(self.musts)]
        return 'return subject { title = "S",\n  ' + "\n  ".join(lines) + "\n}\n"

    # --- data ---

    def value(self, g):
        if g.kind == "flag":
            return self.rng.choice(("true", "false"))
        if g.kind == "choice":
            return self.rng.choice("abc")
        if g.kind == "optional" and self.rng.random() < 0.3:
            return None
        tenths = self.rng.randint(10 * g.low, 10 * g.high)
        whole = g.kind == "whole" or self.rng.random() < 0.4
        return str(self.rng.randint(g.low, g.high)) if whole else str(tenths / 10)

    def data(self):
        marks = ("0", "2", "5") if self.na == "refuse" else ("0", "2", "5", "na")
        found = {"s": {g.name: self.value(g) for g in self.inputs}, "l": []}
        if self.na:
            found["sh"] = [self.rng.choice(marks) for _ in range(3)]
        if self.has_list:
            found["l"] = [{g.name: self.value(g) for g in self.entries}
                          for _ in range(self.rng.randint(1, 3))]
        return found

    def raised(self, data, name, entry):
        """The same with that input higher; None where it is at its highest, or is not there."""
        more = json.loads(json.dumps(data))
        if name == "sh":
            i = self.rng.randrange(3)
            if data["sh"][i] not in ("0", "2"):
                return None
            more["sh"][i] = "5"
            return more
        given = next(g for g in (self.entries if entry else self.inputs) if g.name == name)
        at = self.rng.choice(more["l"]) if entry else more["s"]
        higher = self.value(given)
        if at[name] is None or higher is None or float(higher) <= float(at[name]):
            return None
        at[name] = higher
        return more


def as_yaml(data):
    lines = ["rules: a/b", "period: {from: 2024-01-01, to: 2024-12-31}", "example: true", "s:"]
    given = any(value is not None for value in data["s"].values()) or "sh" in data or data["l"]
    lines[-1] += "" if given else " {}"
    lines += [f"  {name}: {value}" for name, value in data["s"].items() if value is not None]
    if "sh" in data:
        lines.append("  sh: {" + ", ".join(f"c{i}: {m}" for i, m in enumerate(data["sh"])) + "}")
    if data["l"]:
        lines.append("  l:")
    for i, entry in enumerate(data["l"]):
        cells = [f"name: n{i}"] + [f"{k}: {v}" for k, v in entry.items() if v is not None]
        lines.append("    - {" + ", ".join(cells) + "}")
    return "\n".join(lines) + "\n"


# --- one pack -------------------------------------------------------------------------------------

class Bench:
    def __init__(self, pagella, folder, believed):
        self.pagella, self.folder, self.believed = pagella, folder, believed
        self.lies, self.packs, self.claims = [], 0, collections.Counter()
        (folder / "rules/a/b").mkdir(parents=True)
        (folder / "rules/a/b/pack.lua").write_text('pack { title = "P", source = "x", year = 2024 }\n')

    def run(self, *arguments):
        return subprocess.run([self.pagella, *arguments, "--json", "--lang", "en"], cwd=self.folder,
                              capture_output=True, text=True, timeout=300)

    def evaluate(self, texts):
        """The figures of each; None where it is refused."""
        names = [f"{i}.yaml" for i in range(len(texts))]
        for name, text in zip(names, texts):
            (self.folder / name).write_text(text)
        done = self.run("eval", *names)
        figures = {}
        for line in done.stdout.splitlines():
            found = json.loads(line)
            figures[found["file"]] = {(f["figure"], tuple(f["for"])): f["value"]
                                      for f in found["figures"]}
        return [figures.get(name) for name in names]

    def lie(self, what, pack, *texts):
        self.lies.append("\n".join([f"=== {what}", pack.text, *texts]))

    def try_pack(self, pack):
        (self.folder / "rules/a/b/s.lua").write_text(pack.text)
        done = self.run("prove", "a/b", "--budget", BUDGET)
        proofs = [json.loads(line) for line in done.stdout.splitlines()]
        proofs = [p for p in proofs if p.get("schema") == "pagella.proof/1"]
        if done.returncode not in (0, 1, 3):
            self.lie(f"prove ended with {done.returncode}: {done.stderr}", pack)
        if not proofs:
            return
        self.packs += 1
        claims = proofs[0]["claims"]
        self.claims.update(f"{c['claim']} {c['verdict']}" for c in claims)
        self.judge_examples(pack, claims)
        self.judge_one_by_one(pack, claims)
        self.judge_moves(pack, [c for c in claims if c["claim"] == "moves"])
        self.judge_unread(pack, [c for c in claims if c["claim"] == "read"])

    def judge_examples(self, pack, claims):
        shown = [c for c in claims if c.get("example")]
        for claim, figures in zip(shown, self.evaluate([c["example"] for c in shown])):
            stops = claim["claim"] != "moves"
            if stops != (figures is None):
                self.lie(f"an example of {claim['claim']} shows nothing", pack, claim["example"])

    def believes(self, claims):
        return bool(claims) and all(c["verdict"] in self.believed for c in claims)

    def judge_one_by_one(self, pack, claims):
        """Refusals, one file a time: what was said is said of that file."""
        for _ in range(EVALUATIONS):
            text = as_yaml(pack.data())
            (self.folder / "one.yaml").write_text(text)
            done = self.run("eval", "one.yaml")
            for line in done.stderr.splitlines():
                self.judge_refusal(pack, claims, json.loads(line), text)

    def judge_refusal(self, pack, claims, told, text):
        code, message = told.get("code"), told.get("message", "")
        quoted = message.split('"')[1::2]
        if code == "E0320" and any(c["claim"] == "holds" and c.get("condition") == message
                                   for c in claims):
            self.lie(f"a condition that can never fail: {message}", pack, text)
        if pack.musts:  # a condition may refuse it anyway
            return
        if code in ("E0232", "E0233") and quoted and quoted[0][0] in "cz":
            about = [c for c in claims if c["claim"] == "within"
                     and c["figure"].split(".")[-1] == quoted[0]]
            if self.believes(about):
                self.lie(f"within its bounds: {message}", pack, text)
        if code == "E0305" and quoted and quoted[-1] in pack.tables:
            about = [c for c in claims if c["claim"] == "banded" and c["table"] == quoted[-1]]
            if self.believes(about) or not about:
                self.lie(f"every score has a row: {message}", pack, text)

    def judge_moves(self, pack, claims):
        for claim in claims:
            if claim["verdict"] not in self.believed:
                continue
            parts = claim["input"].split(".")
            pairs = []
            for _ in range(EVALUATIONS):
                before = pack.data()
                after = pack.raised(before, parts[-1], len(parts) == 3)
                if after:
                    pairs.append((as_yaml(before), as_yaml(after)))
            outcomes = self.evaluate([text for pair in pairs for text in pair])
            for i, pair in enumerate(pairs):
                self.judge_pair(pack, claim, pair, outcomes[2 * i], outcomes[2 * i + 1])

    def judge_pair(self, pack, claim, pair, before, after):
        if before is None or after is None:
            return
        for key, value in before.items():
            if key[0] != claim["figure"] or value is None or after.get(key) is None:
                continue
            a, b = fractions.Fraction(value), fractions.Fraction(after[key])
            if (b > a) if claim["down"] else (b < a):
                self.lie(f"{claim['input']} moves {key} from {a} to {b}", pack, *pair)

    def judge_unread(self, pack, claims):
        """Of an input of the subject: with another value everything else stays as it is."""
        for claim in claims:
            name = claim.get("figure", "").removeprefix("s.")
            given = next((g for g in pack.inputs if g.name == name), None)
            if claim["verdict"] != "refuted" or not given:
                continue
            datas = [pack.data() for _ in range(5)]
            others = [json.loads(json.dumps(d)) for d in datas]
            for other in others:
                other["s"][name] = pack.value(given)
            outcomes = self.evaluate([as_yaml(d) for d in datas + others])
            for i in range(5):
                a, b = outcomes[i], outcomes[5 + i]
                own = ("s." + name, ("s",))
                same = a is None and b is None or (a is not None and b is not None and all(
                    a[k] == b[k] for k in a if k != own))
                if not same:
                    self.lie(f"nothing reads {name}", pack, as_yaml(datas[i]), as_yaml(others[i]))


# --- the whole ------------------------------------------------------------------------------------

def try_packs(pagella, packs, seed, believed):
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(pagella, pathlib.Path(name), believed)
        for i in range(packs):
            bench.try_pack(Pack(random.Random(f"{seed}.{i}")))
        return bench


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--pagella", type=pathlib.Path, required=True)
    parser.add_argument("--packs", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--self-test", action="store_true")
    said = parser.parse_args()
    pagella = str(said.pagella.resolve())
    if said.self_test:
        bench = try_packs(pagella, 25, said.seed, GOOD + ("not proven", "refuted"))
        print(f"{len(bench.lies)} lies found among what is not proven")
        return 0 if bench.lies else 1
    bench = try_packs(pagella, said.packs, said.seed, GOOD)
    for lie in bench.lies:
        print(lie)
    told = ", ".join(f"{n} {what}" for what, n in sorted(bench.claims.items()))
    print(f"{bench.packs} packs proven ({told}): {len(bench.lies)} lies")
    return 1 if bench.lies or not bench.packs else 0


if __name__ == "__main__":
    sys.exit(main())
