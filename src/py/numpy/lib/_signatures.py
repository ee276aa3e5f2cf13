"""Signatures of functions in Rust, read off the first sentence of their help."""

import builtins
import inspect

import numpy as np


def _first_sentence(text):
    """The call at the beginning of a help text, `name(a, axis=None)`, and nothing where there is none."""
    depth, opened = 0, text.find("(")
    if opened <= 0 or not text[:opened].isidentifier():
        return None
    for place in range(opened, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if not depth:
            return text[opened:place + 1].replace("\n", " ")
    return None


def of(function, named):
    """The signature of a function that NumPy has as `named`: NumPy's, or that of its help, or a Python function's own."""
    from numpy._help import call_of
    call = call_of(named)
    if call is None and not isinstance(function, type(len)):
        return inspect.signature(function)
    call = call or _first_sentence(function.__doc__ or "")
    if call is None:
        raise AttributeError("__signature__")
    call = call.replace("<no value>", "_NoValue").replace("np.False_", "False")
    names = {"numpy": np, "np": np, "_NoValue": np._NoValue, **vars(builtins), "int64": np.int64}
    try:
        exec(f"def function{call}: ...", names)
    except Exception:
        raise AttributeError("__signature__") from None
    return inspect.signature(names["function"])


def of_native(function):
    """The signature of a function or method of NumPy that is written in Rust."""
    from numpy._help import call_of
    call = call_of(function)
    if call is None:
        raise AttributeError("__signature__")
    found = of(function, function)
    names = list(found.parameters)
    bound = not isinstance(getattr(function, "__self__", None), (type(None), type(np)))
    if bound and names[:1] == ["self"]:
        found = found.replace(parameters=[found.parameters[name] for name in names[1:]])
    return found


_NUMBER, _NONE = "(value=0, /)", "()"
_CLASSES = {
    "bool": "(value=False, /)", "complex64": "(real=0, imag=0, /)", "complex128": "(real=0, imag=0, /)",
    "str_": "(value='', /, *args, **kwargs)", "bytes_": "(value='', /, *args, **kwargs)",
    "void": "(length_or_data, /, dtype=None)", "object_": "(value=None, /)", "datetime64": "(value=None, /, *args)",
    "timedelta64": "(value=0, /, *args)", "dtype": "(dtype, align=False, copy=False, **kwargs)",
    "ndarray": "(shape, dtype=None, buffer=None, offset=0, strides=None, order=None)",
    "BytesDType": "(size, /)", "StrDType": "(size, /)", "VoidDType": "(length, /)", "DateTime64DType": "(unit, /)",
    "TimeDelta64DType": "(unit, /)", "StringDType": "(*, coerce=True, **kwargs)",
}


def of_class(cls):
    """The signature of one of NumPy's classes. Source: `inspect.signature` of each in NumPy 2.4."""
    number = issubclass(cls, np.number) and cls.__name__[-1].isdigit()
    return of_text(_CLASSES.get(cls.__name__, _NUMBER if number else _NONE))


def of_text(text):
    """The signature that a text such as "($self, /, axis=None)" stands for."""
    if text is None:
        raise AttributeError("__signature__")
    names = {}
    exec(f"def function{text.replace('$', '')}: ...", names)
    return inspect.signature(names["function"])


def of_ufunc(ufunc):
    """The signature of a ufunc: its operands, and the arguments that all take."""
    inputs = "x" if ufunc.nin == 1 else ", ".join(f"x{place + 1}" for place in range(ufunc.nin))
    out = "None" if ufunc.nout == 1 else repr((None,) * ufunc.nout)
    rest = "axes=_NoValue, axis=_NoValue, keepdims=False, " if ufunc.signature else "where=True, "
    names = {"_NoValue": np._NoValue}
    given = f"{inputs}, /, out={out}, *, {rest}casting='same_kind', order='K', dtype=None, subok=True, signature=None"
    exec(f"def function({given}): ...", names)
    return inspect.signature(names["function"])


def resolved(ufunc, dtypes, *, signature=None, casting=None, reduction=False):
    """The dtypes of the loop that a ufunc would run on operands of some dtypes, results last."""
    if not isinstance(dtypes, tuple) or len(dtypes) != ufunc.nargs:
        raise TypeError("resolve_dtypes: The dtypes must be a tuple of `ufunc.nargs` length.")
    given = list(dtypes)
    if reduction and given[0] is None:
        given[0] = given[1]
    if any(kind is None for kind in given[:ufunc.nin]):
        raise TypeError("All input dtypes must be provided (except the first one in reductions)")
    weak = {int: 0, float: 0.0, complex: 0j}
    operands = [weak[kind] if isinstance(kind, type) and kind in weak else np.ones(1, kind) for kind in given[:ufunc.nin]]
    options = {} if casting is None else {"casting": casting}
    if signature is not None:
        options["signature"] = signature
    if reduction:
        kind = ufunc.reduce(operands[1]).dtype
        return (kind,) * ufunc.nargs
    outs = [None if kind is None else np.empty(1, kind) for kind in given[ufunc.nin:]]
    with np.errstate(all="ignore"):
        if any(out is not None for out in outs):
            ufunc(*operands, out=tuple(outs), **options)
        made = ufunc(*operands, **options)
    results = [one.dtype for one in (made if isinstance(made, tuple) else (made,))]
    common = np.result_type(*operands)
    if signature is not None or any(kind.kind in "mMTUSO" for kind in results + [common]):
        inputs = [np.asarray(one).dtype if common.kind in "mM" else results[0] for one in operands]
        return (*inputs, *results)
    rows = [row.split("->") for row in ufunc.types if not set("mMO").intersection(row)]
    for before, after in rows:
        if after == "".join(kind.char for kind in results) and all(np.can_cast(common, code, "safe") for code in before):
            return (*(np.dtype(code) for code in before), *results)
    return (*[common] * ufunc.nin, *results)
