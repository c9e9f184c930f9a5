"""The reference of the rule language in a README is what the program itself says of its words: the
block between the two marker comments is exactly the Italian output of `help rules --markdown`.

    words.py --pagella PROGRAM README [--update]     --update rewrites the block
    words.py --self-test
"""
import argparse
import difflib
import pathlib
import subprocess
import sys

BEGIN = "<!-- words: from pagella aiuto regole --markdown -->\n"
END = "<!-- words: end -->\n"


def replaced(text, block):
    """The text with another block between the markers; None when they are not there once each."""
    if text.count(BEGIN) != 1 or text.count(END) != 1 or text.index(BEGIN) > text.index(END):
        return None
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{block}\n{END}{after}"


def differences(text, wanted):
    return [line for line in difflib.unified_diff(text.splitlines(), wanted.splitlines(), "README",
                                                  "pagella", n=0, lineterm="")]


def self_test():
    text = f"a\n{BEGIN}\nold\n\n{END}b\n"
    assert replaced(text, "old\n") == text
    assert "+new" in differences(text, replaced(text, "new\n"))
    assert replaced(replaced(text, "new\n"), "old\n") == text
    assert replaced("a\n", "new\n") is None and replaced(END + BEGIN, "new\n") is None
    print("self-test: good")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("readme", nargs="?", type=pathlib.Path)
    options.add_argument("--pagella")
    options.add_argument("--update", action="store_true")
    options.add_argument("--self-test", action="store_true")
    said = options.parse_args()
    if said.self_test:
        return self_test()
    block = subprocess.run([said.pagella, "help", "rules", "--markdown", "--lang", "it"], check=True,
                           capture_output=True, encoding="utf-8").stdout
    text = said.readme.read_text(encoding="utf-8")
    wanted = replaced(text, block)
    if wanted is None:
        sys.exit(f"{said.readme}: the two markers are not there, once each and in order:\n{BEGIN}{END}")
    if said.update:
        said.readme.write_text(wanted, encoding="utf-8")
    elif wanted != text:
        print("\n".join(differences(text, wanted)))
        sys.exit(f"{said.readme}: not what the program says; run words.py with --update")


if __name__ == "__main__":
    main()
