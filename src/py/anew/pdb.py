"""Where CPython has a debugger. Nobody can answer it here while a program runs, so that asking for one says so.

`doctest` and programs that import it without asking for it work.
"""

import bdb
import cmd

__all__ = ["run", "pm", "Pdb", "runeval", "runctx", "runcall", "set_trace", "post_mortem", "help"]

_SENTENCE = "pdb: nothing can be typed while a program runs here: print the values instead"


class Restart(Exception):
    """Restart of a program under a debugger; never raised here."""


class Pdb(bdb.Bdb, cmd.Cmd):
    """A debugger that cannot be entered."""

    def __init__(self, completekey="tab", stdin=None, stdout=None, skip=None, nosigint=False, readrc=True, **more):
        bdb.Bdb.__init__(self, skip=skip)
        cmd.Cmd.__init__(self, completekey, stdin, stdout)

    def set_trace(self, frame=None, **more):
        raise RuntimeError(_SENTENCE)

    def interaction(self, *frame):
        raise RuntimeError(_SENTENCE)

    run = runeval = runctx = runcall = interaction


def set_trace(*, header=None, commands=None):
    raise RuntimeError(_SENTENCE)


def _refuse(*program, **names):
    raise RuntimeError(_SENTENCE)


run = runeval = runctx = runcall = post_mortem = pm = _refuse


def help():
    print(_SENTENCE)
