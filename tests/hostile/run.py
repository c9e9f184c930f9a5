#!/usr/bin/env python3
"""Judges every hostile file, and good files beside them, with the real program.

A file of yaml/ is evaluated by the small pack of tree/, and so are rows of CSVs that are made here,
most of them too large to be kept; a script of rules/ is checked alone and then as the body of a formula,
or, when it returns a subject, as the whole file of one. The expectation is INDEX.md's; for "time" and "memory" an earlier
counts too. Nothing may take over two seconds of the processor, die by a signal, print on stdout, or show PWNED. Files
of good/ must succeed in the same run: a harness in which nothing can succeed proves nothing.
"""
import argparse
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SECONDS = 2.0  # of the processor: how long it waits for others says nothing about the program
HANGING = 300  # seconds by the clock, far more than any run needs on a busy machine


def spent():
    """Seconds of the processor that all programs run so far have taken."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


class Judge:
    def __init__(self, pagella, seconds):
        self.pagella = str(pathlib.Path(pagella).resolve())
        self.seconds = seconds
        self.wrong = []
        self.passed = 0
        self.slowest = 0.0

    def run(self, folder, *arguments):
        before = spent()
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "ASAN_OPTIONS": "detect_leaks=1"}
        command = [self.pagella, *arguments, "--lang", "en"]
        try:
            done = subprocess.run(command, cwd=folder, env=environment, capture_output=True,
                                  timeout=HANGING)
            done.hangs = False
        except subprocess.TimeoutExpired as late:
            done = subprocess.CompletedProcess(command, 1, late.stdout or b"", late.stderr or b"")
            done.hangs = True
        done.seconds = spent() - before
        self.slowest = max(self.slowest, done.seconds)
        return done

    def say(self, name, done, complaint):
        if complaint:
            self.wrong.append(name)
            print(f"FAILED {name}: {complaint}\n--- exit {done.returncode}, stderr:")
            print(done.stderr.decode("utf-8", "replace")[:2000])
        else:
            self.passed += 1

    def common(self, done):
        """What no run may do, whatever is expected of it."""
        if done.hangs:
            return f"did not end within {HANGING} s"
        if done.returncode < 0:
            return f"died by signal {-done.returncode}"
        # the quoted lines of the script hold the word; a result or a message of its own must not
        said = re.findall(rb"^(?:error|warning)\[.*$", done.stderr + done.stdout, re.M)
        if done.returncode == 0:
            said.append(done.stdout)
        if any(b"PWNED" in text for text in said):
            return "the attack got through"
        if done.seconds > self.seconds:
            return f"took {done.seconds:.1f} s of the processor"
        return None

    def refused(self, done, line):
        """An error with a place, and no result."""
        if done.returncode not in (3, 5):
            return f"exit {done.returncode}, expected 3 or 5"
        if done.stdout:
            return "something was printed on stdout"
        if not re.search(rb"error\[E\d{4}\]", done.stderr):
            return "no error with a code"
        if line and not re.search(rb"--> [^\n]*:%d(:|\n)" % line, done.stderr):
            return f"no error on line {line}"
        return None

    def accepted(self, done):
        if done.returncode != 0:
            return f"exit {done.returncode}, expected 0"
        return None if done.stdout else "no result"


def tree(folder):
    shutil.copytree(HERE / "tree" / "rules", folder / "rules")
    (folder / "plans").mkdir()


def index(path):
    """File name → the rest of its row."""
    rows = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = [c.strip() for c in line.strip("|").split("|")]
        if len(cells) >= 3 and re.fullmatch(r"\w+\.(yaml|lua)", cells[0]):
            rows[cells[0]] = cells[1:]
    return rows


def judge_yaml(judge, folder):
    rows = index(HERE / "yaml" / "INDEX.md")
    for path in sorted((HERE / "yaml").glob("*.yaml")):
        expected = rows[path.name][1]
        shutil.copy(path, folder / "plans" / "file.yaml")
        done = judge.run(folder, "eval", "--rules", "prova/2024", "plans/file.yaml")
        if "accepted" in expected:
            complaint = judge.accepted(done)
        else:
            line = re.search(r"on line (\d+)", expected)
            complaint = judge.refused(done, int(line.group(1)) if line else None)
        judge.say(f"yaml/{path.name}", done, judge.common(done) or complaint)


def as_formula(folder, body):
    pack = folder / "rules" / "formula" / "2024"
    shutil.rmtree(pack, ignore_errors=True)
    pack.mkdir(parents=True)
    (pack / "pack.lua").write_text('pack { title = "Formula", source = "inventato" }\n')
    frame = (HERE / "tree" / "formula.lua").read_text(encoding="utf-8")
    whole = re.search(r"^return subject", body, re.M)
    text = body if whole else frame.replace("--BODY--", body)
    (pack / "formula.lua").write_text(text, encoding="utf-8")
    (folder / "plans" / "file.yaml").write_text("rules: formula/2024\ntitolo: Prova\n")


def judge_rules(judge, folder):
    rows = index(HERE / "rules" / "INDEX.md")
    for path in sorted((HERE / "rules").glob("*.lua")):
        expected = rows[path.name][0]
        shutil.copy(path, folder / "rules" / "lib_file.lua")
        alone = judge.run(folder, "check", "rules/lib_file.lua")
        judge.say(f"rules/{path.name} alone", alone, judge.common(alone))
        as_formula(folder, path.read_text(encoding="utf-8"))
        done = judge.run(folder, "eval", "plans/file.yaml")
        complaint = judge.common(done)
        if not complaint and expected.startswith("must fail") or "absent" in expected:
            complaint = complaint or judge.refused(done, None)
        if "deterministic" in expected or "other evaluations" in expected:
            outputs = {(judge.run(folder, "eval", "plans/file.yaml").stderr, done.stdout) for _ in range(10)}
            complaint = complaint or (None if len(outputs) == 1 else "not always the same")
        judge.say(f"rules/{path.name} as a formula", done, complaint)


HEAD = b"elenco: persone;numeri: italiani\nid;voto\n"


def many(row, n):
    return HEAD + b"".join(row % i for i in range(n))


HOSTILE_ROWS = {
    "nothing": b"",
    "only blank rows": b";;;\n" * 1000,
    "NUL": HEAD + b"a;\0\n",
    "not UTF-8": HEAD + b"perch\xe9;5\n",
    "UTF-16": HEAD.decode().encode("utf-16"),
    "overlong UTF-8": HEAD + b"a\xc0\xaf;5\n",
    "lines of an old Macintosh": HEAD.replace(b"\n", b"\r") + b"a;5\r",
    "an invisible letter": HEAD + "a\u202e;5\n".encode(),
    "a quote that never closes": HEAD + b'"' + b"a;5\n" * 1_000_000,
    "a quote at the very end": HEAD + b'a;"',
    "quotes without end": HEAD + b'"' * 1_000_001,
    "one endless cell": HEAD + b"a" * (7 << 20) + b";5\n",
    "one endless line": HEAD + b";" * (7 << 20) + b"\n",
    "more than eight MiB": HEAD + b"a;5\n" * (3 << 20),
    "a million rows of one cell": HEAD + b"a\n" * 1_000_000,
    "a million quotes in the wrong place": HEAD + b'a"b;5\n' * 1_000_000,
    "more than a million cells": many(b"a%d;5\n", 600_000),
    "rows that are all the same": HEAD + b"a;5\n" * 400_000,
    "rows about nobody": HEAD + b";5\n" * 400_000,
    "a mark that is none in each row": many(b"a%d;x\n", 100_000),
    "columns that nobody knows": b"numeri: italiani\n" + b";".join(b"c%d" % i for i in range(200_000)) + b"\na\n",
    "a column a thousand times": b"numeri: italiani\n" + b";".join([b"id"] * 1000) + b"\na\n",
    "a number of many digits": HEAD + b"a;" + b"9" * 60_000 + b"\n",
    "digits with a comma": HEAD + b"a;" + b"9" * 60_000 + b",5\n",
}
GOOD_ROWS = {
    "plain": HEAD + b"a;8,5\nb;10\n",
    "as spreadsheets write": b"\xef\xbb\xbf" + HEAD.replace(b"\n", b"\r\n") + b'"a ""b"";c";"8,5";;\r\n;;;\r\n',
    "a formula of a spreadsheet is a text": HEAD + b"=1+cmd;8\n",
    "no line end": HEAD + b"a;8",
    "ten thousand rows": many(b"a%d;5\n", 10_000),
}


def judge_rows(judge, folder):
    (folder / "plans" / "file.yaml").write_text("rules: prova/2024\ntitolo: Prova\nperiodo: 2024\n")
    for name, rows in {**HOSTILE_ROWS, **GOOD_ROWS}.items():
        (folder / "rows.csv").write_bytes(rows)
        done = judge.run(folder, "eval", "--marks", "rows.csv", "plans/file.yaml")
        complaint = judge.accepted(done) if name in GOOD_ROWS else judge.refused(done, None)
        judge.say(f"rows: {name}", done, judge.common(done) or complaint)


def judge_good(judge, folder):
    files = sorted((HERE / "good" / "yaml").glob("*.yaml"))
    for path in files:
        shutil.copy(path, folder / "plans" / "file.yaml")
        done = judge.run(folder, "eval", "--rules", "prova/2024", "plans/file.yaml")
        judge.say(f"good/yaml/{path.name}", done, judge.common(done) or judge.accepted(done))
    scripts = sorted((HERE / "good" / "rules").glob("*.lua"))
    for path in scripts:
        as_formula(folder, path.read_text(encoding="utf-8"))
        done = judge.run(folder, "eval", "plans/file.yaml")
        judge.say(f"good/rules/{path.name}", done, judge.common(done) or judge.accepted(done))
    if len(files) + len(scripts) < 10:
        judge.wrong.append("fewer than ten good files")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pagella", required=True)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="for sanitized builds")
    options = parser.parse_args()
    judge = Judge(options.pagella, options.seconds)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        tree(folder)
        judge_good(judge, folder)
        judge_yaml(judge, folder)
        judge_rows(judge, folder)
        judge_rules(judge, folder)
        judge_good(judge, folder)
    print(f"slowest {judge.slowest:.2f} s of the processor")
    print(f"{judge.passed} passed, {len(judge.wrong)} failed")
    return 1 if judge.wrong or judge.passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
