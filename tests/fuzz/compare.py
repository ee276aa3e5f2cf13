"""Judges two outcomes of one program: equal, equal as far as can be asked, or different, and how.

What may differ in its last bit is not listed here but where readers see it: on the page of the site that says how this
differs from NumPy. Each name in that page's lists is one that a statement may mention.
"""
import pathlib
import re

import numpy as np

PAGE = pathlib.Path(__file__).parents[2] / "www/reference/how-this-differs-from-numpy.md"
EXACT, LAST_BIT, CLOSE = 0, 1, 2
NAN_FIELDS = {"float16": "<f2", "float32": "<f4", "float64": "<f8", "complex64": "<f4", "complex128": "<f8"}


def listed(anchor):
    """The names in code marks in the section of the page with this id."""
    section = PAGE.read_text().split("{#" + anchor + "}")[1].split("\n## ")[0]
    return {name for words in re.findall(r"`([^`]+)`", section) for name in words.split()}


LISTS = {LAST_BIT: listed("last-bit"), CLOSE: listed("close")}


def leeway(code):
    """How exactly the outcome of a statement can be compared."""
    words = set(re.findall(r"[A-Za-z_]\w*|\*\*", code))
    return max((degree for degree, names in LISTS.items() if words & names), default=EXACT)


def excused(ours, theirs):
    """Whether an outcome differs only in what the page says in words: warnings of broadcast arrays, the dtype of spans'
    whole quotients, text beyond Unicode."""
    if any("invalid maximum character" in line for line in theirs) or beyond_unicode(theirs):
        return True
    theirs = [line for line in theirs if "will not create a writeable array from broadcast_array" not in line]
    if ours == theirs:
        return True
    # What is longlong there shows its dtype as all but the usual ones do.
    whole = "kind ndarray int64"
    return (any(line.startswith(whole) for line in theirs) and
            [line.replace(",\n      dtype=int64)", ")").replace(", dtype=int64)", ")") for line in theirs] == ours)


def beyond_unicode(lines):
    """Whether elements of text hold what is no code point."""
    texts = [line.split(" ")[-1] for line in lines if re.match(r"(data|end \w) [<>]U", line)]
    return any(point > 0x10FFFF for text in texts for point in np.frombuffer(bytes.fromhex(text), "<u4"))


class Difference:
    """The first fact that differs: its kind, and both texts."""

    def __init__(self, statement, kind, here, there):
        self.statement, self.kind, self.here, self.there = statement, kind, here, there


def compare(program, here, there):
    """The first Difference of a program's outcomes, or None. A statement that is only close ends the comparison."""
    for number, (ours, theirs) in enumerate(zip(here, there, strict=True)):
        degree = leeway(program[number]) if number < len(program) else EXACT
        if excused(ours, theirs):
            continue
        kind = differs(ours, theirs, degree, "stride" in program[min(number, len(program) - 1)] or "sliding" in program[min(number, len(program) - 1)])
        if kind == "close":
            return None
        if kind:
            return Difference(min(number, len(program) - 1), kind, ours, theirs)
    return None


def differs(ours, theirs, degree, loose_base=False):
    """What kind of fact differs first; "close" where the values differ no more than they may; None if all is equal."""
    tags = [[line.split(" ", 1)[0] for line in lines] for lines in (ours, theirs)]
    if ours == theirs:
        return None
    if "error" in tags[0] or "error" in tags[1]:
        first, second = (next((line for line in lines if line.startswith("error")), "") for lines in (ours, theirs))
        if not first or not second:
            if "lacks" in first:
                return "lacking"
            return "error here" if first else "error there"
        if first != second:
            if "lacks" in first:
                return "lacking"
            return "sentence" if first.split(":")[0] == second.split(":")[0] else "error type"
    is_close = False
    if [w for w in ours if w.startswith("warning")] != [w for w in theirs if w.startswith("warning")]:
        return "warning"
    if tags[0] != tags[1]:
        return "kind"
    for tag, first, second in zip(tags[0], ours, theirs):
        if first == second or tag == "base" and loose_base:
            continue
        if tag in ("data", "end"):
            distance = apart(first, second)
            if degree == LAST_BIT and first.split(" ")[-2].startswith("complex"):
                # Each part of a complex function is several real ones.
                degree = CLOSE
            if distance > degree:
                return "values"
            is_close = is_close or distance > EXACT
        elif not (is_close and tag in ("repr", "str", "format")):
            return tag
    return "close" if is_close else None


def apart(first, second):
    """EXACT where two `data` or `end` lines differ in nothing but the bits of NaNs, else the leeway that covers them."""
    first, second = first.split(" "), second.split(" ")
    field = NAN_FIELDS.get(first[-2])
    if field is None or first[:-1] != second[:-1] or len(first[-1]) != len(second[-1]):
        return CLOSE + 1
    a, b = (np.frombuffer(bytes.fromhex(words[-1]), field) for words in (first, second))
    different = ~((np.isnan(a) & np.isnan(b)) | ((a == b) & (np.signbit(a) == np.signbit(b))))
    if not different.any():
        return EXACT
    a, b = a[different], b[different]
    if not (np.isfinite(a).all() and np.isfinite(b).all()):
        # C leaves the sign and the kind of an infinite part of a complex function open.
        return CLOSE if first[-2].startswith("complex") else CLOSE + 1
    with np.errstate(all="ignore"):
        if (np.abs(a - b) <= np.spacing(np.maximum(np.abs(a), np.abs(b)))).all():
            return LAST_BIT
        scale = np.max(np.abs(np.frombuffer(bytes.fromhex(second[-1]), field)), initial=0.0, where=np.isfinite(np.frombuffer(bytes.fromhex(second[-1]), field)))
        near = np.abs(a - b) <= np.finfo(field).eps * 64 * max(scale, 1.0)
    return CLOSE if near.all() else CLOSE + 1
