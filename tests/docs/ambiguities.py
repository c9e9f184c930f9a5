"""The README of a pack may have a table of the points that its source leaves open, with the tests that
show how each is decided in the last column. The points are numbered without a gap; each has a test; a
sentence in «» begins a test of the pack's tests.yaml, a link leads to a file that is there.

    ambiguities.py README POINTS
"""
import pathlib
import re
import sys

ROW = re.compile(r"^\| (\d+) \|(?P<rest>.*)\|\s*$", re.M)
SENTENCE = re.compile(r"^- test: (.*)$", re.M)


def findings(text, sentences, exists, points):
    rows = {int(m[1]): m["rest"].rsplit("|", 1)[-1] for m in ROW.finditer(text)}
    for number in range(1, points + 1):
        tests = rows.get(number, "")
        names = re.findall(r"«([^»]+)»", tests)
        links = re.findall(r"\]\(([^)]+)\)", tests)
        if not names and not links:
            yield f"point {number} has no test"
        for name in names:
            if not any(s.startswith(name) for s in sentences):
                yield f"point {number}: no test begins with «{name}»"
        for link in links:
            if not exists(link):
                yield f"point {number}: {link} is not there"


def self_test():
    text = "| 1 | a | «x» |\n| 2 | b | [y](z) |\n| 4 | c | – |\n"
    found = list(findings(text, ["x (1)"], lambda link: link == "z", 4))
    assert found == ["point 3 has no test", "point 4 has no test"], found
    assert len(list(findings(text, [], lambda link: False, 2))) == 2


def main():
    self_test()
    readme = pathlib.Path(sys.argv[1])
    sentences = SENTENCE.findall((readme.parent / "tests.yaml").read_text(encoding="utf-8"))
    found = list(findings(readme.read_text(encoding="utf-8"), sentences,
                          lambda link: (readme.parent / link).exists(), int(sys.argv[2])))
    print("\n".join(found) or f"{sys.argv[2]} points, each with its tests")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
