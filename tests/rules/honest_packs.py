"""Invented packs and data at random, for honest.py: what rules can say, in all its kinds, and values
that an evaluation may give. The same generator of random numbers gives the same packs."""

import collections
import datetime
import json

Given = collections.namedtuple("Given", "name kind low high")
FIRST = datetime.date(2024, 1, 1)
WORDS = {"choice": ("a", "b", "c"), "text": ("u", "v", "w"), "flag": ("true", "false")}
NUMBERS = ("whole", "number")


class Pack:
    """The text of one subject `s`, and what its evaluations can say."""

    def __init__(self, rng):
        self.rng = rng
        self.rows = {}  # of each table its rows as they are written, in order
        self.tables = [f"t{i}" for i in range(rng.randint(1, 2))]
        self.inputs = [self.given(f"x{i}") for i in range(rng.randint(2, 4))]
        self.entries = [self.given(f"y{i}") for i in range(rng.randint(1, 3))]
        self.has_list = rng.random() < 0.6
        self.rest = rng.choice(("largest", "first", "keep")) if self.has_list and rng.random() < 0.4 else None
        if self.rest:
            self.inputs.append(Given("fund", "number", 0, rng.choice((1, 10))))
            self.entries.append(Given("wt", "number", 0, rng.choice((1, 3))))
        self.many = [Given(f"w{i}", "choice", 0, 0) for i in range(5 if rng.random() < 0.15 else 0)]
        self.inputs += self.many  # more ways through a formula than anybody follows
        self.has_refs = self.has_list and rng.random() < 0.3
        self.na = rng.choice(("refuse", "rescale", "leave out")) if rng.random() < 0.4 else None
        self.made, self.made_entries, self.labels = [], [], []
        self.musts = rng.choice((0, 0, 1, 2))
        named = [self.table(t) for t in self.tables] + [self.keyed(), self.keyed_by_text(), self.dated()]
        self.text = "\n".join(named + [self.subject()])

    def given(self, name):
        kind = self.rng.choice(("whole", "number", "number", "optional", "flag", "choice", "date", "text"))
        if kind == "date":
            low = self.rng.choice((-100, 0, 0, 200))
            return Given(name, kind, low, low + self.rng.choice((30, 150)))
        low = self.rng.choice((-3, 0, 0, 1))
        return Given(name, kind, low, low + self.rng.choice((1, 3, 6, 10)))

    def declared(self, g):
        if g.kind in ("flag", "date", "text"):
            return f'{g.name} = {g.kind} {{ title = "{g.name}" }},'
        if g.kind == "choice":
            return f'{g.name} = choice {{ "a", "b", "c", title = "{g.name}" }},'
        more = ", optional = true" if g.kind == "optional" else ""
        word = "whole" if g.kind == "whole" else "number"
        return f'{g.name} = {word} {{ title = "{g.name}", min = {g.low}, max = {g.high}{more} }},'

    # --- tables ---

    def table(self, name):
        edges = sorted(self.rng.sample(range(-6, 16), self.rng.randint(1, 3)))
        gives = [self.rng.choice((-1, 0, 1, 2, 3, 5)) for _ in range(len(edges) + 1)]
        if self.rng.random() < 0.6:
            gives.sort()
        gap = self.rng.random() < 0.4
        rows, low = [], None
        for edge, give in zip(edges + [None], gives):
            ends = [] if low is None else [f"from = {low}"]
            if edge is not None:
                ends.append(f"to = {edge - 1}" if gap else f"below = {edge}")
            if low is None and self.rng.random() < 0.3:
                ends.insert(0, f"from = {min(edges) - 9}")
            rows.append("{ " + ", ".join(ends + [f"give = {give}"]) + " }")
            low = edge
        self.rows[name] = rows
        policy = self.rng.choice(('gaps = "refuse", ', 'gaps = "reach up", ')) if gap else ""
        return f'local {name} = bands "{name}" {{ {policy}{", ".join(rows)} }}'

    def gives(self, keys):
        return [f"{key} = {self.rng.choice((-1, 0, 1, 2, 4))}" for key in keys]

    def keyed(self):
        self.rows["k"] = self.gives("abc")
        return f'local k = keyed "k" {{ {", ".join(self.rows["k"])} }}'

    def keyed_by_text(self):
        """Not of every text, and of not every label: what has no row is refused."""
        more = self.rng.choice((["low = 2", "mid = 3"], ["low = 1"], []))
        self.rows["kt"] = self.gives(("u", "v", "high")) + more
        return f'local kt = keyed "kt" {{ {", ".join(self.rows["kt"])} }}'

    def dated(self):
        ends = self.rng.choice(("2024-05-31", "2024-09-30"))
        after = {"2024-05-31": "2024-06-01", "2024-09-30": "2024-10-01"}[ends]
        last = self.rng.choice(("", ', to = "2024-12-31"'))
        gives = [self.rng.choice((-1, 0, 1, 3)) for _ in range(2)]
        start = self.rng.choice(("2023-01-01", "2024-01-01"))
        self.rows["d"] = [f'{{ from = "{start}", to = "{ends}", give = {gives[0]} }}',
                          f'{{ from = "{after}"{last}, give = {gives[1]} }}']
        return f'local d = dated "d" {{ {", ".join(self.rows["d"])} }}'

    def with_row(self, table, number):
        """The text in which that row gives something else."""
        row = self.rows[table][number - 1]
        end = row.rindex("= ") + 2
        other = row[:end] + ("1" if row[end] == "0" else "0") + (" }" if row.endswith("}") else "")
        lines = self.text.split("\n")
        at = next(i for i, line in enumerate(lines) if line.startswith(f"local {table} ="))
        before, _, after = lines[at].rpartition(row) if number > 1 else lines[at].partition(row)
        lines[at] = before + other + after
        return "\n".join(lines)

    # --- formulas ---

    def all_of(self, who):
        return self.inputs if who == "s" else self.entries

    def looked_up(self, who):
        """What a table makes of an input that is no number."""
        words = {"choice": "k({})", "text": "kt({})", "date": "d({})"}
        found = [words[g.kind].format(f"{who}.{g.name}") for g in self.all_of(who) if g.kind in words]
        found += [f'{self.rng.choice(self.tables)}({self.rng.randint(-2, 9)} + 0)', "d(period.to)"]
        found += [f"days({who}.{g.name}, period.to)" for g in self.all_of(who) if g.kind == "date"]
        if who == "p":
            found += [f'rank(s.l, "{name}", p)' for name in self.readable()]
        return found + ([f"kt(s.{name})" for name in self.labels] if who == "s" else [])

    def atom(self, who):
        made = self.made if who == "s" else self.made_entries
        found = [f"{who}.{g.name}" for g in self.all_of(who) if g.kind in NUMBERS]
        found += [f"{who}.{name}" for name in made]
        if who == "s" and self.na:
            found += ["(sum(s.sh) / s.one)", "(sum(s.sh) / full(s.sh))"]
        other = self.looked_up(who)
        if other and self.rng.random() < 0.25:
            return self.rng.choice(other)
        if not found or self.rng.random() < 0.2:
            return str(self.rng.choice((-2, -1, 1, 2, 3, 5)))
        return self.rng.choice(found)

    def over_list(self, depth):
        body = f"function(p) return {self.number('p', depth - 1)} end"
        test = f"function(p) return {self.condition('p', 0)} end"
        if self.has_refs and self.rng.random() < 0.3:
            return f"sum(s.m, function(p) return p.r.{self.rng.choice(self.readable())} + 0 end)"
        word = self.rng.choice(("sum", "sum", "mean", "count"))
        if word == "count":
            return f"count(s.l, {test})"
        return f"{word}(s.l, {body}{self.rng.choice(('', ', ' + test))})"

    def readable(self):
        return [g.name for g in self.entries if g.kind in NUMBERS] + self.made_entries or ["one"]

    def number(self, who, depth):
        kind = self.rng.random()
        if depth <= 0 or kind < 0.15:
            return self.atom(who)
        one, two = self.number(who, depth - 1), self.number(who, depth - 1)
        if kind < 0.55:
            return f"({one} {self.rng.choice('++-**/')} {two})"
        if kind < 0.7:
            return f"{self.rng.choice(('least', 'most'))}({one}, {two})"
        if kind < 0.8:
            return f"{self.rng.choice(self.tables)}({self.atom(who)} + 0)"
        return self.over_list(depth) if self.has_list and who == "s" else self.atom(who)

    def must(self):
        """Now and then one side contains the other: a part of a total."""
        numbers = [g.name for g in self.all_of("s") if g.kind == "number"]
        if numbers and self.rng.random() < 0.3:
            x, y = self.rng.choice(numbers), self.rng.choice(numbers)
            sides = [f"s.{x}", f"(s.{x} + s.{y}) / {self.rng.choice((1, 2, 3))}"]
            self.rng.shuffle(sides)
            return f" {self.rng.choice(('<=', '<', '>='))} ".join(sides)
        return self.condition("s", 1)

    def condition(self, who, depth):
        given = self.all_of(who)
        found = [f"{who}.{g.name}" for g in given if g.kind == "flag"]
        found += [f'is({who}.{g.name}, "{self.rng.choice(WORDS[g.kind])}")' for g in given
                  if g.kind in ("choice", "text")]
        found += [f'above({who}.{g.name}, "a")' for g in given if g.kind == "choice"]
        found += [f"{who}.{g.name} {self.rng.choice(('<', '>='))} s.day" for g in given if g.kind == "date"]
        found += [f"{who}.{g.name} == nil" for g in given if g.kind == "optional"]
        found += [f'is(s.{name}, "{self.rng.choice(("high", "mid"))}")' for name in self.labels if who == "s"]
        if found and self.rng.random() < 0.4:
            return self.rng.choice(found)
        if who == "s" and self.has_list and depth > 0 and self.rng.random() < 0.2:
            return f"{self.rng.choice(('any', 'all'))}(s.l, function(p) return {self.condition('p', 0)} end)"
        if depth > 0 and self.rng.random() < 0.3:
            word = self.rng.choice(("and", "or"))
            return f"({self.condition(who, depth - 1)} {word} not ({self.condition(who, depth - 1)}))"
        sign = self.rng.choice(("<", "<=", ">", ">="))
        return f"({self.number(who, depth)} + 0 {sign} {self.rng.randint(-3, 8)})"

    def formula(self, who):
        lines = [f"if {self.condition(who, 1)} then return {self.number(who, 1)} end"
                 for _ in range(self.rng.choice((0, 0, 1, 1, 2)))]
        names = "s" if who == "s" else "p, s"
        return f"function({names}) " + " ".join(lines + [f"return {self.number(who, 2)} end"])

    # --- cells ---

    def bounds(self):
        parts = []
        if self.rng.random() < 0.5:
            parts.append(f"max = {self.rng.choice((0, 3, 6, 10, 20))}")
        if self.rng.random() < 0.5:
            parts.append(f"min = {self.rng.choice((0, -3, -10))}")
        return parts

    def promise(self, who):
        names = [g.name for g in self.all_of(who) if g.kind in NUMBERS]
        names += ["sh"] if who == "s" and self.na else []
        if not names or self.rng.random() < 0.2:
            return []
        return [f'{self.rng.choice(("increasing", "decreasing"))} = {{ "{self.rng.choice(names)}" }}']

    def looks_up(self, who):
        """A cell that a table gives; empty: a formula does."""
        scores = [g.name for g in self.all_of(who) if g.kind in NUMBERS]
        by = {kind: [g.name for g in self.all_of(who) if g.kind == kind] for kind in ("choice", "text", "date")}
        found = []
        if scores:
            found.append(f'bands = {self.rng.choice(self.tables)}, by = "{self.rng.choice(scores)}"')
        found += [f'keyed = k, by = "{name}"' for name in by["choice"]]
        found += [f'keyed = kt, by = "{name}"' for name in by["text"]]
        found += [f'dated = d, by = "{name}"' for name in by["date"] + ["period end"]]
        return self.rng.choice(found)

    def figure(self, name, who):
        parts = [f'title = "{name}"'] + self.bounds()
        if self.rng.random() < 0.3:
            mode = self.rng.choice(("half up", "half even", "down", "up"))
            parts.append(f'round = {{ step = "{self.rng.choice(("1", "0.1", "2"))}", mode = "{mode}" }}')
        parts += self.promise(who)
        if self.rng.random() < 0.2:
            names = "s" if who == "s" else "p, s"
            parts.append(f'unless = {{ {{ function({names}) return {self.condition(who, 0)} end, "zero" }} }}')
        look = self.rng.random() < 0.3
        parts.append(self.looks_up(who) if look else f"of = {self.formula(who)}")
        return f"{name} = number {{ {', '.join(parts)} }},"

    def part(self):
        cell = ['title = "zp"', f'round = {{ step = "{self.rng.choice(("1", "0.1"))}" }}'] + self.bounds()
        if self.rng.random() < 0.7:
            word = self.rng.choice(("increasing", "increasing", "decreasing"))
            cell.append(f'{word} = {{ "{self.rng.choice(("wt", "fund"))}" }}')
        cell.append(f'split = {{ whole = "fund", by = "wt", rest = "{self.rest}", nobody = "keep" }}')
        return f"zp = number {{ {', '.join(cell)} }},"

    def list_cells(self):
        lines = ['l = list { title = "l", name = text { title = "n" }, one = number { value = 1, title = "1" },']
        lines += ["  " + self.declared(g) for g in self.entries]
        if self.rest:
            lines.append("  " + self.part())
            self.made_entries.append("zp")
        for i in range(self.rng.randint(0, 2)):
            lines.append("  " + self.figure(f"z{i}", "p"))
            self.made_entries.append(f"z{i}")
        lines.append("},")
        if self.has_refs:
            lines.append('m = list { title = "m", name = text { title = "n" }, '
                         'r = ref { to = "s.l", title = "r" } },')
        return lines

    def label(self):
        middle = f'if {self.condition("s", 0)} then return "mid" end ' if self.rng.random() < 0.5 else ""
        return (f'label = text {{ of = function(s) if {self.condition("s", 1)} then return "high" end '
                f'{middle}return "low" end }},')

    def subject(self):
        lines = [self.declared(g) for g in self.inputs]
        lines.append('day = date { value = "2024-07-01", title = "day" },')
        if self.na:
            criteria = ", ".join(f'{{ id = "c{i}", title = "C{i}" }}' for i in range(3))
            lines.append(f'sh = sheet {{ title = "sh", marks = {{ 0, 2, 5 }}, na = "{self.na}", '
                         f"criteria = {{ {criteria} }} }},")
            lines.append('one = points { value = 1, title = "one" },')
        if self.has_list:
            lines += self.list_cells()
        lines.append(self.label())
        self.labels.append("label")
        if self.many:
            added = " + ".join(f"k(s.{g.name})" for g in self.many)
            cell = ['title = "cm"'] + self.bounds() + self.promise("s")
            lines.append(f'cm = number {{ {", ".join(cell)}, of = function(s) return 0 + {added} end }},')
            self.made.append("cm")
        for i in range(self.rng.randint(1, 3)):
            lines.append(self.figure(f"c{i}", "s"))
            self.made.append(f"c{i}")
        lines += [f'must {{ "m{i}", of = function(s) return {self.must()} end }},'
                  for i in range(self.musts)]
        return 'return subject { title = "S",\n  ' + "\n  ".join(lines) + "\n}\n"

    # --- data ---

    def value(self, g):
        if g.kind in WORDS:
            return self.rng.choice(WORDS[g.kind])
        if g.kind == "date":
            return str(FIRST + datetime.timedelta(days=self.rng.randint(g.low, g.high)))
        if g.kind == "optional" and self.rng.random() < 0.3:
            return None
        tenths = self.rng.randint(10 * g.low, 10 * g.high)
        whole = g.kind == "whole" or self.rng.random() < 0.4
        return str(self.rng.randint(g.low, g.high)) if whole else str(tenths / 10)

    def data(self):
        marks = ("0", "2", "5") if self.na == "refuse" else ("0", "2", "5", "na")
        found = {"s": {g.name: self.value(g) for g in self.inputs}, "l": [], "m": []}
        if self.na:
            found["sh"] = [self.rng.choice(marks) for _ in range(3)]
        if self.has_list:
            found["l"] = [{g.name: self.value(g) for g in self.entries}
                          for _ in range(self.rng.randint(1, 3))]
        if self.has_refs:
            found["m"] = [{"r": f"n{self.rng.randrange(len(found['l']))}"}
                          for _ in range(self.rng.randint(1, 2))]
        return found

    def raised(self, data, name, entry):
        """The same with that input higher; None where it is at its highest, or is not there."""
        more = json.loads(json.dumps(data))
        if name == "sh":
            i = self.rng.randrange(3)
            if data["sh"][i] not in ("0", "2"):
                return None
            more["sh"][i] = "5"
            return more
        given = next(g for g in (self.entries if entry else self.inputs) if g.name == name)
        at = self.rng.choice(more["l"]) if entry else more["s"]
        higher = self.value(given)
        if at[name] is None or higher is None or float(higher) <= float(at[name]):
            return None
        at[name] = higher
        return more


def as_yaml(data):
    lines = ["rules: a/b", "period: {from: 2024-01-01, to: 2024-12-31}", "example: true", "s:"]
    lists = [key for key in ("l", "m", "q", "ti") if data.get(key)]
    given = any(value is not None for value in data["s"].values()) or "sh" in data or lists
    lines[-1] += "" if given else " {}"
    lines += [f"  {name}: {value}" for name, value in data["s"].items() if value is not None]
    if "sh" in data:
        lines.append("  sh: {" + ", ".join(f"c{i}: {m}" for i, m in enumerate(data["sh"])) + "}")
    for key in lists:
        lines.append(f"  {key}:")
        for i, entry in enumerate(data[key]):
            cells = [f"name: {'n' if key == 'l' else 'o'}{i}"]
            cells += [f"{k}: {v}" for k, v in entry.items() if v is not None]
            lines.append("    - {" + ", ".join(cells) + "}")
    return "\n".join(lines) + "\n"
