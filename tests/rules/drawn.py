"""What the tests that draw packs at random have in common: their options, and a folder of their own."""
import argparse
import pathlib
import random
import tempfile


def options(doc, packs):
    """What was said on the command line; `packs` are drawn where it does not say how many."""
    parser = argparse.ArgumentParser(description=doc.split("\n", maxsplit=1)[0])
    parser.add_argument("--pagella", type=pathlib.Path, required=True)
    parser.add_argument("--packs", type=int, default=packs)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--self-test", action="store_true")
    said = parser.parse_args()
    said.pagella = str(said.pagella.resolve())
    return said


def try_packs(said, packs, make_bench, try_one):
    """The bench that `make_bench` makes for a folder, after `try_one` of so many random sources."""
    with tempfile.TemporaryDirectory() as name:
        bench = make_bench(pathlib.Path(name))
        for i in range(packs):
            try_one(bench, random.Random(f"{said.seed}.{i}"))
        return bench
