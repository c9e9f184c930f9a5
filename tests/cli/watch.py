"""`pagella --watch`: the command again each time a file is saved, also by editors that save under another name and
rename. Reaction is measured (--measure prints it); a test only fails when nothing comes within a long time.

    watch.py --pagella PROGRAM [--measure]
"""
import argparse
import os
import pathlib
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
LONG = 20
RULES = "rules/casale-marittimo/2023/secretary.lua"
PLAN = "plans/casale-marittimo/2024-2026/plan.yaml"
MARKS = "plans/casale-marittimo/2024-2026/evaluation-2023.yaml"


class Watched:
    """A running command, and what it has written since it was last asked."""

    def __init__(self, pagella, folder, *arguments, lang="en"):
        environment = {"PATH": "/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8"}
        self.process = subprocess.Popen([pagella, *arguments, "--lang", lang], cwd=folder,
                                        env=environment, stdout=subprocess.PIPE,
                                        stderr=subprocess.STDOUT, start_new_session=True)
        self.rest = ""

    def until(self, text):
        """Reads until `text` has come; how long that took."""
        got, begun = self.rest, time.monotonic()
        while text not in got:
            left = LONG - (time.monotonic() - begun)
            if left <= 0 or not select.select([self.process.stdout], [], [], left)[0]:
                raise AssertionError(f"no {text!r} within {LONG} s, but:\n{got}")
            piece = os.read(self.process.stdout.fileno(), 65536).decode()
            if not piece:
                raise AssertionError(f"it ended without {text!r}, after:\n{got}")
            got += piece
        self.rest = got[got.index(text) + len(text):]
        return time.monotonic() - begun

    def end(self):
        os.killpg(self.process.pid, signal.SIGINT)
        self.process.wait(LONG)
        self.process.stdout.close()


def change(path, old, new):
    text = path.read_text()
    assert old in text, old
    path.write_text(text.replace(old, new))


def change_by_renaming(path, old, new):
    text = path.read_text()
    assert old in text, old
    beside = path.with_name("." + path.name + ".swp")
    beside.write_text(text.replace(old, new))
    os.replace(beside, path)


def rules_that_are_saved_are_tested_again(watch, folder):
    w = watch("test", "casale-marittimo/2023", "--watch")
    w.until("passed")
    change(folder / RULES, 'to =  85, give = "8%"', 'to =  85, give = "9%"')
    took = w.until("error[")
    return w, took


def an_editor_that_renames_is_seen(watch, folder):
    w = watch("eval", MARKS, "--watch", "--quiet")
    w.until("Totale")
    change_by_renaming(folder / MARKS, "salary: 52318.47", "salary: 62318.47")
    return w, w.until("6.")


def a_wrong_save_is_told_and_the_next_one_mends_it(watch, folder):
    w = watch("check", "rules/casale-marittimo/2023", "--watch")
    w.until("no errors")
    change(folder / RULES, "ceiling = percent", "ceiling = percnt")
    took = w.until("percnt")
    w.until("1 error")
    change_by_renaming(folder / RULES, "ceiling = percnt", "ceiling = percent")
    w.until("no errors")
    return w, took


def a_new_file_is_seen(watch, folder):
    w = watch("check", "--watch")
    w.until("no errors")
    (folder / "rules/casale-marittimo/2023/other.lua").write_text("return 3\n")
    return w, w.until("other.lua")


def a_file_far_from_here_is_watched_with_its_rules(watch, folder):
    w = watch("eval", str(folder / MARKS), "--watch", "--quiet")
    w.until("Totale")
    change(folder / RULES, 'value = "10%"', 'value = "5%"')
    took = w.until(f", changed: {RULES} —\n") # once, though the tree is seen from here too
    w.until("Totale")
    return w, took


def a_file_that_goes_is_named_and_so_is_one_that_comes(watch, folder):
    """Not the one that stands in its place in the list of names."""
    rows = folder / "plans/casale-marittimo/2024-2026/rows.csv"
    rows.write_text("list: a;numbers: plain\n")
    w = watch("check", "rules/casale-marittimo/2023", "--watch")
    w.until("no errors")
    rows.unlink()
    took = w.until(", removed: plans/casale-marittimo/2024-2026/rows.csv —\n")
    w.until("no errors")
    rows.write_text("list: a;numbers: plain\n")
    w.until(", added: plans/casale-marittimo/2024-2026/rows.csv —\n")
    w.until("no errors")
    change(folder / PLAN, "source:", "source: ")
    w.until(f", changed: {PLAN} —\n")
    return w, took


def several_files_at_once_are_all_named(watch, folder):
    """They come by one rename each, so within what is waited for anyway; a folder goes as a whole."""
    plans = folder / "plans/casale-marittimo/2024-2026"
    away, there = folder / "away", plans / "notes"
    there.mkdir()
    away.mkdir()
    for i in range(7):
        (there / f"{i}.txt").write_text("x\n")
    w = watch("check", "rules/casale-marittimo/2023", "--watch", lang="it")
    w.until("nessun errore")
    os.rename(there, away / "notes")
    names = ", ".join(f"plans/casale-marittimo/2024-2026/notes/{i}.txt" for i in range(5))
    w.until(f", tolto: {names} e altri 2 —\n")
    w.until("nessun errore")
    change(plans / "plan.yaml", "source:", "source: ")
    os.rename(away / "notes", there)
    took = w.until("cambiato: plans/casale-marittimo/2024-2026/plan.yaml; aggiunto: plans")
    return w, took


def an_editor_that_renames_leaves_one_name(watch, folder):
    w = watch("check", "rules/casale-marittimo/2023", "--watch")
    w.until("no errors")
    change_by_renaming(folder / RULES, "ceiling = percent", "ceiling  = percent")
    return w, w.until(f", changed: {RULES} —\n")


TESTS = [a_file_that_goes_is_named_and_so_is_one_that_comes, several_files_at_once_are_all_named,
         an_editor_that_renames_leaves_one_name, rules_that_are_saved_are_tested_again, an_editor_that_renames_is_seen,
         a_wrong_save_is_told_and_the_next_one_mends_it, a_new_file_is_seen,
         a_file_far_from_here_is_watched_with_its_rules]


def run(test, pagella):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for top in ("rules", "plans"):
            shutil.copytree(ROOT / top, folder / top)
        started = []

        def watch(*arguments, lang="en"):
            started.append(Watched(pagella, name, *arguments, lang=lang))
            return started[-1]

        try:
            _, took = test(watch, folder)
        finally:
            for w in started:
                w.end()
        return took


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pagella", required=True)
    parser.add_argument("--measure", action="store_true")
    options = parser.parse_args()
    pagella = str(pathlib.Path(options.pagella).resolve())
    failed = 0
    for test in TESTS:
        try:
            took = run(test, pagella)
            print(f"ok    {test.__name__}" + (f": {took * 1000:.0f} ms" if options.measure else ""))
        except AssertionError as problem:
            failed += 1
            print(f"FAIL  {test.__name__}\n{problem}")
    print(f"{len(TESTS)} cases, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
