"""The part of the interpreter that is best said in Python. It is imported when a session starts."""

import io
import sys

_HERE = "<frozen _stridelab>"


def describe(exception, cell):
    """The traceback as CPython prints it, without frames of the page's own code, and the place in `cell`.

    Returns (text, line, column): line and column count from 1, None where the error has no place there.
    """
    import traceback

    report = traceback.TracebackException.from_exception(exception)
    _drop_own_frames(report, set())
    text = "".join(report.format(colorize=False))
    line = column = None
    if isinstance(exception, SyntaxError) and exception.filename == cell:
        line, column = exception.lineno, exception.offset
    else:
        entry = exception.__traceback__
        while entry is not None:
            if entry.tb_frame.f_code.co_filename == cell:
                line = entry.tb_lineno
                column = _column(entry)
            entry = entry.tb_next
    return text, line, column


def _column(entry):
    positions = list(entry.tb_frame.f_code.co_positions())
    index = entry.tb_lasti // 2
    if not 0 <= index < len(positions) or positions[index][2] is None:
        return None
    return positions[index][2] + 1


def _drop_own_frames(report, seen):
    if report is None or id(report) in seen:
        return
    seen.add(id(report))
    report.stack[:] = [frame for frame in report.stack if frame.filename != _HERE]
    _drop_own_frames(report.__cause__, seen)
    _drop_own_frames(report.__context__, seen)
    for inner in report.exceptions or ():
        _drop_own_frames(inner, seen)


def remember(name, source):
    """Makes the source of a cell known, so that tracebacks and inspect show its lines."""
    import linecache

    lines = source.splitlines(keepends=True)
    linecache.cache[name] = (len(source), None, lines, name)
