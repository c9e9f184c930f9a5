"""The records of the benchmarks, always the same for the same number and seed.

    generate.py N FOLDER [--seed S]

FOLDER/secretaries.yaml: N evaluations for the pack bench/1, one document each, behind lines `---`.
FOLDER/records.txt: a line each, whole numbers between blanks, amounts in cents, shares and rates in
percent: salary supplement n, then n times: share fees, ten marks, total rate pay; at last the sum of
the pay. The results are computed here, in exact whole numbers."""
import argparse
import pathlib
import random

SEED = 2023
SCALE = (4, 6, 8, 10)
# How the marks of one record lean, so that every band occurs: even, good, poor, all of the lowest.
LEANINGS = ((50, (1, 1, 1, 1)), (30, (1, 2, 5, 8)), (15, (8, 4, 1, 0)), (5, (1, 0, 0, 0)))
BANDS = ((40, 0), (50, 4), (70, 6), (85, 8), (100, 10))
CEILING = 10


def draw_shares(draw, n):
    """n whole percentages above zero that sum to 100."""
    cuts = [0] + sorted(draw.sample(range(1, 100), n - 1)) + [100]
    return [high - low for low, high in zip(cuts, cuts[1:])]


def draw_record(draw):
    n = draw.randint(1, 4)
    leaning = draw.choices([w for _, w in LEANINGS], [often for often, _ in LEANINGS])[0]
    members = [{"share": share, "fees": draw.randint(0, 1_500_000),
                "marks": draw.choices(SCALE, leaning, k=10)} for share in draw_shares(draw, n)]
    supplement = draw.randint(0, 2_500_000) if n > 1 else 0
    return {"salary": draw.randint(4_000_000, 9_999_999), "supplement": supplement,
            "members": members}


def evaluate(record):
    base = record["salary"] + record["supplement"]
    for m in record["members"]:
        m["total"] = sum(m["marks"])
        m["rate"] = next(give for to, give in BANDS if m["total"] <= to)
        exact = (base * m["share"] + m["fees"] * 100) * min(m["rate"], CEILING)
        m["pay"] = (exact + 5000) // 10000
    record["pay"] = sum(m["pay"] for m in record["members"])


def euros(cents):
    return f"{cents // 100}.{cents % 100:02}"


def write_yaml(record, out):
    out.write(f"---\nrules: bench/1\nsecretary:\n  salary: {euros(record['salary'])}\n"
              f"  supplement: {euros(record['supplement'])}\n  municipality:\n")
    for number, m in enumerate(record["members"], 1):
        marks = ", ".join(f"m{i}: {mark}" for i, mark in enumerate(m["marks"], 1))
        out.write(f"    - name: Municipality {number}\n      share: {m['share']}%\n"
                  f"      fees: {euros(m['fees'])}\n      marks: {{{marks}}}\n")


def write_numbers(record, out):
    numbers = [record["salary"], record["supplement"], len(record["members"])]
    for m in record["members"]:
        numbers += [m["share"], m["fees"], *m["marks"], m["total"], m["rate"], m["pay"]]
    print(*numbers, record["pay"], file=out)


def generate(n, folder, seed=SEED):
    draw = random.Random(seed)
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "secretaries.yaml", "w") as yaml, open(folder / "records.txt", "w") as numbers:
        for _ in range(n):
            record = draw_record(draw)
            evaluate(record)
            write_yaml(record, yaml)
            write_numbers(record, numbers)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("n", type=int)
    parser.add_argument("folder")
    parser.add_argument("--seed", type=int, default=SEED)
    arguments = parser.parse_args()
    generate(arguments.n, arguments.folder, arguments.seed)
