"""The surroundings in which tests start pagella: a clean environment, copies of rules/ and plans/, an
Italian locale of our own making, and what two outputs are allowed to differ in."""
import os
import pathlib
import re
import shutil
import signal
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
SECONDS = 20  # of the processor, for each program that a script starts
HANGING = 300  # seconds by the clock, far more than any script needs on a busy machine
HEX = re.compile(r"(?<![0-9A-Za-z])(?:[0-9a-f]{64}|(?=[0-9]*[a-f])[0-9a-f]{12,63})(?![0-9A-Za-z])")


def engine_version():
    header = (ROOT / "include/pagella/base.h").read_text(encoding="utf-8")
    return re.search(r'#define PAG_VERSION "([^"]+)"', header)[1]


VERSION = re.compile(r"(?<![\d.])" + re.escape(engine_version()) + r"(?![\d]|\.\d)")


def normalised(text):
    """The version of the engine and SHA-256 sums, whole or cut to 12 digits and more, come and go;
    everything else is compared."""
    return HEX.sub("<sha256>", VERSION.sub("<version>", text))


def make_locale(folder):
    """An it_IT.UTF-8 in `folder`, as Debian has none; where it cannot be made the variables still
    say Italian, and that is what the program reads."""
    try:
        subprocess.run(["localedef", "-i", "it_IT", "-f", "UTF-8", folder / "it_IT.UTF-8"],
                       capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return {}
    return {"LOCPATH": str(folder)}


def make_bin(folder, pagella):
    """A folder for PATH in which `pagella` is the program under test."""
    folder.mkdir()
    (folder / "pagella").symlink_to(pathlib.Path(pagella).resolve())
    return folder


def environment(bin_folder, home, **more):
    return {"PATH": f"{bin_folder}:/usr/local/bin:/usr/bin:/bin", "HOME": str(home), **more}


def copy_tree(source, target, leave_out=()):
    """Copies the entries of a folder, but those in `leave_out` and those already there."""
    target.mkdir(exist_ok=True)
    for entry in sorted(source.iterdir()):
        if entry.name in leave_out or (target / entry.name).exists():
            continue
        if entry.is_dir():
            shutil.copytree(entry, target / entry.name, symlinks=True)
        else:
            shutil.copy2(entry, target / entry.name, follow_symlinks=False)


def run_shell(script, folder, env, together=False):
    """Runs a script with sh; (stdout, stderr, exit), the exit a text, "timeout" when a program took
    SECONDS or all of it HANGING."""
    process = subprocess.Popen(
        ["/bin/sh", "-e", "-c", f"ulimit -S -t {SECONDS}\n{script}"], cwd=folder, env=env,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT if together else subprocess.PIPE, start_new_session=True)
    try:
        out, err = process.communicate(timeout=HANGING)
        spent = process.returncode in (-signal.SIGXCPU, 128 + signal.SIGXCPU)
        ended = "timeout" if spent else str(process.returncode)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        out, err = process.communicate()
        ended = "timeout"
    return tuple(normalised((b or b"").decode("utf-8", "surrogateescape")) for b in (out, err)) + (
        ended,)
