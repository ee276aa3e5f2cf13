"""help() on what is NumPy's: how it is called, what it does, what each argument is, and examples that are run.

The calls are NumPy's (`_calls`); the words are this project's: a function's own help text, `_arguments`, `_examples`.
Not here: the headings and modules of Python's help(), which are in `boot.py`.
"""

import re
import textwrap

import numpy as np
from numpy._arguments import COMMON, OF
from numpy._calls import CALLS
from numpy._examples import EXAMPLES


def _table(text):
    lines = (line.split(": ", 1) for line in text.strip().splitlines())
    return {name: rest for name, rest in lines}


def _home(path):
    """The module or class of a dotted name that begins with numpy."""
    found = np
    for part in path.split(".")[1:]:
        found = getattr(found, part)
    return found


def _place(value):
    """Where CALLS has a function or method: the path of its module or class, and its name there; or None."""
    name = getattr(value, "__name__", None)
    if name is None:
        return None
    owner = getattr(value, "__objclass__", None)
    if owner is None and not isinstance(getattr(value, "__self__", None), (type(None), type(np))):
        owner = type(value.__self__)
    if owner is np.random.mtrand.RandomState:
        return "numpy.random.RandomState", name
    for path in CALLS:
        home = _home(path)
        if owner is not None and home is owner:
            return path, name
        if owner is None and vars(home).get(name, getattr(home, name, None)) is value:
            return path, name
    return None


def call_of(value):
    """The text between and with the brackets of a call, `(a, axis=None)`; None where nothing is known."""
    place = _place(value)
    if place is None:
        return None
    start = place[1] + "("
    for line in CALLS[place[0]].splitlines():
        if line.startswith(start):
            return line[len(place[1]):]
    return None


def _parameters(call):
    """The arguments of a call with their defaults: (name, default or None)."""
    depth, part, parts = 0, "", []
    for letter in call[1:-1] + ",":
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(letter, 0)
        if letter == "," and not depth:
            parts.append(part.strip())
            part = ""
        else:
            part += letter
    found = []
    for part in parts:
        name, _, default = part.partition("=")
        if name.strip("*/ ") and not name.endswith("]"):
            found.append((name, default or None))
    return found


def _described(path, name, call):
    common, special = _table(COMMON), _table(OF)
    for given, default in _parameters(call):
        bare = given.lstrip("*")
        key = ".".join([*path.split(".")[1:], name, bare])
        words = special.get(key, common.get(bare))
        if bare == "self" or words is None and default is None:
            continue
        kind, _, sentence = (words or "; ").partition("; ")
        more = "" if default in (None, "<no value>", "None") else f", default {default}"
        yield f"{given} : {kind}{'' if default is None else ', optional' + more if kind else 'optional' + more}"
        if sentence:
            yield textwrap.fill(sentence, 76, initial_indent="    ", subsequent_indent="    ")


def _run(code):
    """The lines of examples with what they print."""
    import contextlib
    import io
    names = {"np": np}
    with np.printoptions():
        for step in code.split(" ;; "):
            yield ">>> " + step
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed), np.errstate(all="ignore"):
                try:
                    value = eval(step, names)
                except SyntaxError:
                    value = exec(step, names)
                if value is not None:
                    print(repr(value))
            yield from printed.getvalue().splitlines()


def page(value):
    """The lines of help on a function, ufunc or method of NumPy; None for what is none of these."""
    place = _place(value)
    if isinstance(value, np.ufunc):
        place = ("numpy", value.__name__)
        call, _, doc = (value.__doc__ or "").partition("\n\n")
        operands = "(" + ", ".join(("x",) if value.nin == 1 else (f"x{at + 1}" for at in range(value.nin))) + ", out=None)"
        lines = [call, "", *doc.strip().splitlines()]
        described = list(_described("numpy", place[1], operands))
    elif place is None:
        return None
    else:
        call = call_of(value)
        doc = re.sub(r"\A%s\(.*?\)\n\s*\n" % re.escape(place[1]), "", (value.__doc__ or "").strip(), flags=re.DOTALL)
        first = (value.__doc__ or "").strip().split("\n\n")[0]
        if call and hasattr(value, "__self__"):
            call = re.sub(r"^\(self(, /)?(, )?", "(", call)
        lines = [place[1] + call if call else first if first.startswith(place[1] + "(") else place[1] + "(...)", ""]
        lines += textwrap.dedent("    " + doc).strip().splitlines()
        described = list(_described(*place, call)) if call else []
    if described:
        lines += ["", "Parameters", "----------", *"\n".join(described).splitlines()]
    examples = _table(EXAMPLES)
    for key in (".".join([*place[0].split(".")[1:], place[1]]), place[1] if place[0] == "numpy" else ""):
        if key in examples:
            lines += ["", "Examples", "--------", ">>> import numpy as np", *_run(examples[key])]
            break
    return lines
