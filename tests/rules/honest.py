#!/usr/bin/env python3
"""What `pagella prove` calls proven, no evaluation breaks.

Packs of invented rules are made at random, proven, and then evaluated on random data. A figure beyond
bounds that are proven, a score in no row of a table that is proven, a promise that two evaluations
break, a condition that "can never fail" and does, an input that "nothing reads" and that changes a
figure, parts that are not the whole, a row that "no score reaches" and one does, an example of prove's
own that does not show what it says, one thing that is claimed twice: each is a lie, and is printed with
the rules and the data.

    tests/rules/honest.py --pagella build/pagella [--packs 40] [--seed 1]
    tests/rules/honest.py --pagella build/pagella --self-test

The same seed gives the same packs. The self-test takes what is *not* proven for proven and must find
lies among it; else this could find none at all. Exit: 0 no lie; 1 lies; 2 wrong command line.
"""

import collections
import fractions
import json
import re
import subprocess
import sys

import drawn
from honest_packs import Pack, as_yaml
from honest_shapes import Small

EVALUATIONS = 30  # of each pack
BUDGET = "3000"   # evaluations that prove may try
GOOD = ("proven", "tried")


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

    def write(self, text):
        (self.folder / "rules/a/b/s.lua").write_text(text)

    def lie(self, what, pack, *texts):
        self.lies.append("\n".join([f"=== {what}", pack.text, *texts]))

    def try_pack(self, pack):
        self.write(pack.text)
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
        self.judge_never(pack, claims)
        self.judge_one_by_one(pack, claims)
        self.judge_moves(pack, [c for c in claims if c["claim"] == "moves"])
        self.judge_unread(pack, [c for c in claims if c["claim"] == "read"])
        self.judge_shares(pack)
        self.judge_rows(pack, claims)

    def judge_examples(self, pack, claims):
        shown = [c for c in claims if c.get("example")]
        for claim, figures in zip(shown, self.evaluate([c["example"] for c in shown])):
            stops = claim["claim"] != "moves"
            if stops != (figures is None):
                self.lie(f"an example of {claim['claim']} shows nothing", pack, claim["example"])

            if claim["claim"] == "banded":
                self.judge_stop(pack, claim)
            if not stops and figures is not None:
                self.judge_raised(pack, claim)
        for claim in claims:
            if claim["claim"] == "moves" and claim["verdict"] == "refuted" and not claim.get("example"):
                self.lie("a promise is broken, and no example shows it", pack, json.dumps(claim))

    def judge_stop(self, pack, claim):
        """The example of a gap ends in that table, where it is called, with the score that is named."""
        score = re.search(r'has (\S+), and', claim["message"])[1]
        (self.folder / "one.yaml").write_text(claim["example"])
        told = [json.loads(line) for line in self.run("eval", "one.yaml").stderr.splitlines()]
        line = claim.get("call", {}).get("line")
        if not any(d.get("code") in ("E0305", "E0306") and d["message"].split('"')[-2] == claim["table"]
                   and score in d["message"].split() and line in (None, d["line"]) for d in told):
            self.lie(f"an example of a gap of {claim['table']} shows another stop", pack,
                     json.dumps(claim), json.dumps(told))

    def judge_raised(self, pack, claim):
        """Of what makes a whole together the second one gets what is left."""
        name, numeral = claim["raised"].split(".")[-1], r"([^\s,}]+)"
        found = re.findall(rf"\b{name}: {numeral}", claim["example"])
        values = [claim["to"]]
        if claim["input"] == "s.q.share" and len(found) > 1:
            values.append(f"{100 - sum(int(x[:-1]) for x in found[2:] + values)}%")
        after = re.sub(rf"\b{name}: {numeral}",
                       lambda m: f"{name}: {values.pop(0)}" if values else m[0], claim["example"])
        before, after = self.evaluate([claim["example"], after])
        if not found or found[0] != claim["from"] or after is None or not self.breaks(claim, before, after):
            self.lie("an example in which raising does not show it", pack, claim["example"], json.dumps(claim))

    @staticmethod
    def breaks(claim, before, after):
        pairs = [(fractions.Fraction(v), fractions.Fraction(after[key])) for key, v in before.items()
                 if key[0] == claim["figure"] and v is not None and after.get(key) is not None]
        return any(b > a if claim["down"] else b < a for a, b in pairs)

    def judge_never(self, pack, claims):
        """Rows that no data can reach; and what is claimed of one thing is one thing."""
        verdicts = {}
        for claim in claims:
            about = tuple(str(claim.get(key)) for key in ("claim", "figure", "input", "table", "call", "row",
                                                          "gap", "bound", "condition", "down"))
            if claim["claim"] == "banded" and about in verdicts:
                self.lie(f"one thing is claimed twice, {verdicts[about]} and {claim['verdict']}: {about}", pack)
            verdicts[about] = claim["verdict"]
            reached = claim["claim"] == "reached" and claim["verdict"] in self.believed
            if reached and (claim["table"], claim["row"]) in getattr(pack, "never", ()):
                self.lie(f"row {claim['row']} of {claim['table']} is reached by no data", pack)

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
        if code in ("E0305", "E0306") and quoted and quoted[-1] in pack.tables:
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
            if claim["input"] == "s.q.share" and key[1] != ("s", "o0"):  # those that paid for it
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


    def judge_shares(self, pack):
        """The parts are the whole."""
        datas = [pack.data() for _ in range(EVALUATIONS if pack.rest else 0)]
        for data, figures in zip(datas, self.evaluate([as_yaml(d) for d in datas])):
            if figures is None:
                continue
            parts = [fractions.Fraction(v) for (name, _), v in figures.items() if name == "s.l.zp"]
            weights = sum(float(e["wt"]) for e in data["l"])
            whole = fractions.Fraction(data["s"]["fund"])
            if pack.rest != "keep" and weights and sum(parts) != whole:
                self.lie("the parts are not the whole", pack, as_yaml(data))

    def judge_rows(self, pack, claims):
        """What a row gives that nothing reaches changes nothing."""
        dead = [(c["table"], row) for c in claims if c["verdict"] == "refuted" and "table" in c
                for row in ([c["row"]] if c["claim"] == "reached" else
                            range(1, len(pack.rows[c["table"]]) + 1) if c["claim"] == "read" else [])]
        datas = [as_yaml(pack.data()) for _ in range(EVALUATIONS if dead else 0)]
        before = self.evaluate(datas)
        for table, row in dead:
            self.write(pack.with_row(table, row))
            after = self.evaluate(datas)
            if not any(after):  # no cell can hold what the row gives now
                continue
            for text, old, new in zip(datas, before, after):
                if old != new:
                    self.lie(f"row {row} of {table} is reached", pack, text)
        self.write(pack.text)


# --- the whole ------------------------------------------------------------------------------------

def try_packs(said, packs, believed):
    return drawn.try_packs(said, packs, lambda folder: Bench(said.pagella, folder, believed), try_both)


def try_both(bench, rng):
    bench.try_pack(Pack(rng))
    bench.try_pack(Small(rng))


def main():
    said = drawn.options(__doc__, 40)
    if said.self_test:
        bench = try_packs(said, 25, GOOD + ("not proven", "refuted"))
        print(f"{len(bench.lies)} lies found among what is not proven")
        return 0 if bench.lies else 1
    bench = try_packs(said, said.packs, GOOD)
    for lie in bench.lies:
        print(lie)
    told = ", ".join(f"{n} {what}" for what, n in sorted(bench.claims.items()))
    print(f"{bench.packs} packs proven ({told}): {len(bench.lies)} lies")
    return 1 if bench.lies or not bench.packs else 0


if __name__ == "__main__":
    sys.exit(main())
