"""Every C file is as clang-format 14 with our .clang-format writes it. Other versions disagree on
details, so without version 14 the check is skipped, and says so."""
import re
import subprocess
import shutil
import sys

import house

VERSION = "14"


def find_formatter():
    for name in (f"clang-format-{VERSION}", "clang-format"):
        program = shutil.which(name)
        if program:
            said = subprocess.run([program, "--version"], capture_output=True, text=True).stdout
            if re.search(rf"version {VERSION}\.", said):
                return program
    print(f"skipped: there is no clang-format {VERSION}")
    sys.exit(77)


def formatted(path, text):
    """As clang-format would write it, under the name of a file in the repository."""
    done = subprocess.run([find_formatter(), f"--assume-filename={house.ROOT / path}"],
                          input=text.encode(), capture_output=True, check=True)
    return done.stdout.decode()


def check(path, text):
    good = formatted(path, text)
    if good == text:
        return []
    pairs = zip(text.split("\n"), good.split("\n"))
    line = next((n for n, (a, b) in enumerate(pairs, 1) if a != b), 1)
    return [f"{path}:{line}: not formatted; run clang-format -i {path}"]


GOOD = [("engine/a.c", "int a(void)\n{\n    return 1;\n}\n")]
BAD = [
    (("engine/a.c", "int a(void)\n{\n  return 1;\n}\n"), "a.c:3: not formatted"),
    (("engine/a.c", "int a(void) {\n    return 1;\n}\n"), "a.c:1: not formatted"),
]

if __name__ == "__main__":
    if "--self-test" in sys.argv:
        house.self_test(check, GOOD, BAD)
    files = list(house.sources("engine", "include", "tests", endings=(".c", ".h")))
    house.report([f for file in files for f in check(*file)], len(files))
