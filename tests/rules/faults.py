#!/usr/bin/env python3
"""Whether a slip of the finger in a pack's rules would be noticed.

Into each rule file of each pack one fault after the other is seeded (see seeding.py): an edge one
step off, a row deleted, two percentages changed over, a share, a mark or a rounding changed, a
condition taken away. A fault is caught when the rules no longer load, when `test` or `check`
complain, or when `prove` finds what it did not find before. What survives is printed, and must
stand with its reason in survivors.txt, beside this file:

    pack | fault | open | why no test catches it
    pack | fault | same | why it changes no outcome

For the packs of --clean there must be nothing of the first kind. A line whose fault is caught, or
is gone, is a mistake: the list can only shrink. `same` is looked into: what `prove` works out and
what the evaluations of the pack give must be the same with the fault.

    tests/rules/faults.py --pagella build/pagella [--root .] [--pack NAME]… [--jobs 2]
    tests/rules/faults.py --pagella build/pagella --self-test

Exit: 0 as listed; 1 otherwise; 2 wrong command line.
"""

import argparse
import collections
import concurrent.futures
import json
import pathlib
import queue
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True  # the source tree stays as it is

from seeding import seeded  # noqa: E402

CLEAN = "casale-marittimo/"
LIST = pathlib.Path(__file__).with_name("survivors.txt")
BUDGET = "2000"  # evaluations that prove may try: the same with and without the fault


class Tree:
    """A copy of rules and plans that faults are written into."""

    def __init__(self, pagella, root, folder):
        self.pagella, self.root = pagella, folder
        for name in ("rules", "plans"):
            shutil.copytree(root / name, folder / name)

    def run(self, *arguments):
        return subprocess.run(
            [self.pagella, *arguments, "--lang", "en"],
            cwd=self.root, capture_output=True, text=True, timeout=120, check=False,
        )


def objects(text):
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def told(tree, pack):
    """What `check` says of the pack: codes, without places."""
    run = tree.run("check", f"rules/{pack}", "--json")
    return collections.Counter(o.get("code") for o in objects(run.stdout + run.stderr))


def proof(tree, pack):
    """The findings of `prove`, and all that it works out."""
    run = tree.run("prove", pack, "--json", "--budget", BUDGET)
    found, whole = collections.Counter(), []
    for one in objects(run.stdout):
        for claim in one.get("claims", ()):
            if claim["verdict"] not in ("proven", "tried"):
                parts = ("claim", "figure", "input", "table", "row", "condition", "verdict", "code")
                found[tuple(str(claim.get(part)) for part in parts)] += 1
            for key in ("example", "message", "line", "column", "limit"):
                claim.pop(key, None)  # words, places, and the number itself
        one.pop("pack", None)
        whole.append(one)
    return found, whole


def outcomes(tree, pack):
    """What the evaluations under plans/ that name the pack give, without its hash."""
    given = []
    for file in sorted((tree.root / "plans").rglob("evaluation*.yaml")):
        if re.search(rf"^rules:\s*{re.escape(pack)}\s*$", file.read_text("utf-8"), re.M):
            run = tree.run("eval", str(file.relative_to(tree.root)), "--json", "--draft")
            given.append(re.sub(r"[0-9a-f]{64}", "", run.stdout) + str(run.returncode))
    return given


class Sound:
    """The pack without a fault."""

    def __init__(self, tree, pack):
        run = tree.run("test", pack, "--json")
        if run.returncode != 0:
            raise SystemExit(f"{pack}: its own tests do not pass\n{run.stdout[-2000:]}{run.stderr}")
        self.told = told(tree, pack)
        self.found, self.whole = proof(tree, pack)
        self.given = outcomes(tree, pack)


def verdict(tree, pack, sound):
    """How the fault that is in the tree is caught; of a survivor, whether it changes anything."""
    run = tree.run("test", pack, "--json")
    if run.returncode != 0:
        return "load" if run.returncode == 3 else "test"
    if told(tree, pack) - sound.told:
        return "check"
    found, whole = proof(tree, pack)
    if found - sound.found:
        return "prove"
    if whole != sound.whole or outcomes(tree, pack) != sound.given:
        return "changes"
    return "survives"


def seed(trees, pack, fault, sound):
    tree = trees.get()
    file = tree.root / "rules" / pack / fault.file
    text = file.read_text("utf-8")
    try:
        file.write_text(fault.apply(text), "utf-8")
        return fault, verdict(tree, pack, sound)
    finally:
        file.write_text(text, "utf-8")
        trees.put(tree)


def faults_of(root, pack):
    folder = root / "rules" / pack
    for file in sorted(folder.glob("**/*.lua")):
        yield from seeded(str(file.relative_to(folder)), file.read_text("utf-8"))


def packs_of(root):
    rules = root / "rules"
    return sorted(str(f.parent.relative_to(rules)) for f in rules.rglob("pack.lua"))


def is_meant(pack, names):
    """Whether the pack, or a folder that it is in, is among the names."""
    return not names or any(f"{pack}/".startswith(f"{name}/") for name in names)


def survivors(pagella, root, packs, jobs):
    """{(pack, fault): verdict} of what nothing catches; counts are printed on the way."""
    left = {}
    with tempfile.TemporaryDirectory(prefix="pagella-faults-") as temporary:
        trees = queue.Queue()
        for i in range(jobs):
            trees.put(Tree(pagella, root, pathlib.Path(temporary, str(i))))
        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            for pack in packs:
                began = time.monotonic()
                tree = trees.get()
                sound = Sound(tree, pack)
                trees.put(tree)
                runs = [pool.submit(seed, trees, pack, f, sound) for f in faults_of(root, pack)]
                results = [run.result() for run in runs]
                kinds = collections.Counter(kind for _, kind in results)
                for fault, kind in results:
                    if kind in ("changes", "survives"):
                        left[pack, f"{fault.file}: {fault.says}"] = kind
                print(f"{pack}: {len(results)} faults, " +
                      ", ".join(f"{kinds[k]} {k}" for k in sorted(kinds)) +
                      f"; {time.monotonic() - began:.1f} s", flush=True)
    return left


# --- the list ---


def listed(text):
    """{(pack, fault): kind} of the list; a line that is not understood stops."""
    found = {}
    for n, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = [part.strip() for part in line.split(" | ")]
        if len(parts) != 4 or parts[2] not in ("open", "same") or not parts[3]:
            raise SystemExit(f"{LIST.name}:{n}: pack | fault | open or same | why")
        found[parts[0], parts[1]] = parts[2]
    return found


def judged(left, known, clean):
    """What is wrong, as sentences."""
    for key, kind in sorted(left.items()):
        name = " | ".join(key)
        if key not in known:
            what = "it changes outcomes" if kind == "changes" else "no change was seen"
            yield f"not caught, {what}: {name}"
        elif known[key] == "same" and kind == "changes":
            yield f"listed as the same, but it changes outcomes: {name}"
        elif known[key] == "open" and key[0].startswith(clean):
            yield f"every fault that changes an outcome must be caught here: {name}"
    for key in sorted(set(known) - set(left)):
        yield f"listed, but it is caught or gone: take the line away: {' | '.join(key)}"


def self_test(pagella, root):
    """A fault that tests see, one that only prove sees; survivors that must be reported."""
    mistakes = []
    pack = "casale-marittimo/2023"
    with tempfile.TemporaryDirectory(prefix="pagella-faults-") as temporary:
        tree = Tree(pagella, root, pathlib.Path(temporary, "0"))
        cases = tree.root / "rules" / pack / "tests.yaml"
        sound = Sound(tree, pack)
        trees = queue.Queue()
        trees.put(tree)
        named = {f.says: f for f in faults_of(root, pack)}

        def expect(says, *kinds):
            _, kind = seed(trees, pack, named[says], sound)
            if kind not in kinds:
                mistakes.append(f"{says}: {kind}, not {' or '.join(kinds)}")

        expect("result_pay: row 2: give 4% → 5%", "test")
        expect("result_pay: row 2: to 50 → 51", "load")
        cases.write_text("- test: total\n  secretary: {pay: 1.00}\n  expect: {secretary.pay: 1}\n")
        sound = Sound(tree, pack)
        expect("result_pay: row 2: deleted", "prove", "check")
        expect("result_pay: row 2: give 4% → 5%", "changes")
    bad = {("a/1", "x"): "changes", ("a/1", "y"): "survives", ("c/1", "z"): "changes"}
    for known, clean, want in (
        ({}, "-", 3),
        ({("a/1", "x"): "open", ("a/1", "y"): "same", ("c/1", "z"): "open"}, "-", 0),
        ({("a/1", "x"): "same", ("a/1", "y"): "same", ("c/1", "z"): "open"}, "-", 1),
        ({("a/1", "x"): "open", ("a/1", "y"): "same", ("c/1", "z"): "open"}, "c/", 1),
        ({**dict.fromkeys(bad, "open"), ("a/1", "w"): "open"}, "-", 1),
    ):
        got = list(judged(bad, known, clean))
        if len(got) != want:
            mistakes.append(f"{known}: {got}")
    print("\n".join(mistakes) or "self-test: all as it must be")
    return 1 if mistakes else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pagella", required=True)
    parser.add_argument("--root", default=".")
    parser.add_argument("--pack", action="append")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--clean", default=CLEAN)
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    root = pathlib.Path(arguments.root).resolve()
    pagella = str(pathlib.Path(arguments.pagella).resolve())
    if arguments.self_test:
        return self_test(pagella, root)
    packs = [p for p in packs_of(root) if is_meant(p, arguments.pack)]
    left = survivors(pagella, root, packs, arguments.jobs)
    known = {
        (pack, fault): kind
        for (pack, fault), kind in listed(LIST.read_text("utf-8")).items()
        if is_meant(pack, arguments.pack)
    }
    for pack, fault in sorted(left):
        print(f"survivor: {pack} | {fault} | {left[pack, fault]}")
    wrong = list(judged(left, known, arguments.clean))
    for line in wrong:
        print(line, file=sys.stderr)
    print(f"{len(left)} survivors, {len(known)} listed, {len(wrong)} mistakes")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
