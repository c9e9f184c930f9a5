"""The form of every pack, filled in: nothing else must be needed for an evaluation of the right shape.

For each pack of the repository, in both languages:
  - a line of the form can be read at 100 columns;
  - the form as it is gives one error for each value that is missing, at its line, and no other;
  - with a value of the right type behind each colon it is read without a complaint about its shape
    (rules may still find the invented values wrong), also with every optional line written;
  - a list taken out of it and given as rows of a CSV, with Italian numbers, makes the same result.
"""
import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
LINE = re.compile(r'^(?P<blanks> *)(?P<off>#?)(?P<key>"[^"]*"|[^\s#"-][^:]*):(?P<rest>.*)$')
# E03xx, and E0765 on what was left out, are what the rules say of the invented values.
SHAPE = re.compile(r"E0(?!765)[127]|E09[345]|E0896|E0897|E115[0-4]")
CONTAINERS = ("subject", "sheet", "list", "planned")


def run(pagella, folder, *arguments):
    return subprocess.run([pagella, *arguments], cwd=folder, capture_output=True, text=True,
                          env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"})


def told(done):
    """(code, line) of every diagnostic."""
    out = []
    for line in done.stderr.splitlines():
        d = json.loads(line)
        out.append((d["code"], d.get("line")))
    return out


def number(text):
    return float(text.rstrip("%"))


class Filler:
    """Values that fit each cell, from what the form says of it to programs."""

    def __init__(self, form):
        self.asked = form["asked"]
        self.period = form.get("period", {"from": "2024-01-01", "to": "2024-12-31"})

    def entry_of(self, path):
        """How an entry of the list is called."""
        for item in self.asked:
            if item["path"].startswith(path + ".") and item["kind"] == "planned":
                return item["id"]
        inner = [i for i in self.asked if i["path"].rpartition(".")[0] == path
                 and i["kind"] in ("id", "value") and i["needed"]]
        texts = [i for i in inner if i.get("type") == "text"]
        named = [i for i in texts if i["path"].endswith(".name")]
        ids = [i for i in inner if i["kind"] == "id"]
        return self.value((ids or named or texts or inner)[0])

    def figure(self, item):
        shown = item.get("sum") or item.get("min") or item.get("max") or "1"
        if item.get("max") and not item.get("sum"):
            shown = item["max"]
        if item.get("step") and number(shown) % number(item["step"]):
            shown = item.get("min", "0")
        return shown

    def value(self, item):
        key = item["path"].rpartition(".")[2]
        if item.get("values"):
            return item["values"][-1]
        kind = item["kind"] if item["kind"] in ("id", "mark") else item["type"]
        if kind == "id":
            return "voce-1"
        if kind in ("text", "class"):
            return "Prova " + item["path"].replace(".", " ")
        if kind == "flag":
            return "true"
        if kind == "date":
            return self.period["to" if key == "to" else "from"]
        if kind == "ref":
            return self.entry_of(item["to"])
        if kind == "percent":
            return self.figure(item) if self.figure(item).endswith("%") else "10%"
        if kind == "money" and not item.get("max"):
            return "1234.50"
        return self.figure(item)


class Form:
    def __init__(self, text, form):
        self.lines = text.splitlines()
        self.filler = Filler(form)
        self.places = []  # (number of the line, what goes there, needed)
        self.lists = {}   # path → the number of its line
        self.keys = [(i, m) for i, m in ((i, LINE.match(line)) for i, line in enumerate(self.lines))
                     if m]
        self.at = 0
        self.read_head(form)
        for item in form["asked"]:
            self.read_item(item)
        assert self.at == len(self.keys), f"line {self.keys[self.at][0] + 1} is asked by nobody"

    def take(self, key):
        number_, m = self.keys[self.at]
        assert m["key"].strip('"') == key, f"line {number_ + 1}: {m['key']} where {key} was asked"
        self.at += 1
        return number_

    def read_head(self, form):
        self.take("rules")
        if form.get("plan"):
            self.take("plan")
        self.take("period")
        if "period" not in form:
            for key in ("from", "to"):
                self.places.append((self.take(key), self.filler.period[key], True))
        self.take("example")

    def read_item(self, item):
        key = item["path"].rpartition(".")[2]
        at = self.take(key)
        if item["kind"] == "list":
            self.lists[item["path"]] = at
        if item["kind"] in CONTAINERS:
            if not item["needed"]:
                self.places.append((at, "", False))
            return
        if item["kind"] == "mark" and item["because"]:
            self.places.append((self.take("mark"), self.filler.value(item), item["needed"]))
            self.places.append((self.take("because"), "visto", item["needed"]))
        else:
            self.places.append((at, self.filler.value(item), item["needed"]))

    def missing(self):
        return sorted(at + 1 for at, _, needed in self.places if needed)

    def filled(self, optional):
        lines = list(self.lines)
        for at, value, needed in self.places:
            if not needed and not optional:
                continue
            m = LINE.match(lines[at])
            value = m["rest"].strip() or (value and json.dumps(value)
                                          if not re.match(r"^[\w.%/-]+$", value) else value)
            lines[at] = f"{m['blanks']}{m['key']}: {value}".rstrip()
        return lines


def without(lines, at):
    """The lines without the block that begins there."""
    indent = len(lines[at]) - len(lines[at].lstrip())
    end = at + 1
    while end < len(lines) and (not lines[end].strip() or
                                len(lines[end]) - len(lines[end].lstrip()) > indent):
        end += 1
    return lines[:at] + lines[end:]


def italian(value):
    if re.fullmatch(r"-?\d+(\.\d+)?%?", value):
        whole, _, rest = value.partition(".")
        sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
        percent = "%" if digits.endswith("%") else ""
        grouped = f"{int(digits.rstrip('%')):,}".replace(",", ".")
        return sign + grouped + percent + ("," + rest if rest else "")
    m = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value)
    return f"{m[3]}/{m[2]}/{m[1]}" if m else value


class Judge:
    def __init__(self, pagella):
        self.pagella = str(pathlib.Path(pagella).resolve())
        self.wrong = 0
        self.passed = 0

    def say(self, what, complaint):
        if complaint:
            self.wrong += 1
            print(f"FAILED {what}: {complaint}")
        else:
            self.passed += 1

    def evaluate(self, folder, text, *arguments):
        (folder / "plans" / "form.yaml").write_text(text, encoding="utf-8")
        return run(self.pagella, folder, "eval", "--json", "--draft", *arguments,
                   "plans/form.yaml")

    def shape(self, done):
        found = [t for t in told(done) if SHAPE.match(t[0])]
        if found:
            return f"{found} {done.stderr[:600]}"
        return None if done.returncode in (0, 1, 3) else f"exit {done.returncode}"

    def judge_language(self, folder, pack, lang):
        done = run(self.pagella, folder, "form", pack, "--lang", lang)
        wide = [line for line in done.stdout.splitlines() if len(line) > 100]
        self.say(f"{pack} {lang} at 100 columns", f"{wide}" if wide else None)
        data = json.loads(run(self.pagella, folder, "form", pack, "--json").stdout)
        form = Form(done.stdout, data)
        empty = [t for t in told(self.evaluate(folder, done.stdout)) if t[0].startswith("E")]
        empty = [("E0223" if code == "E1151" else code, line) for code, line in empty]  # no number
        expected = [("E0223", line) for line in form.missing()]
        self.say(f"{pack} {lang} empty", None if sorted(empty) == expected else
                 f"only told {sorted(set(empty) - set(expected))}, "
                 f"only missing {sorted(set(expected) - set(empty))}")
        for optional in (False, True):
            done = self.evaluate(folder, "\n".join(form.filled(optional)) + "\n")
            self.say(f"{pack} {lang} filled{' with all' if optional else ''}", self.shape(done))
        return form, data

    def judge_rows(self, folder, pack, form, data):
        """Each list that stands in a subject and holds no other list."""
        for path, at in form.lists.items():
            items = [i for i in data["asked"] if i["path"].startswith(path + ".")]
            plain = all(i["kind"] in ("value", "mark", "sheet", "id") for i in items)
            if path.count(".") != 1 or not plain:
                continue
            done = run(self.pagella, folder, "form", pack, "--csv", "--list", path, "--lang", "it")
            rows = done.stdout.lstrip("\ufeff").split("\n")
            values = {}
            for i in items:
                if i["needed"] and i["kind"] != "sheet":
                    values[i["path"]] = italian(form.filler.value(i))
                    values[i["path"] + ".because"] = "visto"
            rows.append(";".join(values.get(f"{path}.{name}", "")
                                 for name in rows[1].strip().split(";")))
            (folder / "rows.csv").write_text("\n".join(rows), encoding="utf-8")
            lines = form.filled(False)
            whole = self.evaluate(folder, "\n".join(lines) + "\n")
            split = self.evaluate(folder, "\n".join(without(lines, at)) + "\n",
                                  "--marks", "rows.csv")
            codes = [[code for code, _ in told(d)] for d in (whole, split)]
            same = sorted(codes[0]) == sorted(codes[1]) and figures(whole) == figures(split)
            self.say(f"{pack} rows of {path}", None if same else
                     f"{codes}\n{whole.stdout[:400]}\n{split.stdout[:400]}\n{split.stderr[:800]}")

    def judge_pack(self, pack):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            for part in ("rules", "plans"):
                shutil.copytree(ROOT / part, folder / part)
            form, data = self.judge_language(folder, pack, "it")
            self.judge_language(folder, pack, "en")
            self.judge_rows(folder, pack, form, data)


def figures(done):
    """The result without the places its values come from."""
    if not done.stdout:
        return None

    def stripped(x):
        if isinstance(x, dict):
            return {k: stripped(v) for k, v in x.items() if k not in ("at", "line", "column", "file")}
        return [stripped(v) for v in x] if isinstance(x, list) else x
    return stripped(json.loads(done.stdout))


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--pagella", required=True)
    arguments.add_argument("packs", nargs="*")
    arguments = arguments.parse_args()
    judge = Judge(arguments.pagella)
    rules = ROOT / "rules"
    packs = arguments.packs or sorted(p.parent.relative_to(rules).as_posix()
                                      for p in rules.rglob("pack.lua"))
    for pack in packs:
        judge.judge_pack(pack)
    print(f"forms: {judge.passed} passed, {judge.wrong} failed, {len(packs)} packs")
    sys.exit(1 if judge.wrong or not judge.passed else 0)


if __name__ == "__main__":
    main()
