"""Measures the program that stands in build/, and says where it misses a goal.

    bench.py [--rounds N] [--records N] [--seed S] [--build FOLDER] [--json]

Every round runs everything once, in turn; what is printed are medians over the rounds, and the ratios
are medians of the ratios within a round, because machines change their speed from minute to minute.
Throughput counts processor time, cold starts the time that passes. Goals that are ratios, and the
memory of proofs, must hold: exit 1 when one is missed. Others depend on the machine and are only shown. Exit 3: a result
was wrong, or something could not be measured."""
import argparse
import json
import pathlib
import shutil
import statistics
import subprocess
import sys

import generate

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
EXAMPLE = "plans/casale-marittimo/2024-2026/evaluation-2023.yaml"
STARTS = 20  # of each command in a round
PACK = "casale-marittimo/2023"
WHOLE = 3    # of a command over the whole tree


class Trouble(Exception):
    pass


def run(*command):
    done = subprocess.run([str(word) for word in command], cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        raise Trouble(f"{pathlib.Path(command[0]).name} failed ({done.returncode}):\n"
                      f"{(done.stdout + done.stderr)[-4000:]}")
    return done.stdout


def find_lua():
    for name in ("lua5.4", "lua54"):
        if shutil.which(name):
            return name
    raise Trouble("lua5.4 is missing: apt-get install lua5.4")


# --- measuring ------------------------------------------------------------------------------------

def measure(build, data, lua):
    """One round."""
    programs = build / "tests" / "bench"
    eval_start, lua_start = json.loads(run(programs / "cold_start", STARTS, build / "pagella", "eval",
                                           EXAMPLE, "--", lua, "-e", ""))
    prove, _ = json.loads(run(programs / "cold_start", STARTS, build / "pagella", "prove", PACK,
                              "--", build / "pagella", "eval", EXAMPLE))
    proofs, tests = json.loads(run(programs / "cold_start", WHOLE, build / "pagella", "prove", "--",
                                   build / "pagella", "test"))
    check, _ = json.loads(run(programs / "cold_start", WHOLE, build / "pagella", "check", "--",
                              build / "pagella", "eval", EXAMPLE))
    bare = json.loads(run(programs / "bare_host", HERE / "bare_rule.lua", data / "records.txt"))
    engine = json.loads(run(programs / "engine_bench", HERE / "rules", data / "secretaries.yaml",
                            data / "records.txt"))
    events = json.loads(run(programs / "yaml_events", data / "secretaries.yaml"))
    rate = "evaluations_per_second"
    documents = "documents_per_second"
    return {
        "eval_milliseconds": eval_start["milliseconds"],
        "lua_milliseconds": lua_start["milliseconds"],
        "eval_to_lua": eval_start["milliseconds"] / lua_start["milliseconds"],
        "eval_mib": eval_start["kib"] / 1024,
        "prove_milliseconds": prove["milliseconds"],
        "prove_to_eval": prove["milliseconds"] / eval_start["milliseconds"],
        "prove_mib": prove["kib"] / 1024,
        "proofs_milliseconds": proofs["milliseconds"],
        "proofs_mib": proofs["kib"] / 1024,
        "tests_milliseconds": tests["milliseconds"],
        "tests_mib": tests["kib"] / 1024,
        "check_milliseconds": check["milliseconds"],
        "check_mib": check["kib"] / 1024,
        "engine_evaluations_per_second": engine[rate],
        "bare_evaluations_per_second": bare[rate],
        "engine_to_bare": engine[rate] / bare[rate],
        "engine_documents_per_second": engine[documents],
        "events_documents_per_second": events[documents],
        "reading_to_events": events[documents] / engine[documents],
    }


def medians(rounds):
    return {name: statistics.median(r[name] for r in rounds) for name in rounds[0]}


# --- goals ----------------------------------------------------------------------------------------

# What, its label and format, the goal: (text, what must hold, whether it must) or None.
LINES = (
    ("eval_milliseconds", "cold start of eval, the example", "{:,.2f} ms",
     ("under 10 ms", lambda x: x < 10, False)),
    ("lua_milliseconds", "  lua5.4 -e ''", "{:,.2f} ms", None),
    ("eval_to_lua", "  eval / lua5.4", "{:,.2f}", ("under 3", lambda x: x < 3, True)),
    ("eval_mib", "peak memory of that eval", "{:,.1f} MiB",
     ("under 16 MiB", lambda x: x < 16, False)),
    ("prove_milliseconds", "prove, a million pairs of sheets", "{:,.2f} ms",
     ("under 250 ms", lambda x: x < 250, False)),
    ("prove_to_eval", "  prove / eval", "{:,.2f}", ("under 4", lambda x: x < 4, True)),
    ("prove_mib", "  peak memory", "{:,.1f} MiB", ("under 64 MiB", lambda x: x < 64, True)),
    ("proofs_milliseconds", "prove, every pack", "{:,.0f} ms", None),
    ("proofs_mib", "  peak memory", "{:,.1f} MiB", ("under 64 MiB", lambda x: x < 64, True)),
    ("tests_milliseconds", "test, every pack", "{:,.0f} ms", None),
    ("tests_mib", "  peak memory", "{:,.1f} MiB", None),
    ("check_milliseconds", "check, the whole tree", "{:,.0f} ms", None),
    ("check_mib", "  peak memory", "{:,.1f} MiB", None),
    ("engine_evaluations_per_second", "evaluations a second, one pack", "{:,.0f}", None),
    ("bare_evaluations_per_second", "  bare C + Lua host in whole cents", "{:,.0f}", None),
    ("engine_to_bare", "  engine / bare host", "{:,.3f}",
     ("at least 0.25", lambda x: x >= 0.25, True)),
    ("engine_documents_per_second", "documents a second, YAML to records", "{:,.0f}", None),
    ("events_documents_per_second", "  events of libyaml, nothing done", "{:,.0f}", None),
    ("reading_to_events", "  time of reading / time of events", "{:,.2f}", None),
)


def print_table(found, arguments):
    print(f"{arguments.records:,} records, medians of {arguments.rounds} rounds\n")
    for name, label, form, goal in LINES:
        line = f"  {label:36}{form.format(found[name]):>14}"
        if goal:
            line += f"   {goal[0]:14}{'ok' if goal[1](found[name]) else 'MISSED'}"
        print(line)


def missed(found):
    return [(label.strip(), form.format(found[name]), goal[0])
            for name, label, form, goal in LINES if goal and goal[2] and not goal[1](found[name])]


def as_json(found, arguments):
    goals = [{"name": name, "goal": goal[0], "met": goal[1](found[name]), "must": goal[2]}
             for name, _, _, goal in LINES if goal]
    return json.dumps({"schema": "pagella.bench/1", "records": arguments.records,
                       "rounds": arguments.rounds, "found": found, "goals": goals})


# --- the whole ------------------------------------------------------------------------------------

def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=generate.SEED)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    if arguments.rounds < 1 or arguments.records < 1:
        parser.error("at least one round and one record")
    return arguments


def main():
    arguments = parse_arguments()
    build = arguments.build.resolve()
    lua = find_lua()
    run("cmake", "--build", build, "--target", "bench")
    generate.generate(arguments.records, build / "bench", arguments.seed)
    found = medians([measure(build, build / "bench", lua) for _ in range(arguments.rounds)])
    if arguments.json:
        print(as_json(found, arguments))
    else:
        print_table(found, arguments)
    for label, value, goal in missed(found):
        print(f"bench: goal missed: {label}: {value}, must be {goal}", file=sys.stderr)
    return 1 if missed(found) else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Trouble as trouble:
        print(f"bench: {trouble}", file=sys.stderr)
        sys.exit(3)
