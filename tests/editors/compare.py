"""Schemas against `pagella eval`, over values that nobody would think of: every value of a list for
every kind of cell, then numbers around bounds and steps in every spelling, then evaluations whose
lists are torn between the file and the rows it names. In no case may a schema refuse what `eval`
accepts; and what it accepts although `eval` refuses it must be of a kind that no schema can see."""
import random
import re
import subprocess

# --- one value at a time ---

PACK = 'pack { title = "Prova 2025", source = "inventato", year = 2025 }\n'
CELLS = """
return subject {
  title = "Prova",
  money     = money { },
  below     = money { min = "-100.50", max = 100 },
  percent   = percent { },
  third     = percent { min = "10%", max = "1/3" },
  fine      = percent { min = "0.25%", max = "66.6%", step = "0.05%" },
  under     = percent { min = "-50%", max = "-2.5%" },
  points    = points { max = 60 },
  halves    = points { min = 1, max = 10, step = "0.5" },
  whole     = whole { },
  fives     = whole { min = -5, max = 20, step = 5 },
  dozens    = whole { max = 996, step = 12 },
  fours     = whole { step = 4 },
  number    = number { optional = true },
  quarters  = number { min = "0.5", max = 2, step = "0.25", default = 1 },
  upper     = number { min = "100.25" },
  day       = date { },
  flag      = flag { },
  word      = choice { "a b", "1", "true", "x" },
  text      = text { },
  free      = text { optional = true },
  area      = list { name = text { }, v = number { default = 0 } },
  entry     = ref { to = "s.area" },
  scale     = sheet { marks = { 0, "2.5", 5 }, criteria = { { id = "a", title = "A" } } },
  lower     = sheet { marks = { -1, 0, "0.05" }, criteria = { { id = "a", title = "A" } } },
  reasoned  = sheet { max = 10, step = "0.5", na = "rescale", because = "required", criteria = {
    { id = "a", title = "A", max = 30 }, { id = "b", title = "B", min = 2, step = 1 } } },
  staff     = list { name = text { }, share = percent { sum = "100%" } },
  pay       = money { payable = true, round = "cent", of = function(s) return s.money end },
}
"""
GOOD = {
    "money": "10", "below": "10", "percent": "50%", "third": "20%", "fine": "50%", "under": "-10%",
    "points": "10", "halves": "2", "whole": "3", "fives": "5", "dozens": "12", "fours": "4",
    "number": "1", "quarters": "1", "upper": "101", "day": "2025-01-01", "flag": "true", "word": "x",
    "text": "ciao", "free": "ciao", "area": "[{name: A1}, {name: \"2\", v: 1}, {name: True}]",
    "entry": "A1", "scale": "{a: 5}", "lower": "{a: 0}",
    "reasoned": "{a: {mark: 8, because: x}, b: {mark: 4, because: y}}",
    "staff": "[{name: x, share: 1/3}, {name: y, share: 2/3}]",
}
NUMERIC = ["money", "below", "percent", "third", "fine", "under", "points", "halves", "whole", "fives",
           "dozens", "fours", "number", "quarters", "upper"]
NUMBERS = """0 -0 -0.0 1 -1 +1 1.0 1.00 1.000 1.5 1.25 0.5 .5 5. 1.2.3 01 00 -01 1e3 1E3 1_000 0x10 0o7 1,5
1.843,50 1/3 2/4 0/3 1/0 -1/3 1/3% 1% 50% 50.5% 0.5% -1% -0% 100% 33.34% 33.33% 33.4% 20% 10% 9.99% 66.6%
66.65% 0.25% 0.2% -2.5% -2.4% -50% -50.1% ~ null Null true .inf .NaN 1e400 123456789012345678901234567890
100.01 0.1 100.5 60 60.0 60.01 61 10 10.0 10.5 20 15 -5 -10 -100.50 -100.51 100 100.00 2 2.0 2.25 0.75 0.3
[1] {a:1} na NA 12:30 2025-01-01 ٣ 1.10 1.100 27.125 1000 996 8 30.5 31 7""".split()
SPELT = ['"50 %"', '""', '" "', '"1 "', '"1\\n"', '"\\u00a01"', "|-\n    1", "!!str 1", "50 %", "1 /3", "1 # c"]
DAYS = """2025-01-01 2025-1-1 2025-02-28 2025-02-29 2024-02-29 2000-02-29 1900-02-29 1899-12-31 1900-01-01
2100-02-29 2400-02-29 2996-02-29 2900-02-29 2024-04-31 2024-04-30 2024-11-31 2999-12-31 3000-01-01 2025-12-32
2025-13-01 2025-00-10 2025-01-00 2025-01-01T00:00:00 20250101 31/12/2025 2025 2025-01-01Z ~""".split()
FLAGS = "true false True TRUE yes no on 1 0 ~ y si".split() + ['"yes"', '""', '" true"']
WORDS = ["a b", "1", "1.0", "true", "True", "x", "X", '"x "', "xx", "~", '""', '" "', "0x1", "01", "[x]"]
TEXTS = ["a", '""', '" "', '"\\u00a0"', '"\\t"', '"\\u2003"', '"\\u3000\\u2009"', '"\\n"', '"\\u0301"', "1", "1.50",
         "true", "~", "null", "'a: b'", "[a]", "{a: b}", '"a\\nb"', "2025-01-01", "é", '" é"', "'|'", "😀", '"\\u2800"']
MARKS = ["{mark: 5}", "{mark: 5, because: x}", "{because: x}", "{mark: na, because: x}", '{mark: "5", because: x}',
         '{mark: "5.0", because: x}', '{mark: "7", because: x}', '{mark: "2.50", because: x}',
         '{mark: 5, because: " "}', '{mark: 5, because: ""}', '{mark: 5, because: "\\u00a0"}', '{mark: 5, because: ~}']
HEADS = ["example: true", "example: yes", "note: a", "note:", 'note: " "', "plan: a/b", "foo: 1", "marks: []",
         "acknowledged: []", "acknowledged: [{code: W0321, because: x}]", 'acknowledged: [{code: W0321, because: " "}]',
         "acknowledged: [{code: E0321, because: x}]", "acknowledged: [{code: W0321, name: ' ', because: x}]",
         "acknowledged: [{code: W0321, because: x, foo: y}]", "acknowledged: {code: W0321, because: y}"]

# What a schema cannot see: other values, other entries, the calendar of the period, characters that
# the reader of YAML refuses …
BEYOND = {"E0112", "E0205", "E0210", "E0242", "E0243", "E0245", "E0254", "E0764", "E0768", "E0769", "E0777", "E0779"}
# … and, without quotes, how a number or a flag was spelt.
UNSEEN = {"E0228", "E0230", "E0231", "E0235", "E0237", "E0238", "E0253", "E0257", "E0262", "E0284"}
BOUNDS = {"E0232", "E0233", "E0234", "E0239"}


def document(values, head=""):
    lines = ["rules: prova/2025", "period: {from: 2025-01-01, to: 2025-12-31}"]
    lines += ([head] if head else []) + ["s:"]
    return "\n".join(lines + [f"  {key}: {value}" for key, value in values.items()]) + "\n"


def marks_with(sheet, value):
    if sheet == "reasoned":
        return f"{{a: {{mark: 8, because: x}}, b: {value}}}"
    return f"{{a: {value}}}"


def one_by_one():
    quoted = [f'"{n}"' for n in NUMBERS if n.isascii()]
    for key in NUMERIC:
        yield from ((key, value) for value in NUMBERS + quoted + SPELT)
    for sheet in ("scale", "lower", "reasoned"):
        for value in NUMBERS + quoted + MARKS:
            yield sheet, marks_with(sheet, value)
    for value in DAYS + [f'"{day}"' for day in DAYS]:
        yield "day", value
    for key, values in (("flag", FLAGS), ("word", WORDS), ("text", TEXTS), ("free", TEXTS), ("entry", TEXTS)):
        yield from ((key, value) for value in values)
    yield "area", '[{name: " "}, {name: A1}]'
    yield "area", '[{id: " ", name: B}, {name: A1}]'


def near_bounds(chance):
    """Numbers of a few digits around the edges, in the spellings that people use."""
    whole = chance.choice([0, 0, 1, 2, 5, 10, 12, 20, 33, 50, 60, 66, 96, 100, 101, 996, 1000])
    digits = str(max(0, whole + chance.choice([-1, 0, 0, 0, 1])))
    if chance.random() < 0.6:
        digits += "." + "".join(chance.choice("0255059346") for _ in range(chance.randint(1, 3)))
    text = ("-" if chance.random() < 0.2 else "") + digits
    text += chance.choice(["", "", "%", " %"])
    return f'"{text}"' if chance.random() < 0.7 else text


def value_documents():
    chance = random.Random(2025)
    cases = list(one_by_one()) + [(key, near_bounds(chance)) for key in NUMERIC for _ in range(80)]
    cases += [(sheet, marks_with(sheet, near_bounds(chance))) for sheet in ("scale", "lower") for _ in range(80)]
    for key, value in cases:
        yield key, value, document({**GOOD, key: value})
    for key in GOOD:
        yield key, None, document({k: v for k, v in GOOD.items() if k != key})
    for head in HEADS:
        yield "head", head, document(GOOD, head)


def may_pass(key, value, codes):
    """Whether the schema cannot know better."""
    text = value or ""
    if key == "third" and re.search(r"33\.3[34]", text): # its edge, a third, is rounded outwards
        return codes <= BOUNDS
    if "/" in text and codes <= BOUNDS:
        return True
    if key in ("dozens", "fours") and codes <= {"E0234"}: # no digits tell a dozen; 4 has no maximum
        return True
    return codes <= BEYOND or (codes <= UNSEEN and '"' not in text and "|" not in text)


# --- rows ---

KEYS = {"E0221", "E0222", "E0261"} # keys that are none stand in the evaluation, whatever rows say

BOARD = """
return subject {
  title = "Giunta",
  fund = money { },
  staff = list {
    name = text { },
    share = percent { max = "60%" },
    role = choice { "capo", "altro" },
    note_of = text { optional = true },
    behaviour = sheet { marks = { 4, 8 }, criteria = { { id = "a", title = "A" }, { id = "b", title = "B" } } },
    results = sheet { max = 10, because = "required", criteria = { { id = "c", title = "C" } } },
    pay = money { payable = true, round = "cent", of = function(p, s) return s.fund * p.share end },
  },
  desk = list { name = text { }, size = whole { max = 9 }, shift = list { name = text { }, hours = whole { } } },
}
"""
CLUB = """
return subject {
  title = "Circolo",
  member = list { name = text { }, fee = money { } },
  due = money { payable = true, round = "cent", of = function(s) return sum(s.member, "fee") end },
}
"""
STAFF = {"share": "50%", "role": "capo", "note_of": "ciao", "behaviour.a": "4", "behaviour.b": "8",
         "results.c": "7", "results.c.because": "bene"}
WRONG = {"share": "61%", "role": "cuoco", "note_of": " ", "behaviour.a": "5", "behaviour.b": "otto",
         "results.c": "11", "results.c.because": " "}


def rows_file(name, columns, rows):
    lines = [f"list: {name};numbers: plain", ";".join(["name", *columns])]
    return "\n".join(lines + [";".join([who, *(said.get(c, "") for c in columns)]) for who, said in rows]) + "\n"


def nothing(chance):
    """What people and forms leave where nothing is said, and what nobody would."""
    return chance.choice(["", "", "", '""', "~", "null", "[]", "{}", "[[]]", "{x: }"])


def as_yaml(chance, said):
    """The cells that the evaluation says of an entry, as text in braces."""
    plain = [f"{key}: {value}" for key, value in said.items() if "." not in key]
    for sheet in ("behaviour", "results"):
        marks = {key.split(".", 1)[1]: value for key, value in said.items() if key.startswith(sheet + ".")}
        parts = []
        for criterion in sorted({key.split(".")[0] for key in marks}):
            mark, because = marks.get(criterion), marks.get(criterion + ".because")
            if because is None and (sheet == "behaviour" or chance.random() < 0.2):
                parts.append(f"{criterion}: {mark}")
                continue
            halves = [f"{k}: {v}" for k, v in (("mark", mark), ("because", because)) if v is not None]
            parts.append(f"{criterion}: {{{', '.join(halves)}}}")
        if parts:
            plain.append(f"{sheet}: {{{', '.join(parts)}}}")
    return plain


def quoted(value):
    return f'"{value}"' if value == " " else value


def torn_entry(chance, name, columns):
    """A part in the evaluation, a part in the row, now and then a mistake."""
    here, there = {}, {}
    share_here = chance.choice([0, 0, 0.4, 1])
    for key, value in STAFF.items():
        if chance.random() < 0.01:
            value = WRONG[key]
        if key == "note_of" and chance.random() < 0.5:
            continue
        if key not in columns or chance.random() < share_here:
            here[key] = quoted(value)
        else:
            there[key] = value
        if key in there and chance.random() < 0.15:
            here[key] = nothing(chance)
    parts = as_yaml(chance, here)
    if parts or chance.random() < 0.3:
        parts.insert(0, f"name: {name}")
    if chance.random() < 0.02:
        parts.append(chance.choice(["ferie: 3", "ferie:", "pay: 3"]))
    return "{" + ", ".join(parts) + "}" if parts else nothing(chance), there


def torn_board(chance):
    """What stands in the evaluation about the board, and the rows of its staff."""
    columns = [key for key in STAFF if chance.random() < 0.97]
    entries = [(name, *torn_entry(chance, name, columns)) for name in ("Ada", "Bruno", "Carla")]
    written = chance.choice(["list", "list", "none", "nothing"])
    said = [(name, there if written == "list" else STAFF) for name, _, there in entries]
    rows = rows_file("board.staff", columns, said)
    lines = ["board:"] + (["  fund: 1000"] if chance.random() < 0.97 else [])
    if written == "list":
        lines += ["  staff:"] + [f"    - {here}" for _, here, _ in entries]
    elif written == "nothing":
        lines.append(f"  staff: {nothing(chance)}")
    shift = chance.choice(["shift: [{name: m, hours: 3}]"] * 20 + ["", "shift:", "shift: []"])
    desk = ["name: D", chance.choice(["size: 3"] * 20 + ["size: ", "size: 12"]), shift]
    lines.append(f"  desk: [{{{', '.join(part for part in desk if part)}}}]")
    return lines, rows


def torn_evaluations(count):
    chance = random.Random(2024)
    for _ in range(count):
        lines, staff = torn_board(chance)
        members = rows_file("club.member", ["fee"], [("Eva", {"fee": "3"})])
        club = chance.choice(["", "", "club:", "club: {}", "club: ~", "club: {member: }", "club: {member: [{name: Eva}]}",
                              "club: {member: [{name: Eva, fee: 3}]}", "club: {member: [], x: 1}"])
        marks = chance.choice(["[staff.csv, club.csv]"] * 9 + ["staff.csv"])
        head = ["rules: rows/2025", "period: {from: 2025-01-01, to: 2025-12-31}", f"marks: {marks}"] + chance.choice([[]] * 9 + [["notes: x"], ["exemple: true"]])
        yield "\n".join(head + lines + [club]) + "\n", staff, members


# --- holding them against each other ---

def codes_of(done):
    return set(re.findall(r"errore\[(E\d+)\]", done.stderr))


def judge(bench, tree, task):
    """(exit code, codes) of eval, from standard input: the rules are those of the folder."""
    name, text = task
    folder = tree / "plans" / name
    done = subprocess.run([bench.pagella, "eval", "-", "--quiet", "--lang", "it"], cwd=folder, input=text,
                          text=True, capture_output=True, timeout=60)
    return done.returncode, codes_of(done)


def write_pack(bench, tree, name, **subjects):
    folder = tree / "rules" / name / "2025"
    folder.mkdir(parents=True)
    (folder / "pack.lua").write_text(PACK)
    for subject, text in subjects.items():
        (folder / f"{subject}.lua").write_text(text)
    done = bench.run("schema", f"{name}/2025", cwd=tree)
    bench.findings.expect(done.returncode == 0, f"no schema of {name}: {done.stderr}")
    schema = tree / f"{name}.json"
    schema.write_text(done.stdout)
    (tree / "plans" / name).mkdir(parents=True)
    return schema


def check_values(bench, tree, pool):
    schema = write_pack(bench, tree, "prova", s=CELLS)
    cases = list(value_documents())
    tasks = []
    for number, (_, _, text) in enumerate(cases):
        path = tree / "plans" / "prova" / f"{number}.yaml"
        path.write_text(text)
        tasks.append((schema, path))
    said = list(pool.map(lambda case: judge(bench, tree, ("prova", case[2])), cases))
    good = 0
    for (key, value, _), (code, codes), complaint in zip(cases, said, bench.complaints(tasks)):
        accepted = code <= 1
        good += accepted
        what = f"{key}: {value}"
        bench.findings.expect(not (accepted and complaint), f"{what}: eval accepts it, refused: {complaint}")
        known = accepted or complaint or may_pass(key, value, codes)
        bench.findings.expect(known, f"{what}: eval says {sorted(codes)}, the schema nothing")
    print(f"{len(cases)} values, {good} of them good")
    bench.findings.expect(good > 300, "hardly any value was good")


def check_rows(bench, tree, pool):
    schema = write_pack(bench, tree, "rows", board=BOARD, club=CLUB)
    cases, tasks = list(torn_evaluations(1500)), []
    for number, (text, staff, members) in enumerate(cases):
        folder = tree / "plans" / "rows" / str(number)
        folder.mkdir()
        for name, content in (("e.yaml", text), ("staff.csv", staff), ("club.csv", members)):
            (folder / name).write_text(content)
        tasks.append((schema, folder / "e.yaml"))
    said = list(pool.map(lambda task: bench.run("eval", str(task[1]), "--quiet", cwd=tree), tasks))
    counts = {"good": 0, "found": 0}
    for (text, staff, _), done, complaint in zip(cases, said, bench.complaints(tasks)):
        accepted = done.returncode <= 1
        counts["good"] += accepted
        counts["found"] += bool(complaint)
        bench.findings.expect(not (accepted and complaint), f"eval accepts it, refused: {complaint}\n{text}\n{staff}")
        if done.returncode == 3 and codes_of(done) & KEYS:
            bench.findings.expect(complaint, f"eval says {sorted(codes_of(done))}, the schema nothing\n{text}")
    print(f"{len(cases)} evaluations with rows, {counts['good']} good, mistakes found in {counts['found']}")
    bench.findings.expect(counts["good"] > 100 and counts["found"] > 300, f"hardly anything to compare: {counts}")


def check_comparisons(bench, pool):
    tree = bench.folder / "compare"
    check_values(bench, tree, pool)
    check_rows(bench, tree, pool)
