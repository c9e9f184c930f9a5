"""The functions of the libraries in rules/lib/README.md are those that the libraries define: the block
between the two marker comments is made from the files, each function with its parameters and what the
comment above it says first.

    libraries.py [--update]     --update rewrites the block
    libraries.py --self-test
"""
import argparse
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIBRARIES = ROOT / "rules" / "lib"
BEGIN = "<!-- libraries: from the files of this folder -->\n"
END = "<!-- libraries: end -->\n"
FUNCTION = re.compile(r"^function (\w+)(\([^)]*\))")


def first_sentence(comment):
    """What a comment says first: up to a full stop before a blank and a capital, or its end."""
    text = " ".join(line.removeprefix("--").strip() for line in comment)
    return re.split(r"(?<=\.) (?=[A-Z«])", text)[0].rstrip(".;:").replace("|", "\\|")


def functions_of(text):
    """(name and parameters, sentence) of each function that others can call."""
    comment = []
    for line in text.splitlines():
        found = FUNCTION.match(line)
        if found:
            yield found.group(1) + found.group(2), first_sentence(comment)
        comment = comment + [line] if line.startswith("--") else []


def table(files):
    """The block for (name, text) of each library."""
    lines = ["| libreria | funzione | che cosa dà |", "| --- | --- | --- |"]
    for name, text in files:
        for signature, sentence in functions_of(text):
            lines.append(f"| `lib/{name}` | `{signature}` | {sentence} |")
    return "\n".join(lines) + "\n"


def replaced(text, block):
    """The text with another block between the markers; None when they are not there once each."""
    if text.count(BEGIN) != 1 or text.count(END) != 1:
        return None
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}\n{block}\n{END}{rest.partition(END)[2]}"


def self_test():
    text = "-- In cima.\n\n-- Un tetto. E altro.\nfunction capped(a, b)\nend\nlocal function own() end\n"
    assert table([("caps", text)]).splitlines()[2:] == [
        "| `lib/caps` | `capped(a, b)` | Un tetto |"]
    assert replaced(f"a\n{BEGIN}old\n{END}b", "new") == f"a\n{BEGIN}\nnew\n{END}b"
    assert replaced("a", "new") is None
    return 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.self_test:
        return self_test()
    readme = LIBRARIES / "README.md"
    block = table((path.stem, path.read_text()) for path in sorted(LIBRARIES.glob("*.lua")))
    text = readme.read_text()
    wanted = replaced(text, block)
    if wanted is None:
        print(f"{readme}: the marker comments are not there once each")
        return 1
    if options.update:
        readme.write_text(wanted)
    elif wanted != text:
        print(f"{readme}: the functions are not those of the files; tests/docs/libraries.py --update")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
