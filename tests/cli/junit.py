"""The report of `pagella test --junit`, read by somebody else's XML parser: its structure, its counts,
and that names which are no XML do not break it.

    junit.py --pagella PROGRAM"""
import argparse
import pathlib
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

from surroundings import environment, make_bin, run_shell

RULES = """return subject {
  base = money { title = "Base" },
  total = money { title = "Totale", of = function(s) return s.base * 2 end },
}
"""
CASES = """- {test: "un <nome> & \\"altro\\"", person: {base: 1}, expect: {total: 2}}
- {test: "una riga\\ne un'altra", person: {base: 1}, expect: {total: 3}}
- test: per righe
  table: person
  given: [base]
  expect: [total]
  rows: [[1, 2], [2, 5]]
- {test: "sbagliato", person: {base: 1}, expect: {nessuna: 2}}
"""


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


class Check:
    def __init__(self):
        self.findings = []

    def equal(self, what, got, expected):
        if got != expected:
            self.findings.append(f"{what}: {got!r}, expected {expected!r}")


def check_report(check, root):
    suites = list(root)
    check.equal("root", (root.tag, [s.tag for s in suites]), ("testsuites", ["testsuite"] * 2))
    for element in (root, *suites):
        cases = list(element.iter("testcase"))
        for attribute, tag in (("failures", "failure"), ("errors", "error")):
            counted = sum(case.find(tag) is not None for case in cases)
            check.equal(f"{element.get('name')} {attribute}", element.get(attribute), str(counted))
        check.equal(f"{element.get('name')} tests", element.get("tests"), str(len(cases)))
    first, second = suites
    check.equal("a suite a file", [s.get("name") for s in suites],
                ["rules/demo/2024/altre.yaml", "rules/demo/2024/tests.yaml"])
    check.equal("class names", {c.get("classname") for c in root.iter("testcase")}, {"demo/2024"})
    check.equal("one file passes", first.find(".//failure"), None)
    names = [case.get("name") for case in second]
    check.equal("names", names, [
        'un <nome> & "altro"', "una riga\ne un'altra", "per righe (base: 1)",
        "per righe (base: 2)", "rules/demo/2024/tests.yaml"])
    check.equal("lines", [case.get("line") for case in second], ["1", "2", "7", "7", "8"])
    check.equal("outcomes", [[e.tag for e in case] for case in second],
                [[], ["failure"], [], ["failure"], ["error"]])
    failure = second[1].find("failure")
    check.equal("type", failure.get("type"), "E0840")
    for words in ("ci si aspettava 3.00", "└─ 1,00 €  Base"):
        if words not in failure.text:
            check.findings.append(f"the failure does not say {words!r}:\n{failure.text}")


def run(folder, pagella):
    check = Check()
    programs = make_bin(folder / "bin", pagella)
    variables = environment(programs, folder, LC_ALL="C.UTF-8")
    tree = folder / "tree"
    write(tree / "rules/demo/2024/pack.lua", 'pack { title = "Prova" }\n')
    write(tree / "rules/demo/2024/person.lua", RULES)
    write(tree / "rules/demo/2024/tests.yaml", CASES)
    write(tree / "rules/demo/2024/altre.yaml", CASES.splitlines()[0] + "\n")
    line = "pagella test --lang it --junit {0}"
    for name in ("one.xml", "two.xml"):
        run_shell(line.format(name), tree, variables)
    text = (tree / "one.xml").read_bytes()
    check.equal("again", (tree / "two.xml").read_bytes(), text)
    check_report(check, ElementTree.fromstring(text))
    (tree / "kept.xml").write_text("as it was")
    run_shell("chmod 500 . && " + line.format("nowhere/one.xml"), tree, variables)
    check.equal("files left behind", sorted(p.name for p in tree.iterdir() if p.name[0] == "."), [])
    write(tree / "rules/empty/2024/pack.lua", 'pack { title = "Prova" }\n')
    run_shell("chmod 700 . && pagella test --junit none.xml empty/2024", tree, variables)
    none = ElementTree.parse(tree / "none.xml").getroot()
    check.equal("nothing to test", (none.get("tests"), none.get("errors")), ("1", "1"))
    return check.findings


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pagella", required=True)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        findings = run(pathlib.Path(name), arguments.pagella)
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
