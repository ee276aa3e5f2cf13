"""Signals, of which a page has none: the names are here, and what waits for one or sends one says so."""

from enum import IntEnum


class Signals(IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGABRT = 6
    SIGFPE = 8
    SIGSEGV = 11
    SIGTERM = 15


class Handlers(IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


globals().update(Signals.__members__)
globals().update(Handlers.__members__)


def default_int_handler(number, frame):
    """What is done at an interrupt."""
    raise KeyboardInterrupt


def getsignal(number):
    """What is done at a signal: Python's own handling."""
    return default_int_handler if Signals(number) == Signals.SIGINT else Handlers.SIG_DFL


def valid_signals():
    return set(Signals)


def strsignal(number):
    return Signals(number).name


def _refuse(*arguments):
    raise OSError("signal: no signals reach the Python of this page")


signal = raise_signal = alarm = pause = setitimer = set_wakeup_fd = _refuse
