"""Holds the types of `pagella help rules --meta`, which editors complete and complain by, against what
the rules take. For every field of every class one place of a pack is filled with values of each kind
of Lua; a kind is taken where a pack with one of them loads. Both must be the same: a type too many lets
an editor accept what is an error, one too few makes it complain of what is right.

    kinds.py --pagella PROGRAM
"""
import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PLAN = """plan: p
organization: Ente
title: Piano
source: inventato
period: {from: 2025-01-01, to: 2025-12-31}
plain: [{id: a, title: A}, {id: b, title: B}]
sized: [{id: a, title: A, size: 3}, {id: b, title: B, size: 4}]
section:
  title: Sezione
  sheet: {title: Scheda, criteria: [{id: a, title: A}]}
"""
TABLES = """
local rate = bands "rate" { { from = 0, to = 10, give = "1%" } }
local two = bands "two" { { from = 0, to = 10, give = { low = "1%", high = "2%" } } }
local weight = keyed "weight" { x = "1%", y = "2%" }
local share = dated "share" { { from = "2025-01-01", give = "1%" } }
"""
SUBJECT = TABLES + "return subject { z = money { }, score = points { max = 10 }, word = choice { \"x\", \"y\" }, HERE }"


def inside(text):
    """The subject with the text in it."""
    return SUBJECT.replace("HERE", text)


# Of each field where it stands, or of all fields of a class.
ELSEWHERE = ("tables.limit",) # only in a library
PLACES = {
    "groups.top": "return subject { z = money { }, @ }",
    "groups.optional": "return subject { z = money { }, @ }",
    "groups.from": inside("l = list { @, a = money { } }"),
    "groups.ignore": inside('l = list { from = "plan.sized", @, a = money { } }'),
    "groups.posts": inside('l = list { from = "plan.sized", ignore = { "size" }, @, a = money { } }'),
    "groups.tiles": inside("l = list { name = text { }, from = date { }, to = date { }, @ }"),
    "asked.column": inside("l = list { name = text { }, a = money { @ } }"),
    "asked.optional": inside("a = money { @ }"),
    "asked.planned": inside('l = list { from = "plan.sized", size = number { @ } }'),
    "scalars.of": inside("a = number { @ }"),
    "scalars.by": inside("a = percent { bands = rate, @ }"),
    "scalars.give": inside('a = percent { bands = two, by = "score", @ }'),
    "numbers.payable": inside("a = money { @ }"),
    "numbers.round": inside("a = money { of = function(s) return s.z end, @ }"),
    "numbers.sum": inside("l = list { name = text { }, a = number { @ } }"),
    "numbers.split": inside('l = list { name = text { }, w = points { max = 9 }, a = money { round = "cent", @ } }'),
    "numbers.unless": inside("a = number { of = function(s) return s.score end, @ }"),
    "numbers.increasing": inside("a = points { of = function(s) return s.score end, @ }"),
    "numbers.decreasing": inside("a = points { of = function(s) return s.score end, @ }"),
    "bounded": inside("a = number { @ }"),
    "sheets.criteria": inside("a = sheet { max = 9, @ }"),
    "sheets.from": inside("a = sheet { max = 9, @ }"),
    "sheets.marks": inside('a = sheet { criteria = { { id = "a", title = "A" } }, @ }'),
    "sheets": inside('a = sheet { max = 9, criteria = { { id = "a", title = "A" } }, @ }'),
    "refs.to": inside("l = list { name = text { } }, a = ref { @ }"),
    "criteria.id": inside('a = sheet { max = 9, criteria = { { @, title = "A" } } }'),
    "criteria.title": inside('a = sheet { max = 9, criteria = { { id = "a", @ } } }'),
    "criteria": inside('a = sheet { max = 9, criteria = { { id = "a", title = "A", @ } } }'),
    "band.from": SUBJECT.replace('{ { from = 0, to = 10, give = "1%" } }', '{ { @, to = 10, give = "1%" } }'),
    "band.above": SUBJECT.replace('{ { from = 0, to = 10, give = "1%" } }', '{ { @, to = 10, give = "1%" } }'),
    "band.to": SUBJECT.replace('{ { from = 0, to = 10, give = "1%" } }', '{ { from = 0, @, give = "1%" } }'),
    "band.below": SUBJECT.replace('{ { from = 0, to = 10, give = "1%" } }', '{ { from = 0, @, give = "1%" } }'),
    "band.give": SUBJECT.replace('{ { from = 0, to = 10, give = "1%" } }', "{ { from = 0, to = 10, @ } }"),
    "bands": SUBJECT.replace('{ { from = 0, to = 10, give = "1%" } }', '{ { from = 0, to = 10, give = "1%" }, @ }'),
    "tables": SUBJECT.replace('y = "2%" }', 'y = "2%", @ }'),
    "keyed": SUBJECT.replace('y = "2%" }', 'y = { give = "2%", @ } }'),
    "keyed.give": SUBJECT.replace('y = "2%" }', "y = { @, source = \"S\" } }"),
    "dated.from": SUBJECT.replace('{ from = "2025-01-01", give = "1%" }', '{ @, give = "1%" }'),
    "dated.to": SUBJECT.replace('{ from = "2025-01-01", give = "1%" }', '{ from = "2025-01-01", @, give = "1%" }'),
    "dated.give": SUBJECT.replace('{ from = "2025-01-01", give = "1%" }', '{ from = "2025-01-01", @ }'),
    "dated": SUBJECT.replace('{ from = "2025-01-01", give = "1%" }', '{ from = "2025-01-01", give = "1%", @ }'),
    "splits.whole": inside('l = list { name = text { }, w = points { max = 9 }, a = money { round = "cent",'
                              ' split = { @, by = "w", rest = "keep" } } }'),
    "splits.by": inside('l = list { name = text { }, w = points { max = 9 }, a = money { round = "cent",'
                           ' split = { whole = "z", @, rest = "keep" } } }'),
    "splits.rest": inside('l = list { name = text { }, w = points { max = 9 }, a = money { round = "cent",'
                             ' split = { whole = "z", by = "w", @ } } }'),
    "splits": inside('l = list { name = text { }, w = points { max = 9 }, a = money { round = "cent",'
                        ' split = { whole = "z", by = "w", rest = "largest", @ } } }'),
    "rounding.step": inside('a = money { of = function(s) return s.z end, round = { @ } }'),
    "rounding": inside('a = money { of = function(s) return s.z end, round = { step = "0.01", @ } }'),
    "conditions.of": inside('must { "no", @ }'),
    "conditions": inside('warn { "no", of = function(s) return s.z >= s.z end, @ }'),
    "any": inside("a = money { @ }"),
    "groups": inside("@"),
}
SAMPLES = {
    "integer": ["0", "1", "2", "5", "2025"],
    "string": ['"x"', '"1"', '"0.5"', '"50%"', '"cent"', '"score"', '"low"', '"period"', '"p"', '"S"', '"keep"',
               '"plan.plain"', '"plan.section.sheet"', '"s.l"', '"2025"', '"2025-01-01"', '"2025-12-31"', '"size"', '"z"',
               '"w"', '"refuse"', '"required"', '"down"'],
    "boolean": ["true", "false"],
    "function": ["function(a) return 3 end", "function(s) return s.z >= s.z end", "function(s) return s.score end"],
    "table": ["{ }", "{ 1, 2 }", '{ "size" }', '{ "score" }', '{ low = "1%", high = "2%" }', '{ step = "0.01" }',
              '{ whole = "z", by = "w", rest = "keep" }', '{ { function(s) return s.score > 3 end, "no" } }',
              '{ { id = "a", title = "A" } }'],
}


FEW = 5


def fields_of(meta):
    """(class, field, kinds) of each field with a name; an alias, a class or a list is the kind of Lua it stands
    for."""
    place = None
    for line in meta.split("\n"):
        opened = re.match(r"---@class pagella\.(\w+)", line)
        field = re.match(r"---@field (\w+)\? (\S+)$", line)
        if opened:
            place = opened[1]
        elif field:
            yield place, field[1], kinds_of(field[2], meta)


def kinds_of(types, meta):
    kinds = set()
    for one in types.split("|"):
        if f"---@alias {one}\n" in meta:
            kinds.add("string")
        elif one.startswith("pagella.") or one.endswith("[]"):
            kinds.add("table")
        else:
            kinds.add(one)
    return kinds


def template_of(place, field):
    if place == "pack":
        return "return subject { z = money { } }"
    if f"{place}.{field}" in PLACES:
        return PLACES[f"{place}.{field}"]
    return PLACES[place]


def write_pack(folder, place, field, value):
    given = f"{field} = {value}"
    head = {"title": '"T"', "source": '"S"', "plan": '"p"'}
    if place == "pack":
        head[field] = value
    template = template_of(place, field)
    folder.mkdir(parents=True)
    (folder / "pack.lua").write_text(f"pack {{ {', '.join(f'{k} = {v}' for k, v in head.items())} }}\n")
    (folder / "s.lua").write_text(template.replace("@", given).replace("HERE", ""))


def wrong_packs(pagella, top):
    done = subprocess.run([pagella, "check", "rules", "--json", "--lang", "en"], cwd=top, text=True,
                          capture_output=True, timeout=600)
    wrong = {}
    for line in (done.stdout + done.stderr).splitlines():
        told = json.loads(line)
        if told.get("severity") == "error":
            wrong.setdefault(told["file"].split("/")[2], []).append(told["code"])
    return wrong


def try_out(pagella, top, tries):
    """Writes a pack for each value, and tells which of the tries had one that loads."""
    shutil.rmtree(top / "rules", ignore_errors=True)
    named = {}
    for number, (place, field, values) in tries.items():
        named[number] = [f"{number}-{i}" for i in range(len(values))]
        for name, value in zip(named[number], values):
            write_pack(top / "rules/t" / name, place, field, value)
    wrong = wrong_packs(pagella, top)
    return {number for number, names in named.items() if any(name not in wrong for name in names)}


def check(pagella, top):
    meta = subprocess.run([pagella, "help", "rules", "--meta", "--lang", "en"], text=True, capture_output=True,
                          check=True).stdout
    (top / "plans/p").mkdir(parents=True)
    (top / "plans/p/plan.yaml").write_text(PLAN)
    tried = [(place, field, kind, kind in declared) for place, field, declared in fields_of(meta)
             if "any" not in declared and f"{place}.{field}" not in ELSEWHERE for kind in SAMPLES]
    few = {i: (place, field, SAMPLES[kind][:FEW]) for i, (place, field, kind, _) in enumerate(tried)}
    taken = try_out(pagella, top, few)
    rest = {i: (place, field, SAMPLES[kind][FEW:]) for i, (place, field, kind, _) in enumerate(tried)
            if i not in taken and len(SAMPLES[kind]) > FEW}
    taken |= try_out(pagella, top, rest)
    findings = [f"{place}.{field}: {kind} is {'declared, and refused' if declared else 'taken, and not declared'}"
                for i, (place, field, kind, declared) in enumerate(tried) if declared != (i in taken)]
    return len(tried), findings


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pagella", required=True)
    pagella = str(pathlib.Path(parser.parse_args().pagella).resolve())
    with tempfile.TemporaryDirectory() as name:
        count, findings = check(pagella, pathlib.Path(name))
    for finding in findings:
        print(finding)
    print(f"{count} kinds of fields, {len(findings)} findings")
    return bool(findings)


if __name__ == "__main__":
    sys.exit(main())
