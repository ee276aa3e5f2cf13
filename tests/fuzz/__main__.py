"""The differential fuzzer: random programs under NumPy and here, and what differs, made small.

    python tests/fuzz --command target/debug/stridelab [--seed N] [--programs N] [--minutes M] [--keep-going]
    python tests/fuzz --record tests/fuzz/recorded.txt [--seed N] [--programs N]

The first form ends with status 1 where a program differs, but for those that a `--known` file lists as still to be mended
(`--write-known` writes it anew: a line `seed:number` a program). The second writes programs whose outcomes no platform changes, with
what NumPy answers, for machines without NumPy (tests/fuzz.rs replays them). `cargo xtask fuzz` calls it.
"""
import argparse
import pathlib
import random
import re
import signal
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))

import numpy as np

import compare
import grow
import here
import shrink

BATCH = 200
GROWING_SECONDS = 5
# Of differences that look alike before they are made small, so many are made small.
ALIKE = 1


def main():
    options = read_options()
    if options.record:
        return record(options)
    end = time.monotonic() + 60 * options.minutes if options.minutes else float("inf")
    session = here.Here(options.command)
    known = set(pathlib.Path(options.known).read_text().split()) if options.known else set()
    seen, count, begun, different, still, found = {}, 0, time.monotonic(), 0, 0, []
    while count < options.programs and time.monotonic() < end:
        numbers = range(count, min(count + BATCH, options.programs))
        count += len(numbers)
        batch = [(number, pair) for number in numbers if (pair := grown(options.seed, number)) is not None]
        answers = session.run_all([program for _, (program, _) in batch])
        for (number, (program, theirs)), answer in zip(batch, answers):
            difference = judged(program, answer, theirs)
            if difference is None:
                continue
            found.append(f"{options.seed}:{number}")
            if found[-1] in known:
                still += 1
                continue
            different += 1
            if options.write_known:
                continue
            key = (difference.kind, tuple(sorted(mentioned(program[difference.statement]))))
            seen[key] = seen.get(key, 0) + 1
            if seen[key] <= ALIKE and (options.keep_going or len(seen) <= 20):
                show(program, difference, session, options.quick)
        print(f"# {count} programs, {different} differ, {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    print(f"{count} programs, {different} differ from NumPy {np.__version__}" + (f", beside {still} that are known to" if known else ""))
    if options.write_known:
        pathlib.Path(options.write_known).write_text("\n".join(found) + "\n")
        return 0
    return 1 if different else 0


def read_options():
    parser = argparse.ArgumentParser(prog="python tests/fuzz", description="Random programs under NumPy and here.")
    parser.add_argument("--command", default="target/debug/stridelab", help="the native command of this project")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--programs", type=int, default=10**9)
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--keep-going", action="store_true", help="show every kind of difference, not the first few")
    parser.add_argument("--quick", action="store_true", help="show differing programs as they grew")
    parser.add_argument("--known", help="a file of programs that are known to differ still")
    parser.add_argument("--write-known", help="write that file")
    parser.add_argument("--record", help="write programs and NumPy's outcomes to this file")
    options = parser.parse_args()
    if options.programs == 10**9 and not options.minutes:
        options.programs = 2000
    return options


def grown(seed, number, exact=False):
    """Program `number` of a seed, with NumPy's outcomes; None where it could not be grown in time."""
    def too_long(*_):
        raise grow.Dead
    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(GROWING_SECONDS)
    try:
        return grow.grow(random.Random(f"{seed}:{number}"), exact)
    finally:
        signal.alarm(0)


def judged(program, answer, theirs):
    if isinstance(answer, str):
        return compare.Difference(len(program) - 1, "crash", [answer], [])
    return compare.compare(program, answer, theirs)


def mentioned(statement):
    """The functions and operators of a statement: differences with the same ones are counted as alike."""
    code = statement.split("=", 1)[-1] if re.match(r"\w+ =", statement) else statement
    return set(re.findall(r"(?:np\.|\.)([A-Za-z_]\w*)|([-+*/%&|^<>@~]=?)", code.replace("np.nan", "").replace("np.inf", "")))


def show(program, difference, session, quick):
    program = program[:difference.statement + 1]
    if quick:
        program = shrink.needed(program, difference.statement)
    else:
        program, smaller = shrink.shrink(program, difference.kind, session)
        difference = smaller or difference
    print(f"=== {difference.kind}")
    print("\n".join(program))
    for title, outcome, other in (("here", difference.here, difference.there), ("NumPy", difference.there, difference.here)):
        lines = [line for line in outcome if line not in other]
        print(f"--- {title}", *lines[:4], sep="\n")
    print(flush=True)


def record(options):
    """Programs and NumPy's outcomes: those that no platform changes and that end the same here when they are recorded."""
    lines = [f"# numpy {np.__version__}; made by `python tests/fuzz --record`, seed {options.seed}"]
    pairs = [grown(options.seed, number, exact=True) for number in range(options.programs)]
    pairs = [pair for pair in pairs if pair is not None and len(repr(pair)) < 2400]
    answers = here.Here(options.command).run_all([program for program, _ in pairs])
    lines += [repr(pair) for pair, answer in zip(pairs, answers) if answer == pair[1]]
    pathlib.Path(options.record).write_text("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
