"""The version stands in two places, CMakeLists.txt and include/pagella/base.h, and is the same."""
import re
import sys

import house

IN_CMAKE = re.compile(r"^project\(pagella VERSION ([\d.]+)", re.M)
IN_HEADER = re.compile(r'^#define PAG_VERSION "([^"]*)"', re.M)


def check(cmake, header):
    a, b = IN_CMAKE.search(cmake), IN_HEADER.search(header)
    if not a or not b:
        return ["CMakeLists.txt or base.h says no version"]
    if a[1] != b[1]:
        return [f"CMakeLists.txt says version {a[1]}, base.h says {b[1]}"]
    return []


GOOD = [("project(pagella VERSION 1.2.3 LANGUAGES C)\n", '#define PAG_VERSION "1.2.3"\n')]
BAD = [
    (("project(pagella VERSION 1.2.3)\n", '#define PAG_VERSION "1.2.4"\n'), "1.2.4"),
    (("project(pagella)\n", '#define PAG_VERSION "1.2.4"\n'), "no version"),
]

if __name__ == "__main__":
    if "--self-test" in sys.argv:
        house.self_test(check, GOOD, BAD)
    names = ("CMakeLists.txt", "include/pagella/base.h")
    house.report(check(*((house.ROOT / n).read_text(encoding="utf-8") for n in names)), len(names))
