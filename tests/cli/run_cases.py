"""Runs the cases of the command line: each folder tests/cli/<group>/<case>/ holds
    cmd      one line of shell: the arguments of pagella, or a line in which `pagella` is named,
             so that assignments and pipes can stand around it (LANG=it_IT.UTF-8 pagella eval …)
    stdout, stderr, exit
             what must come out, to the byte (<version> and <sha256> stand for what may change)
    whole    optional, empty: the case is about the repository's rules/ and plans/, and gets all of them
    setup    optional: a shell script run first, for edits of the copies of rules/ and plans/
and any other file the command needs. A case runs in a fresh folder with its own files and, where it
has no rules/ or plans/ of its own, copies of a few of the repository's (SHARED; a pack that is added
must not change what the cases say), with an environment of PATH, HOME and LC_ALL=C; then again under
C.UTF-8, and, where the line says --lang, under it_IT.UTF-8: the bytes must be the same. A line that
sets LANG or LC_… itself runs once, without LC_ALL.

    run_cases.py --pagella PROGRAM [GROUP/CASE …]            runs them
    run_cases.py --pagella PROGRAM --update [GROUP/CASE …]   writes what came out, for a review
    run_cases.py --codes                                     every diagnostic code has a case
"""
import argparse
import concurrent.futures
import difflib
import pathlib
import re
import shutil
import sys
import tempfile

from surroundings import (ROOT, copy_tree, environment, make_bin, make_locale, normalised,
                          run_shell)

HERE = pathlib.Path(__file__).resolve().parent
PARTS = ("stdout", "stderr", "exit")
OWN = PARTS + ("cmd", "setup", "whole")
NAMED = re.compile(r"(?:^|[\s|;&(])pagella(?:\s|$)")
SHARED = {
    "rules": ("README.md", "casale-marittimo/2023/pack.lua", "casale-marittimo/2023/secretary.lua",
              "casale-marittimo/2023/tests.yaml", "lib/convention.lua", "lib/periods.lua",
              "national/secretary.lua"),
    "plans": ("README.md", "casale-marittimo/2024-2026/plan.yaml",
              "casale-marittimo/2024-2026/evaluation-2023.yaml"),
}
SETS_LOCALE = re.compile(r"(?:^|\s)(?:LANG|LANGUAGE|LC_[A-Z]+)=")


class Runner:
    def __init__(self, pagella, temporary):
        self.temporary = pathlib.Path(temporary)
        self.bin = make_bin(self.temporary / "bin", pagella)
        self.locale = make_locale(self.temporary)

    def run_once(self, case, line, variables):
        """What the line puts out in a fresh copy of the case."""
        with tempfile.TemporaryDirectory(dir=self.temporary) as name:
            folder = pathlib.Path(name)
            copy_tree(case, folder, OWN)
            for shared, files in SHARED.items():
                if (folder / shared).exists():
                    continue
                if (case / "whole").exists():
                    copy_tree(ROOT / shared, folder / shared)
                    continue
                for file in files:
                    (folder / shared / file).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(ROOT / shared / file, folder / shared / file)
            env = environment(self.bin, folder, **variables)
            if (case / "setup").exists():
                out, err, ended = run_shell((case / "setup").read_text(), folder, env)
                if ended != "0":
                    return (out, f"setup failed\n{err}", ended)
            return run_shell(line, folder, env)

    def surroundings_of(self, line):
        if SETS_LOCALE.search(line):
            return [self.locale]
        some = [{"LC_ALL": "C"}, {"LC_ALL": "C.UTF-8"}]
        if "--lang" in line:
            some.append({"LC_ALL": "it_IT.UTF-8", "LANG": "it_IT.UTF-8", **self.locale})
        return some

    def run(self, case, update):
        """The findings of one case, as texts."""
        if not (case / "cmd").is_file():
            return ["no file cmd"]
        line = (case / "cmd").read_text().strip()
        if not line or "\n" in line:
            return ["cmd is not one line"]
        if not NAMED.search(line):
            line = "pagella " + line
        first, *others = self.surroundings_of(line)
        got = self.run_once(case, line, first)
        if update and got[2] != "timeout":
            write_expectation(case, got)
        findings = compare(read_expectation(case), got, "expected", "got")
        for variables in others if not findings else []:
            again = self.run_once(case, line, variables)
            findings += compare(got, again, f"{first}", f"{variables}")
        return findings


def read_expectation(case):
    """The three texts; None for a file that is missing."""
    texts = []
    for part in PARTS:
        path = case / part
        text = path.read_bytes().decode("utf-8", "surrogateescape") if path.is_file() else None
        texts.append(text if text is None or part != "exit" else text.strip())
    return tuple(t if t is None else normalised(t) for t in texts)


def write_expectation(case, got):
    for part, text in zip(PARTS, got):
        text = text + "\n" if part == "exit" else text
        (case / part).write_bytes(text.encode("utf-8", "surrogateescape"))


def compare(expected, got, from_name, to_name):
    findings = []
    for part, a, b in zip(PARTS, expected, got):
        if a is None:
            findings.append(f"there is no file {part}")
        elif a != b:
            difference = difflib.unified_diff(
                a.splitlines(keepends=True), b.splitlines(keepends=True),
                f"{part}, {from_name}", f"{part}, {to_name}")
            findings.append("".join(d if d.endswith("\n") else d + "\n\\ no end of line\n"
                                    for d in difference))
    return findings


def cases_in(folder, names=()):
    found = sorted(p for p in folder.glob("*/*") if p.is_dir() and "__pycache__" not in p.parts)
    if names:
        wanted = [n.strip("/") for n in names]
        found = [p for p in found if any(label(p) == n or label(p).startswith(n + "/")
                                         for n in wanted)]
    return found


def label(case):
    return f"{case.parent.name}/{case.name}"


def run_all(pagella, folder, names=(), update=False, say=print):
    """How many cases ran and how many of them failed."""
    cases = cases_in(folder, names)
    failed = 0
    with tempfile.TemporaryDirectory(prefix="pagella-cli-") as temporary, \
            concurrent.futures.ThreadPoolExecutor(2) as pool:
        runner = Runner(pagella, temporary)
        for case, findings in zip(cases, pool.map(lambda c: runner.run(c, update), cases)):
            say(f"{'FAIL' if findings else 'ok'}    {label(case)}")
            for finding in findings:
                say("    " + finding.rstrip("\n").replace("\n", "\n    "))
            failed += bool(findings)
    say(f"{len(cases)} cases, {failed} failed" if cases else "no case was found")
    return len(cases), failed


# --- every code has a case ---

def check_codes(definitions, excuses, expectations):
    """`expectations`: the expected outputs of all cases, as one text."""
    codes = re.findall(r"^X\((\w+),", definitions, re.M)
    shown = set(re.findall(r"\b[EW]\d{4}\b", expectations))
    findings = [] if codes else ["codes.def holds no code"]
    excused = {}
    for line in excuses.splitlines():
        if line.strip() and not line.startswith("#"):
            code, _, reason = line.strip().partition(" ")
            excused[code] = reason.strip()
    for code in codes:
        if code not in shown and code not in excused:
            findings.append(f"{code}: no case shows it, and codes-without-case.txt does not say why")
    for code, reason in excused.items():
        if code not in codes:
            findings.append(f"{code}: excused, but there is no such code")
        elif code in shown:
            findings.append(f"{code}: excused, but a case shows it")
        elif not reason:
            findings.append(f"{code}: excused without a reason")
    return findings


def run_codes():
    expectations = "\n".join(text or "" for case in cases_in(HERE)
                             for text in read_expectation(case)[:2])
    findings = check_codes((ROOT / "engine/diag/codes.def").read_text(encoding="utf-8"),
                           (HERE / "codes-without-case.txt").read_text(encoding="utf-8"),
                           expectations)
    for finding in findings:
        print(finding)
    print(f"{len(findings)} findings")
    return bool(findings)


# --- the runner itself ---

FAKE = """#!/bin/sh
case $1 in
hello) echo "hello $2, version $VERSION" | sed 's/ $/ none/' ;;
fail) echo wrong >&2; exit 3 ;;
language) echo "$LC_ALL" ;;
variable) echo "${LANG-none} ${LC_ALL-none} ${USER-none}" ;;
cat) cat -- "$2" ;;
esac
"""
SAMPLES = {  # name: (files, ok)
    "same": ({"cmd": "hello 'you two'", "stdout": "hello you two, version none\n"}, True),
    "other_stdout": ({"cmd": "hello you", "stdout": "hello you, version  none\n"}, False),
    "other_stderr": ({"cmd": "fail", "stderr": "wrung\n", "exit": "3\n"}, False),
    "other_exit": ({"cmd": "fail", "stderr": "wrong\n", "exit": "0\n"}, False),
    "right_exit": ({"cmd": "fail", "stderr": "wrong\n", "exit": "3\n"}, True),
    "missing_stderr": ({"cmd": "hello you", "stdout": "hello you, version none\n",
                        "stderr": None}, False),
    "same_in_every_locale": ({"cmd": "language", "stdout": "C\n"}, False),
    "sets_its_locale": ({"cmd": "LANG=it_IT.UTF-8 pagella variable",
                         "stdout": "it_IT.UTF-8 none none\n"}, True),
    "own_file": ({"cmd": "cat a.txt", "a.txt": "a\n", "stdout": "a\n"}, True),
    "setup_edits": ({"cmd": "cat a.txt", "a.txt": "a\n", "setup": "sed -i s/a/b/ a.txt\n",
                     "stdout": "b\n"}, True),
    "setup_fails": ({"cmd": "hello you", "setup": "false\n",
                     "stdout": "hello you, version none\n"}, False),
    "hash": ({"cmd": "cat a.txt", "a.txt": "0123456789ab 123456789012\n",
              "stdout": "<sha256> 123456789012\n"}, True),
    "amount_is_no_hash": ({"cmd": "cat a.txt", "a.txt": "123456789012\n",
                           "stdout": "<sha256>\n"}, False),
}


def run_self_test():
    wrong = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        fake = folder / "fake"
        fake.write_text(FAKE)
        fake.chmod(0o755)
        for sample, (files, _) in SAMPLES.items():
            case = folder / "cases" / "group" / sample
            case.mkdir(parents=True)
            for part, text in {"stdout": "", "stderr": "", "exit": "0\n", **files}.items():
                if text is not None:
                    (case / part).write_text(text)
        said = []
        run_all(fake, folder / "cases", say=said.append)
        for sample, (_, ok) in SAMPLES.items():
            if f"{'ok' if ok else 'FAIL'}    group/{sample}" not in said:
                wrong.append(sample)
        if run_all(fake, folder / "nothing", say=str)[0]:
            wrong.append("found cases where there are none")
    definitions = "X(E0001, a)\nX(E0002, b)\n"
    for excuses, shown, findings in (("E0002 why\n", "error[E0001]", 0), ("", "E0001", 1),
                                     ("E0002\n", "E0001", 1), ("E0002 why", "E0001 E0002", 1),
                                     ("E0009 why", "E0001 E0002", 1)):
        if len(check_codes(definitions, excuses, shown)) != findings:
            wrong.append(f"codes: {excuses!r} {shown!r}")
    print(f"self-test: {len(SAMPLES) + 6} samples, wrong: {' '.join(wrong) or 'none'}")
    return bool(wrong)


def main():
    parser = argparse.ArgumentParser(description="Runs the cases of the command line.")
    parser.add_argument("--pagella")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--codes", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("names", nargs="*", metavar="GROUP/CASE")
    given = parser.parse_args()
    if given.self_test:
        return run_self_test()
    if given.codes:
        return run_codes()
    if not given.pagella:
        parser.error("--pagella is needed")
    ran, failed = run_all(given.pagella, HERE, given.names, given.update)
    return not ran or bool(failed)


if __name__ == "__main__":
    sys.exit(int(main()))
