"""Small invented packs at random, for honest.py: few inputs with few values, so that prove can try them
all, and beside what is tried something else that refuses evaluations; lists whose data must fit together.
Of some rows it is known that no data can reach them (`never`)."""

import datetime
import json

from honest_packs import FIRST, Given

DAYS = 366  # of the period


class Small:
    """The text of one subject `s`, and what its evaluations can say; to be used as a Pack is."""

    def __init__(self, rng):
        self.rng = rng
        self.tables, self.rows, self.never = [], {}, set()
        self.inputs, self.musts, self.rest = [], 0, None
        self.step, self.tiled = 0, False
        self.named, self.lines = [], []
        for shape in rng.sample((self.beside, self.calls, self.gaps, self.shares, self.tiles), rng.randint(1, 2)):
            shape()
        subject = "\n  ".join(self.lines)
        self.text = "\n".join(self.named + [f'return subject {{ title = "S",\n  {subject}\n}}\n'])

    def table(self, name, rows, policy=""):
        self.tables.append(name)
        self.rows[name] = rows
        self.named.append(f'local {name} = bands "{name}" {{ {policy}{", ".join(rows)} }}')

    def promise(self, name):
        return f'{self.rng.choice(("increasing", "decreasing"))} = {{ "{name}" }}'

    # --- shapes ---

    def beside(self):
        """A promise about one input, and a cell that another input keeps from stopping with it."""
        most = self.rng.randint(1, 3)
        self.inputs += [Given("gate", self.rng.choice(("choice", "flag")), 0, 0), Given("done", "whole", 0, most)]
        opened = "s.gate" if self.inputs[-2].kind == "flag" else 'is(s.gate, "b")'
        kind = "flag {" if self.inputs[-2].kind == "flag" else 'choice { "a", "b", "c",'
        at = self.rng.randint(0, most)
        stops = self.rng.choice((f"1 / ({at} - s.done)", f"{at} - s.done", f"s.done - {at}"))
        of = f"function(s) if {opened} then return 1 end return {stops} end"
        self.lines += [
            f'gate = {kind} title = "gate" }},',
            f'done = whole {{ title = "done", min = 0, max = {most} }},',
            self.rng.choice(('beside = number { title = "beside", min = 0, of = ' + of + " },",
                             f'must {{ "beside", of = function(s) return {opened} or {stops} >= 0 end }},')),
            f'moved = number {{ title = "moved", {self.promise("done")}, of = function(s) '
            f'return s.done * {self.rng.choice((-2, 1, 3))} + {self.rng.randint(0, 2)} end }},']

    def gaps(self):
        """A score of more inputs than reasoning takes together, so that all of them are tried."""
        most = self.rng.randint(2, 5)
        self.inputs += [Given("side", "whole", 0, most), Given("more", "whole", 0, 15),
                        Given("other", "whole", 0, 2400 // (16 * (most + 1)))]
        ends = sorted(self.rng.sample((0, 4, 9, 16, 20, 36, 40, 64, 70, 90), 3))
        self.table("gap", [f"{{ from = 0, to = {ends[0]}, give = 1 }}",
                           f"{{ from = {ends[1]}, to = {ends[2]}, give = 2 }}"], 'gaps = "refuse", ')
        self.lines += [f'{g.name} = whole {{ title = "{g.name}", min = 0, max = {g.high} }},'
                       for g in self.inputs[-3:]]
        self.lines += [
            'square = whole { title = "square", of = function(s) '
            "return s.side * s.side * 4 + s.other * s.more - s.more * s.other end },",
            'graded = number { title = "graded", bands = gap, by = "square" },']

    def keyed(self, name):
        """Written in full: what a row gives is its last word, as in bands."""
        self.rows[name] = [f"{key} = {{ give = {self.rng.choice((-1, 0, 2, 5, 7, 9))} }}" for key in "abc"]
        self.named.append(f'local {name} = keyed "{name}" {{ {", ".join(self.rows[name])} }}')

    def calls(self):
        """Formulas that call tables on several ways and lines, some of which conditions keep from scores."""
        most = self.rng.randint(5, 10)
        self.inputs += [Given("word", "choice", 0, 0), Given("left", "whole", 0, most), Given("right", "whole", 0, most)]
        self.keyed("kk")
        for name, give in (("near", 21), ("far", 31)):
            a, b, c = sorted(self.rng.sample(range(-2, 2 * most + 2), 3))
            self.table(name, [f"{{ from = {a}, below = {b}, give = {give} }}",
                              f"{{ from = {self.rng.choice((b, b, b + 1))}, to = {c + 2}, give = {give + 1} }}"],
                       'gaps = "refuse", ')
        self.lines += ['word = choice { "a", "b", "c", title = "word" },'] + [
            f'{name} = whole {{ title = "{name}", min = 0, max = {most} }},' for name in ("left", "right")]
        self.lines += [f'called{i} = number {{ title = "called{i}", of = function(s) {self.calling()} end }},'
                       for i in range(self.rng.randint(1, 2))]
        if self.rng.random() < 0.6:
            self.musts = 1
            test = self.rng.choice(("s.left * s.left <= s.right * s.right", "s.left <= s.right",
                                    'not is(s.word, "c")', 'not is(s.word, "a") or s.left < 3'))
            self.lines.append(f'must {{ "kept", of = function(s) return {test} end }},')

    def calling(self):
        found = ["kk(s.word)", "s.left", "s.right - s.left", "s.left + s.right", "s.left + kk(s.word)", "s.right"]
        asked = [f"{self.rng.choice(('near', 'far'))}({self.rng.choice(found)})" for _ in range(3)]
        way = self.rng.choice((f"s.left * s.left <= {self.rng.choice((4, 9, 25))}", 's.left < 4', 'is(s.word, "b")'))
        apart = self.rng.choice((" ", "\n    "))
        return self.rng.choice((
            f"return {asked[0]}",
            f"return {asked[0]} +{apart}{asked[1]}",
            f"if {way} then return {asked[0]} end{apart}return {asked[1]}",
            f"if {way} then return {asked[0]} end{apart}return {asked[1]} +{apart}{asked[2]}"))

    def shares(self):
        """Shares that are the whole together, within bounds that leave few of them."""
        self.step = self.rng.choice((5, 10))
        ends = self.rng.choice(("", ', min = "20%", max = "60%"', ', min = "30%", max = "60%"'))
        beyond = self.rng.choice((50, 60, 70))
        self.low, self.high = (int(ends[9:11]), 60) if ends else (0, 100)
        self.table("parts", ['{ below = "100%", give = 1 }', '{ from = "100%", to = "100%", give = 2 }',
                             '{ above = "100%", give = 3 }'])
        self.never |= {("parts", 1), ("parts", 3)}
        self.lines += [
            f'q = list {{ title = "q", name = text {{ title = "n" }}, share = percent {{ title = "share", '
            f'sum = "100%", step = "{self.step}%"{ends} }},',
            f'  got = number {{ title = "got", {self.promise("share")}, of = function(p, s) '
            f'for _, other in ipairs(s.q) do if other.share > "{beyond}%" then return 3 end end '
            f'if p.share > "{self.rng.choice((40, 50))}%" then return 2 end return 1 end }},',
            "},",
            'full = percent { title = "full", of = function(s) local sum_of = s.q[1].share - s.q[1].share '
            "for _, p in ipairs(s.q) do sum_of = sum_of + p.share end return sum_of end },",
            'filled = number { title = "filled", bands = parts, by = "full" },']

    def tiles(self):
        """Days that cover the period, all together never more than it has."""
        self.tiled = True
        self.table("span", [f"{{ to = {DAYS}, give = 1 }}", f"{{ above = {DAYS}, give = 2 }}"])
        self.never.add(("span", 2))
        self.lines += [
            'ti = list { title = "ti", tiles = "period", name = text { title = "n" }, '
            'from = date { title = "f" }, to = date { title = "t" },',
            '  len = whole { title = "len", of = function(p) return days(p.from, p.to) end },',
            "},",
            'all_days = whole { title = "all", of = function(s) local sum_of = 0 '
            "for _, p in ipairs(s.ti) do sum_of = sum_of + p.len end return sum_of end },",
            'spanned = number { title = "spanned", bands = span, by = "all_days" },']

    def with_row(self, table, number):
        """The text in which that row gives something else."""
        row = self.rows[table][number - 1]
        return self.text.replace(row, row.replace(row[row.rindex("= "):], "= 7 }"), 1)

    # --- data ---

    def value(self, given):
        if given.kind == "choice":
            return self.rng.choice("abc")
        if given.kind == "flag":
            return self.rng.choice(("true", "false"))
        return str(self.rng.randint(given.low, given.high))

    def parts(self):
        """Shares in steps that make the whole."""
        while True:
            found = [self.rng.randrange(self.low, self.high + 1, self.step) for _ in range(self.rng.randint(1, 3))]
            found.append(100 - sum(found))
            if self.low <= found[-1] <= self.high:
                return found

    def stints(self):
        ends = sorted(self.rng.sample(range(DAYS - 1), self.rng.randint(0, 2))) + [DAYS - 1]
        starts = [0] + [end + 1 for end in ends[:-1]]
        day = [(FIRST + datetime.timedelta(days=a), FIRST + datetime.timedelta(days=b))
               for a, b in zip(starts, ends)]
        return [{"from": str(a), "to": str(b)} for a, b in day]

    def data(self):
        found = {"s": {g.name: self.value(g) for g in self.inputs}}
        found["q"] = [{"share": f"{part}%"} for part in self.parts()] if self.step else []
        found["ti"] = self.stints() if self.tiled else []
        return found

    def raised(self, data, name, entry):
        """The same with that input higher: of entries the first, at the cost of the second."""
        more = json.loads(json.dumps(data))
        if not entry:
            higher = self.value(next(g for g in self.inputs if g.name == name))
            more["s"][name] = higher
            return more if int(higher) > int(data["s"][name]) else None
        shares = [int(e["share"][:-1]) for e in data["q"]]
        by = self.rng.randrange(self.step, 100, self.step)
        if shares[0] + by > self.high or shares[1] - by < self.low:
            return None
        more["q"][0]["share"], more["q"][1]["share"] = f"{shares[0] + by}%", f"{shares[1] - by}%"
        return more
