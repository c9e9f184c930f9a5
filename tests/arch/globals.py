"""The library is reentrant: no object of it lies in writable memory. Tables of pointers that the
loader fills once and then write-protects (.data.rel.ro) are constants.
    globals.py LIBRARY"""
import pathlib
import subprocess
import sys
import tempfile

import house

# symbol: why it may be written.
ALLOWED = {}


def symbols(library):
    """(object file, symbol, section) of everything that is not code and not undefined."""
    with tempfile.TemporaryDirectory() as folder:
        # where objects also hold a form for the linker, nm would speak of that one: sections unknown
        plain = pathlib.Path(folder) / pathlib.Path(library).name
        subprocess.run(["objcopy", "--remove-section=.gnu.lto_*", str(library), str(plain)], check=True)
        said = subprocess.run(["nm", "-A", "-f", "sysv", str(plain)], capture_output=True, text=True,
                              check=True)
    for line in said.stdout.splitlines():
        fields = [f.strip() for f in line.split("|")]
        if len(fields) == 7 and fields[2] in list("dDbBCsSgGu"):
            where, _, name = fields[0].rpartition(":")
            yield where.rpartition(":")[2], name, fields[6]


def check(library):
    return [f"{where}: {name} is writable ({section})" for where, name, section in symbols(library)
            if not section.startswith(".data.rel.ro") and name not in ALLOWED]


SAMPLES = {
    "static const char *const names[] = {\"a\"}; const void *f(int i) { return names[i]; }": "",
    "int f(void) { static int calls; return ++calls; }": "calls",
    "int counter = 1;": "counter",
    "int zeroed;": "zeroed",
    "_Thread_local int each;": "each",
    "static const char *names[] = {\"a\"}; void *f(int i) { return names + i; }": "names",
}


def compile_samples(cc, folder):
    for number, (code, word) in enumerate(SAMPLES.items()):
        source = folder / f"{number}.c"
        source.write_text(code + "\n")
        made = source.with_suffix(".o")
        subprocess.run([cc, "-std=c11", "-fPIE", "-c", source, "-o", made], check=True)
        yield made, word


if __name__ == "__main__":
    if "--self-test" in sys.argv:
        with tempfile.TemporaryDirectory() as folder:
            pairs = list(compile_samples(sys.argv[sys.argv.index("--cc") + 1],
                                         pathlib.Path(folder)))
            house.self_test(check, [(made,) for made, word in pairs if not word],
                            [((made,), word) for made, word in pairs if word])
    house.report(check(sys.argv[1]), 1)
