"""Runs the commands of the READMEs. Every fenced block marked `sh` is run, in order, in a copy of
the repository (one copy a README); the block must succeed, or end with N where the fence says
```sh exit=N. Where the next fence before any heading is marked `text`, it is what the block prints
(stdout and stderr together), to the byte but for the version and the fingerprint of rules, which is
written `(…)`: it changes with every edit, so one that is printed in a README is a finding. `pagella …` and `./run …` are the
program under test; `./run` alone, `./run tests` and `./run bench` are skipped: they build, and one of
them is what is running. `<!-- LANG=it_IT.UTF-8 -->` in a README sets the language of its commands.

    readme_commands.py --pagella PROGRAM [README …]
"""
import argparse
import difflib
import pathlib
import re
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "cli"))
from surroundings import copy_tree, environment, make_bin, make_locale, normalised, run_shell  # noqa: E402

READMES = ("README.md", "rules/README.md", "rules/national/README.md", "rules/examples/README.md",
           "rules/casale-marittimo/2024/README.md", "plans/README.md", "engine/README.md")
NOT_COPIED = (".git", "build")
FENCE = re.compile(r"^(?P<indent> *)```(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=indent)```[ ]*$"
                   r"|^(?P<heading>#+ [^\n]*)$", re.M | re.S)
FINGERPRINT = re.compile(r"^((?:regole|rules) \S+) \(…\)", re.M)
LANGUAGE = re.compile(r"<!-- LANG=(\S+) -->")
SHIM = """#!/bin/sh
case ${1-} in
'' | tests | bench) ;;
*) PAGELLA_COMMAND=./run exec pagella "$@" ;;
esac
"""


class Block:
    def __init__(self, line, info, script):
        self.line, self.script = line, script
        ending = re.search(r"\bexit=(\d+)", info)
        self.exit = ending[1] if ending else "0"
        self.output, self.stale = None, False


def blocks_of(text):
    blocks = []
    open_block = None
    for m in FENCE.finditer(text):
        if m["heading"]:
            open_block = None
            continue
        kind = m["info"].split()[0] if m["info"].split() else ""
        body = re.sub(r"^" + m["indent"], "", m["body"], flags=re.M)
        if kind == "sh":
            line = text.count("\n", 0, m.start()) + 1
            open_block = Block(line, m["info"], body)
            blocks.append(open_block)
            continue
        if kind == "text" and open_block:
            open_block.stale = "<sha256>" in normalised(body)
            open_block.output = normalised(FINGERPRINT.sub(r"\1 (<sha256>)", body))
        open_block = None
    return blocks


def compare(name, block, out, ended):
    where = f"{name}:{block.line}"
    if block.stale:
        return [f"{where}: prints a fingerprint, which goes stale; write (…)"]
    if ended != block.exit:
        return [f"{where}: exit {ended}, expected {block.exit}; it said:\n{out}"]
    if block.output is None or block.output == out:
        return []
    lines = difflib.unified_diff(block.output.splitlines(), out.splitlines(), "as printed in " + name,
                                 "as it is", lineterm="")
    return [f"{where}: prints something else\n" + "\n".join(lines)]


def check(name, text, repository, pagella):
    """How many blocks there are, and the findings."""
    blocks = blocks_of(text)
    findings = []
    with tempfile.TemporaryDirectory(prefix="pagella-docs-") as temporary:
        top = pathlib.Path(temporary)
        folder = top / "pagella"
        copy_tree(repository, folder, NOT_COPIED)
        (folder / "run").unlink(missing_ok=True)
        (folder / "run").write_text(SHIM)
        (folder / "run").chmod(0o755)
        (folder / "build").mkdir()
        (folder / "build" / "pagella").symlink_to(pathlib.Path(pagella).resolve())
        language = LANGUAGE.search(text)
        variables = {"LC_ALL": "C.UTF-8"}
        if language:
            variables = {"LANG": language[1], **make_locale(top)}
        env = environment(make_bin(top / "bin", pagella), top, **variables)
        for block in blocks:
            out, _, ended = run_shell(block.script, folder, env, together=True)
            findings += compare(name, block, out, ended)
    return len(blocks), findings


FAKE = """#!/bin/sh
case $1 in
eval) echo "result of $2" ;;
sum) echo "regole a/2023 (0123456789ab)" ;;
fail) echo wrong >&2; exit 3 ;;
esac
"""
SAMPLES = (  # README, number of blocks, number of findings
    ("```sh\n./run\n./run tests\n```\n", 1, 0),
    ("```sh\n./run eval a\n```\nprints\n```text\nresult of a\n```\n", 1, 0),
    ("```sh\npagella eval a\n```\n\n```text\nresult of b\n```\n", 1, 1),
    ("```sh\nbuild/pagella eval a\n```\n# Other\n```text\nnot an output\n```\n", 1, 0),
    ("1. a\n\n   ```sh\n   pagella eval a\n   ```\n   ```text\n   result of a\n   ```\n", 1, 0),
    ("```sh\npagella fail\n```\n", 1, 1),
    ("```sh exit=3\npagella fail\n```\n```text\nwrong\n```\n", 1, 0),
    ("```sh\necho a > rules/new\n```\n```sh\ncat rules/new\n```\n```text\na\n```\n", 2, 0),
    ("```sh\nfalse\npagella eval a\n```\n", 1, 1),
    ("```yaml\na: 1\n```\n", 0, 0),
    ("```sh\npagella sum\n```\n```text\nregole a/2023 (…)\n```\n", 1, 0),
    ("```sh\npagella sum\n```\n```text\nregole a/2023 (0123456789ab)\n```\n", 1, 1),
    ("```sh\npagella eval …\n```\n```text\nregole a/2023 (…)\n```\n", 1, 1),
)


def run_self_test():
    wrong = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        fake = folder / "fake"
        fake.write_text(FAKE)
        fake.chmod(0o755)
        (folder / "repository" / "rules").mkdir(parents=True)
        for text, blocks, findings in SAMPLES:
            count, found = check("README.md", text, folder / "repository", fake)
            if (count, len(found)) != (blocks, findings):
                wrong.append(f"{text!r}: {count} blocks, {found}")
    for line in wrong:
        print(line)
    print(f"self-test: {len(SAMPLES)} samples, {len(wrong)} wrong")
    return bool(wrong)


def main():
    parser = argparse.ArgumentParser(description="Runs the commands of the READMEs.")
    parser.add_argument("--pagella")
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("readmes", nargs="*", default=READMES)
    given = parser.parse_args()
    if given.self_test:
        return run_self_test()
    if not given.pagella:
        parser.error("--pagella is needed")
    failed = False
    for name in given.readmes:
        if not (ROOT / name).is_file():
            print(f"FAIL  {name}: there is no such file")
            failed = True
            continue
        text = (ROOT / name).read_text(encoding="utf-8")
        count, findings = check(name, text, ROOT, given.pagella)
        print(f"{'FAIL' if findings else 'ok'}    {name}: {count} blocks")
        for finding in findings:
            print("    " + finding.replace("\n", "\n    "))
        failed = failed or bool(findings)
    return failed


if __name__ == "__main__":
    sys.exit(int(main()))
