"""Grows programs. A program is a list of statements; each is made from a template (rules.py) whose holes are filled with
what the program already has, which is known because every statement runs under NumPy as it is added.

Template language: `{hole}` is filled by the method of that name; `{x|y|z}` is one of the words, which may hold holes and
choices themselves; `(? text ?)` stands or falls as a whole. `{a}` and its kin choose an array, and the holes after it (`{axis}`, `{slices}`, `{like}`) suit that one.
"""
import re

import numpy as np

import compare
import holes
import probe
import rules

HOLE = re.compile(r"\{(\w+)\}")
CHOICE = re.compile(r"\{((?:[^{}|]|\{\w+\})*\|(?:[^{}]|\{\w+\})*)\}")
OPTION = re.compile(r"\(\?((?:(?!\(\?).)*?)\?\)", re.S)
NAMES = [letter for letter in "abcdefhijkmnopqrtuvwxyz"]
# A variable with more items than this is left alone: later statements could make it grow without end.
LARGEST = 400


class Dead(Exception):
    """The program cannot go on: an outcome that depends on the machine, or takes too long."""


class Grower(holes.Holes):
    """One program, its outcomes under NumPy so far, and the random stream it grows from."""

    def __init__(self, rng, exact):
        self.rng = rng
        self.exact = exact
        self.run = probe.Run()
        self.program, self.outcomes = [], []
        self.last = np.zeros(())
        self.last_text = "0"
        self.index_text = "..."

    def arrays(self, suits=lambda value: True):
        """The names of variables that are arrays of a manageable size and suit."""
        return [name for name, value in self.run.scope.items()
                if len(name) == 1 and type(value) is np.ndarray and value.size <= LARGEST and suits(value)]

    def fresh(self):
        """A name that is not yet taken."""
        return next(name for name in NAMES if name not in self.run.scope)

    def add(self, code):
        """Runs a statement, and adds it with its outcome; whether it ran without an error."""
        outcome = self.run.do(code)
        text = "\n".join(outcome)
        if "MemoryError" in text or len(text) > 20000:
            raise Dead
        self.program.append(code)
        self.outcomes.append(outcome)
        return not any(line.startswith("error") for line in outcome)

    def bind(self, expression):
        """Binds a new variable to an expression; its name."""
        name = self.fresh()
        self.add(f"{name} = {expression}")
        return name

    def fill(self, template):
        """The template with options decided and holes filled."""
        while (option := OPTION.search(template)):
            kept = option.group(1) if self.rng.random() < 0.35 else ""
            template = template[:option.start()] + kept + template[option.end():]
        while (choice := CHOICE.search(template)):
            chosen = self.rng.choice(choice.group(1).split("|"))
            template = template[:choice.start()] + chosen + template[choice.end():]
        return HOLE.sub(lambda hole: str(getattr(self, hole.group(1))()), template)

    def step(self):
        """Adds one statement made from a rule, and what the rule needs before it."""
        code = self.fill(rules.choose(self.rng))
        if self.exact and compare.leeway(code) != compare.EXACT:
            return
        if "\n" in code:
            *before, code = code.split("\n")
            for line in before:
                self.add(line)
        if not rules.is_statement(code) and self.rng.random() < 0.6 and len(self.arrays()) < 9:
            code = f"{self.fresh()} = {code}"
        self.add(code)


def grow(rng, exact=False):
    """A program of several statements and NumPy's outcomes, or None where it died. `exact` leaves out what
    depends on the platform's mathematical library."""
    options, errors = np.get_printoptions(), np.geterr()
    grower = Grower(rng, exact)
    try:
        for _ in range(rng.randint(1, 2)):
            grower.bind(grower.made())
        for _ in range(rng.randint(2, 6)):
            grower.step()
        return grower.program, grower.outcomes + [grower.run.end()]
    except Dead:
        return None
    finally:
        np.set_printoptions(**options)
        np.seterr(**errors)
