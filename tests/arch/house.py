"""What the arch checkers share: where the sources are, C text without comments and strings, and the
way to report. A checker is a function from files to findings, and has a self-test that shows it a
bad sample; it never changes a file."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOKEN = re.compile(r"""/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'""", re.S)


def sources(*folders, endings=(".c", ".h", ".def")):
    """The files of our own under these folders: (path from the root, text), in order."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in endings and path.is_file():
                text = path.read_text(encoding="utf-8", errors="replace")
                yield path.relative_to(ROOT).as_posix(), text


def without_comments(text):
    """The text with every comment blanked, lines kept."""
    return TOKEN.sub(lambda m: m[0] if m[0][0] in "\"'" else blank(m[0]), text)


def without_comments_and_strings(text):
    return TOKEN.sub(lambda m: blank(m[0]), text)


def blank(text):
    return re.sub(r"[^\n]", " ", text)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def report(findings, looked_at):
    """Prints the findings and ends the program; a check that looked at nothing has failed."""
    for finding in findings:
        print(finding)
    if not looked_at:
        print("nothing was checked")
    print(f"{looked_at} files, {len(findings)} findings")
    sys.exit(1 if findings or not looked_at else 0)


def self_test(check, good, bad):
    """`good`: samples without findings. `bad`: (sample, words its one finding must contain)."""
    wrong = [f"found in a good sample: {f}" for sample in good for f in check(*sample)]
    for sample, words in bad:
        findings = check(*sample)
        if len(findings) != 1 or words not in findings[0]:
            wrong.append(f"expected one finding with {words!r}, got {findings}: {sample}"[:400])
    for line in wrong:
        print(line)
    print(f"self-test: {len(good)} good and {len(bad)} bad samples, {len(wrong)} wrong")
    sys.exit(1 if wrong else 0)
