"""Reads the #include lines of engine/ and include/ and fails on a breach of the floors: a file may
include its own folder, strictly lower floors and include/pagella/. Libraries belong to rooms too,
and only cli/ knows the terminal and the environment."""
import re
import sys

import house

FLOOR = {
    "base": 0,
    "diag": 1, "number": 1,
    "yaml": 2, "csv": 2, "script": 2,
    "schema": 3,
    "bind": 4, "marks": 4,
    "pack": 5,
    "eval": 6,
    "reach": 7, "sample": 7,
    "check": 8, "editor": 8, "explain": 8, "form": 8, "prove": 8, "renew": 8, "ruletest": 8, "diff": 8,
    "report": 8, "seal": 8, "cli": 9,
}
LIBRARIES = {
    "yaml.h": {"yaml"},
    "lua.h": {"script", "bind"},
    "lauxlib.h": {"script", "bind"},
    "lualib.h": {"script", "bind"},
    "luaconf.h": {"script", "bind"},
}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)
OUTSIDE = re.compile(r"\b(stdout|stderr|stdin|STD(?:IN|OUT|ERR)_FILENO|getenv|secure_getenv|isatty"
                     r"|printf|vprintf|puts|putchar|perror)\b")


def check_include(where, room, kind, target):
    top, _, rest = target.partition("/")
    name = target.rpartition("/")[2]
    if name in LIBRARIES and not (kind == '"' and top in FLOOR):
        if room not in LIBRARIES[name]:
            return [f"{where}: only {' and '.join(sorted(LIBRARIES[name]))} may include <{name}>"]
        return []
    if kind == "<" or top == "pagella":
        return []
    if room is None:
        return [f"{where}: a public header may not include {target}"]
    if not rest or top not in FLOOR:
        return [f"{where}: {target} names no room (write room/file.h)"]
    if top == room or FLOOR[top] < FLOOR[room]:
        return []
    return [f"{where}: {room} (floor {FLOOR[room]}) may not see {top} (floor {FLOOR[top]})"]


def check(path, text):
    parts = path.split("/")
    room = parts[1] if parts[0] == "engine" else None
    if parts[0] == "engine" and (room not in FLOOR or len(parts) != 3):
        return [f"{path}: not in a room; the rooms are {' '.join(FLOOR)}"]
    findings = []
    for m in INCLUDE.finditer(house.without_comments(text)):
        where = f"{path}:{house.line_of(text, m.start(2))}"
        findings += check_include(where, room, m[1], m[2])
    if room != "cli":
        for m in OUTSIDE.finditer(house.without_comments_and_strings(text)):
            findings.append(f"{path}:{house.line_of(text, m.start())}: only cli may use {m[1]}")
    return findings


GOOD = [
    ("engine/eval/a.c", '#include "eval/a.h"\n#include "base/arena.h"\n#include <stdio.h>\n'),
    ("engine/diag/a.h", '#include "diag/codes.def"\n#include "pagella/base.h"\n'),
    ("engine/yaml/a.c", '#include <yaml.h>\n#include "yaml/yaml.h"\n'),
    ("engine/eval/b.c", '#include "yaml/yaml.h"\n'),
    ("engine/bind/a.c", "#include <lua.h>\n"),
    ("engine/cli/main.c", "int main(void) { return isatty(1) || fputs(getenv(0), stdout); }\n"),
    ("engine/base/a.c", '/* printf to stdout */ // isatty\nconst char *s = "getenv";\nsnprintf();'),
    ("include/pagella/a.h", '#include "pagella/base.h"\n'),
]
BAD = [
    (("engine/base/a.c", '#include "diag/diag.h"\n'), "base (floor 0) may not see diag (floor 1)"),
    (("engine/diag/a.c", '#include "number/n.h"\n'), "may not see number"),
    (("engine/script/a.c", '\n#include "yaml/yaml.h"\n'), "a.c:2: script"),
    (("engine/eval/a.c", "#include <lua.h>\n"), "only bind and script"),
    (("engine/pack/a.c", '#include "lauxlib.h"\n'), "only bind and script"),
    (("engine/pack/a.c", "#  include <lua5.4/lua.h>\n"), "only bind and script"),
    (("engine/schema/a.c", "#include <yaml.h>\n"), "only yaml"),
    (("engine/base/a.c", '#include "arena.h"\n'), "names no room"),
    (("engine/base/a.c", '#include "../diag/diag.h"\n'), "names no room"),
    (("engine/attic/a.c", ""), "not in a room"),
    (("engine/a.c", ""), "not in a room"),
    (("include/pagella/a.h", '#include "base/arena.h"\n'), "public header"),
    (("engine/eval/a.c", "fputs(s, stderr);"), "only cli may use stderr"),
    (("engine/eval/a.c", "x = getenv(s);"), "only cli may use getenv"),
    (("engine/eval/a.c", 'printf("%d", 1);'), "only cli may use printf"),
]

if __name__ == "__main__":
    if "--self-test" in sys.argv:
        house.self_test(check, GOOD, BAD)
    files = list(house.sources("engine", "include"))
    house.report([f for file in files for f in check(*file)], len(files))
