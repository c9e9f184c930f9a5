#!/usr/bin/env python3
"""Every pack is proven, or its README says what is not, and why.

`pagella prove` is run on every pack; what it finds wrong or not proven (its code, and the table, the
figure or the condition) must be the rows of the table under this heading of the pack's README, no
fewer and no more:

    ## Che cosa non è dimostrato

    | codice | che cosa | perché |

A pack of which all is proven has no such heading, and needs no README.

    tests/rules/proofs.py --pagella build/pagella [--root .] [--times]
    tests/rules/proofs.py --pagella build/pagella --self-test

Exit: 0 as the READMEs say; 1 otherwise; 2 wrong command line.
"""

import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

HEADING = "## Che cosa non è dimostrato"
ROW = re.compile(r"\|([^|]*)\|([^|]*)\|([^|]*)\|\s*")


def packs_of(root):
    rules = root / "rules"
    return sorted(str(f.parent.relative_to(rules)) for f in rules.rglob("pack.lua"))


def what(claim):
    """The name by which a README speaks of a claim."""
    return claim.get("table") or claim.get("condition") or claim.get("figure", claim["claim"])


def found(pagella, root, pack):
    """{(code, what)} of all that is not proven, and the seconds it took."""
    began = time.monotonic()
    run = subprocess.run(
        [pagella, "prove", pack, "--json", "--lang", "en"],
        cwd=root, capture_output=True, text=True, timeout=600, check=False,
    )
    if run.returncode not in (0, 1):
        raise SystemExit(f"{pack}: prove ended with {run.returncode}\n{run.stderr}")
    open_ones = {
        (claim["code"], what(claim))
        for claim in json.loads(run.stdout)["claims"]
        if claim["verdict"] not in ("proven", "tried")
    }
    return open_ones, time.monotonic() - began


def told(readme):
    """{(code, what): why} of the table in a README."""
    if not readme.exists() or HEADING not in (text := readme.read_text("utf-8")):
        return {}
    part = text.split(HEADING, 1)[1].split("\n## ", 1)[0]
    rows = [ROW.fullmatch(line) for line in part.splitlines() if line.startswith("|")]
    if None in rows or len(rows) < 3:
        raise SystemExit(f"{readme}: a table of three columns with at least a row is missing")
    return {
        (row[1].strip().strip("`"), row[2].strip().strip("`")): row[3].strip() for row in rows[2:]
    }


def compared(pack, open_ones, rows):
    for code, name in sorted(open_ones - set(rows)):
        yield f"{pack}: {code} {name} is not proven, and its README does not say so"
    for code, name in sorted(set(rows) - open_ones):
        yield f"{pack}: its README says that {code} {name} is not proven, but prove does not"
    for (code, name), why in sorted(rows.items()):
        if not why:
            yield f"{pack}: its README does not say why {code} {name} is not proven"


def look(pagella, root, packs, times=False):
    wrong = []
    for pack in packs:
        open_ones, seconds = found(pagella, root, pack)
        wrong += compared(pack, open_ones, told(root / "rules" / pack / "README.md"))
        if times:
            print(f"{pack}: {seconds:.3f} s")
    return wrong


def self_test(pagella, root):
    """A table with a gap that no README tells; a README that tells what is proven."""
    mistakes = []
    with tempfile.TemporaryDirectory(prefix="pagella-proofs-") as temporary:
        copy = pathlib.Path(temporary)
        for name in ("rules", "plans"):
            shutil.copytree(root / name, copy / name)
        name = "casale-marittimo/2023"
        pack = copy / "rules" / name
        rules = pack / "secretary.lua"
        rules.write_text(rules.read_text("utf-8").replace("from = 41", "from = 43"), "utf-8")
        wrong = look(pagella, copy, [name])
        if not any("E1136 result_pay is not proven" in line for line in wrong):
            mistakes.append(f"a gap nobody tells was not seen: {wrong}")
        table = f"{HEADING}\n\n| codice | che cosa | perché |\n| --- | --- | --- |\n"
        (pack / "README.md").write_text(table + "| E1136 | `result_pay` | prova |\n", "utf-8")
        if look(pagella, copy, [name]):
            mistakes.append("a gap that the README tells was complained of")
        (pack / "README.md").write_text(table + "| E1136 | `result_pay` |  |\n", "utf-8")
        if not any("does not say why" in line for line in look(pagella, copy, [name])):
            mistakes.append("a row without a reason was not seen")
        rules.write_text(rules.read_text("utf-8").replace("from = 43", "from = 41"), "utf-8")
        if not any("but prove does not" in line for line in look(pagella, copy, [name])):
            mistakes.append("a row about what is proven was not seen")
    print("\n".join(mistakes) or "self-test: all as it must be")
    return 1 if mistakes else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pagella", required=True)
    parser.add_argument("--root", default=".")
    parser.add_argument("--times", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    root = pathlib.Path(arguments.root).resolve()
    pagella = str(pathlib.Path(arguments.pagella).resolve())
    if arguments.self_test:
        return self_test(pagella, root)
    wrong = look(pagella, root, packs_of(root), arguments.times)
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
