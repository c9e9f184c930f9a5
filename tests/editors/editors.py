"""What editors are given, held against what editors do: the schemas of `pagella schema` with ajv and
with the language server for YAML, the words of `pagella help rules --meta` with the words themselves,
and the rules with luacheck. A schema must accept whatever `pagella eval` accepts: every evaluation of
the repository, and every file of the cases of the command line. What it refuses, `eval` refuses too.

    editors.py --pagella PROGRAM --modules FOLDER     FOLDER holds node_modules (see ./run)
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "tests" / "cli")]
from compare import check_comparisons  # noqa: E402
from mistakes import ALL_ROWS, MISTAKES, ROWS, WRITTEN, Y2023, Y2024  # noqa: E402
from run_cases import OWN, SHARED  # noqa: E402
from server import Server  # noqa: E402
from surroundings import copy_tree, environment, make_bin, run_shell  # noqa: E402

NODE = os.environ.get("NODE", "node")
RULES = re.compile(r"^rules:[ ]*([^\s#]+)", re.M)


class Findings:
    """What is wrong, as sentences, and how much was looked at."""

    def __init__(self):
        self.lines, self.count = [], 0

    def expect(self, good, sentence):
        self.count += 1
        if not good:
            self.lines.append(sentence)


class Bench:
    def __init__(self, pagella, modules, folder):
        self.pagella, self.modules, self.folder = pagella, modules, folder
        self.findings = Findings()

    def run(self, *arguments, cwd):
        return subprocess.run([self.pagella, *arguments, "--lang", "it"], cwd=cwd, text=True,
                              capture_output=True, timeout=120)

    def tree(self, name):
        """A folder with all rules and plans of the repository."""
        tree = self.folder / name
        for part in ("rules", "plans"):
            shutil.copytree(ROOT / part, tree / part)
        return tree

    def complaints(self, tasks):
        """What ajv says of each (schema, document); None where it accepts."""
        given = json.dumps([{"schema": str(s), "document": str(d)} for s, d in tasks])
        done = subprocess.run([NODE, HERE / "validate.js", self.modules], input=given, text=True,
                              capture_output=True, timeout=600)
        if done.returncode:
            raise SystemExit(done.stderr)
        return json.loads(done.stdout)


# --- good files ---

def schema_of(bench, tree, name, target):
    done = bench.run("schema", name, cwd=tree)
    if done.returncode == 0:
        target.write_text(done.stdout)
    return done.returncode == 0


def check_evaluations(bench):
    tree = bench.tree("good")
    tasks = []
    for document in sorted((tree / "plans").rglob("*.yaml")):
        named = RULES.search(document.read_text())
        if not named:
            continue
        schema = tree / (named[1].replace("/", "-") + ".json")
        made = schema.exists() or schema_of(bench, tree, named[1], schema)
        bench.findings.expect(made, f"no schema of {named[1]}")
        tasks.append((schema, document))
    for (_, document), complaint in zip(tasks, bench.complaints(tasks)):
        bench.findings.expect(not complaint, f"{document.relative_to(tree)}: refused: {complaint}")


def prepare(bench, case, folder, bin_folder):
    """The folder in which a case of the command line runs."""
    copy_tree(case, folder, OWN)
    whole = (case / "whole").exists()
    for shared, files in SHARED.items():
        if (folder / shared).exists():
            continue
        if whole:
            copy_tree(ROOT / shared, folder / shared)
            continue
        for file in files:
            (folder / shared / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / shared / file, folder / shared / file)
    if (case / "setup").exists():
        run_shell((case / "setup").read_text(), folder, environment(bin_folder, folder))


def tasks_of(bench, case, folder, bin_folder):
    """The files of a case that `eval` accepts, each with the schema of the rules it names."""
    folder.mkdir(parents=True)
    prepare(bench, case, folder, bin_folder)
    tasks = []
    for document in sorted(folder.rglob("*.yaml")):
        text = document.read_text(errors="replace") if document.is_file() else ""
        named = RULES.search(text)
        if not named or bench.run("eval", str(document), "--quiet", cwd=folder).returncode > 1:
            continue
        name = named[1].strip("\"'")
        schema = folder / (name.replace("/", "-") + ".schema.json")
        if schema.exists() or schema_of(bench, document.parent, name, schema):
            tasks.append((schema, document))
    return tasks


def is_worth_it(case):
    """Cases that only use files of the repository show nothing new."""
    return (case / "setup").exists() or any(case.glob("*.yaml")) or any(case.glob("[rp]*/**/*.yaml"))


def check_cases(bench):
    cases = sorted(c.parent for c in (ROOT / "tests" / "cli").glob("*/*/cmd") if is_worth_it(c.parent))
    bin_folder = make_bin(bench.folder / "bin", bench.pagella)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        folders = [bench.folder / "cases" / c.parent.name / c.name for c in cases]
        all_tasks = list(pool.map(lambda pair: tasks_of(bench, *pair, bin_folder), zip(cases, folders)))
    tasks = [task for some in all_tasks for task in some]
    for (_, document), complaint in zip(tasks, bench.complaints(tasks)):
        where = document.relative_to(bench.folder / "cases")
        bench.findings.expect(not complaint, f"{where}: refused: {complaint}")
    print(f"{len(tasks)} good files of {len(cases)} cases")
    bench.findings.expect(len(tasks) > 100, "hardly any good file was found in the cases")


# --- bad files ---

def spoilt(tree, mistake):
    """The text with the mistake in it, and the line that is changed."""
    text = (tree / mistake.document).read_text()
    at = text.find(mistake.old)
    if at < 0 or mistake.old == mistake.new:
        raise SystemExit(f"{mistake.sentence}: {mistake.old!r} is not in {mistake.document}")
    changed = at + len(os.path.commonprefix([mistake.old, mistake.new]))
    line = text.count("\n", 0, changed) + 1
    return text.replace(mistake.old, mistake.new, 1), line


def beside(document, number):
    """A name of its own for each text, that the settings find all the same."""
    return document.with_name(f"{document.stem}-{number}.yaml")


def check_mistakes(bench, tree, server):
    tasks, all_spoilt = [], []
    for number, mistake in enumerate(MISTAKES):
        text, line = spoilt(tree, mistake)
        path = beside(tree / mistake.document, number)
        path.write_text(text)
        rules = RULES.search((tree / mistake.document).read_text())[1]
        tasks.append((tree / ".pagella" / (rules.replace("/", "-") + ".schema.json"), path))
        all_spoilt.append((mistake, path, text, line))
    for (mistake, path, text, line), complaint in zip(all_spoilt, bench.complaints(tasks)):
        bench.findings.expect(complaint, f"{mistake.sentence}: ajv accepts it")
        refused = bench.run("eval", str(path), cwd=tree).returncode == 3
        bench.findings.expect(refused, f"{mistake.sentence}: eval accepts it")
        told = server.judge(path, text)
        right = any(at == line and mistake.told in message for at, message in told)
        bench.findings.expect(right, f"{mistake.sentence}: expected {mistake.told!r} at line {line}, "
                                     f"the language server told {told}")
        path.unlink()


def check_good_in_editor(bench, tree, server):
    for name in (Y2023, Y2024, ROWS, ALL_ROWS):
        path = tree / name
        done = bench.run("eval", name, "--quiet", cwd=tree)
        bench.findings.expect(done.returncode <= 1, f"{name}: eval refuses it: {done.stderr}")
        told = server.judge(path, path.read_text())
        bench.findings.expect(not told, f"{name}: the language server told {told}")


# --- help while one writes ---

def at_end_of(text, line_start):
    """Line and column, from 1, after the first line that begins so (blanks aside)."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip().startswith(line_start):
            return number, len(line) + 1
    raise SystemExit(f"no line begins with {line_start}")


def check_completion(bench, tree, server):
    document = tree / "plans/casale-marittimo/2024-2026/evaluation-2023.yaml"
    text = document.read_text()
    sheet = "      results: {assistenza: 10, coordinamento: 8, riunioni: 10, rogito: 6, altre: 8}"
    asked = [
        ("the criteria of a sheet", text.replace(sheet, "      results:\n        a", 1), "a",
         {"assistenza", "coordinamento", "riunioni", "rogito", "altre"}),
        ("the marks of a criterion", text.replace(sheet, "      results:\n        rogito: ", 1),
         "rogito:", {"4", "6", "8", "10"}),
        ("the cells of an entry", text.replace("      share: 50%", "      s", 1), "s",
         {"share", "id"}),
        ("the keys of the head", text.replace("example: true", "n", 1), "n", {"note", "example"}),
    ]
    rows = (tree / ROWS).read_text()
    asked += [
        ("with rows, the marks of a criterion", rows.replace("results: {altre: 8}", "results:\n        altre: "),
         "altre:", {"4", "6", "8", "10"}),
        ("with rows, the cells of an entry", rows.replace("      share: 50%", "      s", 1), "s", {"share", "id"}),
    ]
    for number, (what, spoiled, line_start, wanted) in enumerate(asked):
        place = at_end_of(spoiled, line_start) if len(line_start) > 1 else only(spoiled, line_start)
        offered = set(server.complete(beside(document, f"c{number}"), spoiled, *place))
        bench.findings.expect(wanted <= offered, f"{what}: only {sorted(offered)} are offered")
    shown = server.hover(beside(document, "h"), text, *at_end_of(text, "fees: 1843.50"))
    bench.findings.expect("Diritti di segreteria del Comune" in shown, f"hover shows {shown!r}")


def only(text, word):
    """The end of the line that is this word alone."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() == word:
            return number, len(line) + 1
    raise SystemExit(f"no line is {word}")


def check_editor(bench):
    tree = bench.tree("editor")
    for name, text in WRITTEN.items():
        (tree / name).write_text(text)
    settings = []
    for pack in ("casale-marittimo/2023", "casale-marittimo/2024"):
        shutil.rmtree(tree / ".vscode", ignore_errors=True)
        left = bench.run("schema", pack, "--editor", ".", cwd=tree)
        words = tree / ".pagella" / "rules.lua"
        bench.findings.expect(left.returncode == 0 and words.exists(), f"{pack}: {left.stderr}")
        settings.append(json.loads((tree / ".vscode/settings.json").read_text()))
    settings[1]["yaml.schemas"].update(settings[0]["yaml.schemas"])
    (tree / ".vscode/settings.json").write_text(json.dumps(settings[1]))
    server = Server(NODE, bench.modules, tree)
    check_good_in_editor(bench, tree, server)
    check_mistakes(bench, tree, server)
    check_completion(bench, tree, server)
    server.close()


# --- the words of rules ---

def words_in(meta):
    """(place, word) of each definition: fields of a class, functions and values."""
    found, place = set(), None
    for line in meta.split("\n"):
        opened = re.match(r"---@class pagella\.(\w+)", line)
        field = re.match(r"---@field (\w+)\? ", line)
        name = re.match(r"(?:function (\w+)\(|(\w+) = \{\})", line)
        if opened:
            place = opened[1]
        elif field:
            found.add((place, field[1]))
        elif name:
            found.add(("", name[1] or name[2]))
    return found


CALLED = ("declaring", "types", "formulas")


def check_words(bench):
    for lang in ("it", "en"):
        def said(form):
            return subprocess.run([bench.pagella, "help", "rules", form, "--lang", lang], text=True,
                                  capture_output=True, check=True).stdout
        words = json.loads(said("--json"))["words"]
        meta = said("--meta")
        known = {("" if w["place"] in CALLED else w["place"], w["word"]) for w in words}
        for missing in sorted(known - words_in(meta)):
            bench.findings.expect(False, f"{lang}: the definitions lack {missing}")
        for more in sorted(words_in(meta) - known):
            bench.findings.expect(False, f"{lang}: the definitions have {more}, which is no word")
        for word in words:
            bench.findings.expect(word["text"] in meta.replace("`", ""), f"{lang}: not told: {word}")
        (bench.folder / f"words-{lang}.lua").write_text(meta)
    return sorted(name for place, name in known if not place)


def check_rules(bench, names):
    """Only our words and what libraries define; formulas get all that an entry stands in, whether
    they need it or not, and a library may define what no rules use yet."""
    config = bench.folder / "luacheckrc"
    quoted = ", ".join(f'"{name}"' for name in names)
    config.write_text(f"std = {{ read_globals = {{ {quoted} }} }}\nallow_defined_top = true\n"
                      "unused_args = false\nmax_line_length = false\nignore = { \"131\" }\n")
    done = subprocess.run(["luacheck", "--config", config, "--no-color", "-q", ROOT / "rules"],
                          text=True, capture_output=True)
    bench.findings.expect(done.returncode == 0, f"luacheck of rules/:\n{done.stdout}{done.stderr}")
    for path in sorted(bench.folder.glob("words-*.lua")): # can be read at all
        done = subprocess.run(["luacheck", "--no-config", "--no-color", "-q", "--only", "0", "--", path],
                              text=True, capture_output=True)
        bench.findings.expect(done.returncode == 0, f"the definitions: {done.stdout}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pagella", required=True, type=pathlib.Path)
    parser.add_argument("--modules", required=True, type=pathlib.Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(arguments.pagella.resolve(), arguments.modules.resolve(),
                      pathlib.Path(folder).resolve())
        check_evaluations(bench)
        check_editor(bench)
        check_rules(bench, check_words(bench))
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            check_comparisons(bench, pool)
        check_cases(bench)
    findings = bench.findings
    for line in findings.lines:
        print(line)
    print(f"{findings.count - len(findings.lines)} passed, {len(findings.lines)} failed")
    sys.exit(1 if findings.lines else 0)


if __name__ == "__main__":
    main()
