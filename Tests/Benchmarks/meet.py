#!/usr/bin/python3
"""Measures Passend side by side with its peers, in one run (see docs/metingen.md).

usage: meet.py PROGRAM MEETBANK BASELINE [SIZES]     sizes such as 500,5000; medians are printed, in milliseconds
"""
import os
import pty
import select
import shutil
import struct
import fcntl
import subprocess
import sys
import tempfile
import termios
import time

PROGRAM, BENCH, BASELINE = sys.argv[1:4]
SIZES = [int(size) for size in (sys.argv[4] if len(sys.argv) > 4 else "500,5000").split(",")]
ROUNDS = 7


def median(values):
    return sorted(values)[len(values) // 2]


def environment(home, **more):
    return {"HOME": home, "PATH": os.environ["PATH"], "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **more}


class Screen:
    """A program in a pty of 80x24; answers are timed from a key to the last byte before a pause of the program."""

    def __init__(self, command, env):
        self.start = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, env)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.seen = b""

    def wait(self, marker, seconds=60):
        deadline = time.perf_counter() + seconds
        while marker not in self.seen:
            if not select.select([self.fd], [], [], max(0, deadline - time.perf_counter()))[0]:
                raise SystemExit(f"no {marker!r} on the screen; saw {self.seen[-400:]!r}")
            self.seen += os.read(self.fd, 65536)
        return time.perf_counter() - self.start

    def key(self, text):
        """Seconds from the key to the first bytes of the answer, which come in one write."""
        self.quiet()
        start = time.perf_counter()
        os.write(self.fd, text.encode())
        if not select.select([self.fd], [], [], 5)[0]:
            raise SystemExit(f"no answer to {text!r}")
        os.read(self.fd, 65536)
        return time.perf_counter() - start

    def quiet(self):
        while select.select([self.fd], [], [], 0.03)[0]:
            if not os.read(self.fd, 65536):
                return

    def cpu(self):
        """Seconds of processor so far, to the nanosecond: stat counts in ticks of 10 ms, which is the budget itself."""
        tasks = f"/proc/{self.pid}/task"
        return sum(int(open(f"{tasks}/{task}/schedstat").read().split()[0]) for task in os.listdir(tasks)) / 1e9

    def memory(self):
        lines = open(f"/proc/{self.pid}/status").read().splitlines()
        return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))

    def end(self):
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def first_screen(command, env, marker):
    times = []
    for _ in range(ROUNDS):
        screen = Screen(command, env)
        times.append(screen.wait(marker))
        screen.end()
    return median(times[1:])


def whole(command, env):
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run(command, env=env, stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - start)
    return median(times[1:])


def report(what, *figures):
    print(f"{what:<58} " + "   ".join(figures), flush=True)


def ms(seconds):
    return f"{seconds * 1000:.1f} ms"


def calcurse(home, count):
    """calcurse with as many appointments, spread over a year."""
    folder = os.path.join(home, "calcurse")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "apts"), "w") as file:
        for number in range(count):
            day = f"{number % 12 + 1:02}/{number % 28 + 1:02}/2026"
            file.write(f"{day} @ 10:00 -> {day} @ 10:30 |Gesprek over leerling {number}\n")
    open(os.path.join(folder, "todo"), "w").close()
    return ["calcurse", "-D", folder]


def measure(home, size):
    folder, state = os.path.join(home, f"school{size}"), os.path.join(home, "state", "passend")
    env = environment(home, XDG_STATE_HOME=os.path.join(home, "state"))
    os.makedirs(state, exist_ok=True)
    subprocess.run([BENCH, "school", folder, state, str(size)], env=env, check=True)
    files = [os.path.join(root, name) for root, _, names in os.walk(os.path.join(folder, "leerlingen")) for name in names]
    report(f"-- {size} dossiers, {len(files)} files,", f"{sum(map(os.path.getsize, files)) / 1e6:.0f} MB")
    mine = first_screen([PROGRAM, "--map", folder, "--als", "anouk"], env, b"Komende")
    theirs = [f"calcurse {ms(first_screen(calcurse(home, size), env, b'Calendar'))}"] if shutil.which("calcurse") else []
    report("first agenda on the screen", ms(mine), *theirs)
    plain = whole([PROGRAM, "agenda", "--plain", "--map", folder, "--als", "anouk"], env)
    listing = os.path.join(home, f"files{size}")
    with open(listing, "w") as file:
        file.write("\0".join(files))
    jq = whole(["sh", "-c", f"xargs -0 cat < {listing} | jq -c .sectie"], env)
    report("passend agenda --plain; jq over the same files", ms(plain), f"jq {ms(jq)}")
    screen = Screen([PROGRAM, "--map", folder, "--als", "anouk"], env)
    screen.wait(b"Komende")
    moves = [screen.key("\x1bOB" if number % 2 == 0 else "\x1bOA") for number in range(200)]
    screen.key("/")
    typed = [screen.key(letter) for letter in "noor de vries" for _ in (0,)] + [screen.key("\x7f") for _ in range(12)]
    for what, times in (("cursor up and down", moves), ("filter typing", typed)):
        report(f"key to screen, {what}", f"median {ms(median(times))}", f"p95 {ms(sorted(times)[int(len(times) * 0.95)])}")
    report("memory at its highest", f"{screen.memory()} MB")
    if size == SIZES[0]:
        screen.quiet()
        before = screen.cpu()
        time.sleep(60)
        report("idle for 60 s", f"{(screen.cpu() - before) * 1000:.1f} ms of CPU")
    screen.end()
    return folder, state, env


def main():
    home = tempfile.mkdtemp(prefix="passend-meten-")
    try:
        env = environment(home)
        report("start doing nothing (passend paden)", ms(whole([PROGRAM, "paden"], env)), f"true {ms(whole(['true'], env))}")
        for size in SIZES:
            folder, state, env = measure(home, size)
            if size == SIZES[0]:
                mine = subprocess.run([BENCH, "commit", folder, state, "200"], env=env, check=True, capture_output=True, text=True).stdout
                bytes_ = mine.split()[1]
                theirs = subprocess.run([BASELINE, os.path.join(home, "baseline"), "200", bytes_], check=True, capture_output=True, text=True).stdout
                report("commit of one tab (µs: median, p95, highest)", mine.strip(), theirs.strip())
        report("judging by all rules (µs)", subprocess.run([BENCH, "regels", "500"], check=True, capture_output=True, text=True).stdout.strip())
    finally:
        shutil.rmtree(home)


main()
