"""`einsum` as NumPy calls it, and the order of contraction it reports; the engine multiplies."""

from operator import index

from numpy import _engine as np
from numpy._engine import _einsum

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def _letters(sublist):
    text = ""
    for entry in sublist:
        if entry is Ellipsis:
            text += "..."
            continue
        try:
            entry = index(entry)
        except TypeError:
            raise TypeError("each subscript must be either an integer or an ellipsis") from None
        if not 0 <= entry < len(_LETTERS):
            raise ValueError(f"subscript is not within the valid range [0, {len(_LETTERS)})")
        text += _LETTERS[entry]
    return text


def _parse(operands):
    """Subscripts and arrays, of either way to call einsum."""
    if len(operands) == 0:
        raise ValueError("must specify the einstein sum subscripts string and at least one operand, or at least one "
                         "operand and its corresponding subscripts list")
    if isinstance(operands[0], str):
        return operands[0].replace(" ", ""), [np.asarray(operand) for operand in operands[1:]]
    if len(operands) < 2:
        raise ValueError("must provide at least an operand and a subscripts list to einsum")
    arrays = [np.asarray(operand) for operand in operands[0:len(operands) // 2 * 2:2]]
    terms = [_letters(sublist) for sublist in operands[1:len(operands) // 2 * 2:2]]
    text = ",".join(terms)
    if len(operands) % 2:
        text += "->" + _letters(operands[-1])
    return text, arrays


def einsum(*operands, out=None, optimize=False, **kwargs):
    """Sums of products over named axes: einsum("ij,jk->ik", a, b) is the matrix product.

    Each operand's axes get letters; letters that are not behind `->` are summed. Without `->`, those that occur once
    remain, in alphabetic order. `...` stands for axes that are broadcast. einsum(a, [0, 1], b, [1, 2]) works too.
    """
    unknown = [name for name in kwargs if name not in ("dtype", "order", "casting")]
    if unknown:
        raise TypeError(f"Did not understand the following kwargs: {unknown}")
    text, arrays = _parse(operands)
    if not arrays and optimize is False:
        raise ValueError("must specify the einstein sum subscripts string and at least one operand"
                         if isinstance(operands[0], str) else
                         "must provide at least an operand and a subscripts list to einsum")
    if optimize is not False and text.split("->")[0].count(",") + 1 != len(arrays):
        raise ValueError("Number of einsum subscripts must be equal to the number of operands.")
    if optimize is not False:
        # Its order of contraction is found first, and with it what does not fit.
        einsum_path(*operands, optimize=optimize)
    if kwargs.get("order") not in (None, "C", "F", "A", "K"):
        raise ValueError(f"order must be one of 'C', 'F', 'A', or 'K' (got '{kwargs['order']}')")
    if kwargs.get("casting") not in (None, "no", "equiv", "safe", "same_kind", "unsafe"):
        raise ValueError("casting must be one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe' "
                         f"(got '{kwargs['casting']}')")
    if out is not None and not isinstance(out, np.ndarray):
        raise TypeError("keyword parameter out must be an array for einsum")
    dtype = kwargs.get("dtype")
    if dtype is not None:
        casting = kwargs.get("casting", "safe")
        for array in arrays:
            if not np.can_cast(array.dtype, dtype, casting):
                raise TypeError(f"Iterator operand 0 dtype could not be cast from dtype('{array.dtype}') to "
                                f"dtype('{np.dtype(dtype)}') according to the rule '{casting}'")
        arrays = [array.astype(dtype) for array in arrays]
    result = _einsum(text, arrays)
    if kwargs.get("order") in ("C", "F"):
        result = np.asarray(result, order=kwargs["order"])
    if out is not None:
        out[...] = result
        return out
    return result


def _cost(labels, summed, terms, sizes):
    cost = 1
    for label in labels:
        cost *= sizes[label]
    return cost * ((terms - 1 if terms > 1 else 1) + bool(summed))


def _size(labels, sizes):
    size = 1
    for label in labels:
        size *= sizes[label]
    return size


def _contract(pair, terms, output):
    """What is left of the terms after one contraction, and the labels of its result and of what it sums."""
    inside = set().union(*(terms[place] for place in pair))
    rest = [term for place, term in enumerate(terms) if place not in pair]
    needed = set(output).union(*rest)
    result = inside & needed
    return rest + [result], result, inside, inside - result


def _greedy(terms, output, sizes, limit):
    path = []
    while len(terms) > 2:
        best = None
        for i in range(len(terms)):
            for j in range(i + 1, len(terms)):
                after, result, inside, summed = _contract((i, j), terms, output)
                if _size(result, sizes) > limit:
                    continue
                gain = _size(result, sizes) - _size(terms[i], sizes) - _size(terms[j], sizes)
                apart = not (set(terms[i]) & set(terms[j]))
                key = (apart, gain, _cost(inside, summed, 2, sizes))
                if best is None or key < best[0]:
                    best = key, (i, j), after
        if best is None:
            break
        path.append(best[1])
        terms = best[2]
    return path + [tuple(range(len(terms)))]


def _optimal(terms, output, sizes, limit):
    best = [None, None]

    def search(terms, path, spent):
        if best[0] is not None and spent >= best[0]:
            return
        if len(terms) == 1:
            best[:] = spent, path
            return
        for i in range(len(terms)):
            for j in range(i + 1, len(terms)):
                after, result, inside, summed = _contract((i, j), terms, output)
                if len(terms) > 2 and _size(result, sizes) > limit:
                    continue
                search(after, path + [(i, j)], spent + _cost(inside, summed, 2, sizes))

    search(terms, [], 0)
    return best[1] if best[1] is not None else [tuple(range(len(terms)))]


def einsum_path(*operands, optimize="greedy", einsum_call=False):
    """The order in which einsum would contract its operands, and a report of what that costs."""
    text, arrays = _parse(operands)
    if "." in text.replace("...", "") or "-" in text.replace("->", "") or ">" in text.replace("->", ""):
        raise ValueError("Invalid Ellipses." if "." in text.replace("...", "") else
                         "Subscripts can only contain one '->'.")
    if "." in text:
        ndim = 0
        for term, array in zip(text.split("->")[0].split(","), arrays):
            if "." in term and array.ndim - len(term) + 3 > ndim:
                ndim = array.ndim - len(term) + 3
        unused = [letter for letter in _LETTERS if letter not in text][:ndim]
        inputs = [term.replace("...", "".join(unused[ndim - (array.ndim - len(term) + 3):]) if "." in term else "")
                  for term, array in zip(text.split("->")[0].split(","), arrays)]
        if "->" in text:
            output = text.split("->")[1].replace("...", "".join(unused))
        else:
            plain = text.replace(".", "").replace(",", "")
            output = "".join(unused) + "".join(sorted(c for c in set(plain) if plain.count(c) == 1))
    else:
        inputs = text.split("->")[0].split(",")
        if "->" in text:
            output = text.split("->")[1]
        else:
            plain = text.replace(",", "")
            output = "".join(sorted(c for c in set(plain) if plain.count(c) == 1))
    for letter in output:
        if output.count(letter) != 1:
            raise ValueError(f"Output character {letter} appeared more than once in the output.")
        if letter not in "".join(inputs):
            raise ValueError(f"Output character {letter} did not appear in the input")
    sizes = {}
    for place, (term, array) in enumerate(zip(inputs, arrays)):
        if len(term) != array.ndim:
            raise ValueError(f"Einstein sum subscript {text.split('->')[0][place]} does not contain the correct number of indices for "
                             f"operand {place}.")
        for label, length in zip(term, array.shape):
            if sizes.get(label, 1) == 1:
                sizes[label] = length
            elif length not in (1, sizes[label]):
                raise ValueError(f"Size of label '{label}' for operand {inputs.index(term)} ({sizes[label]}) does not "
                                 f"match previous terms ({length}).")
    limit = None
    if isinstance(optimize, tuple) and len(optimize) == 2 and isinstance(optimize[0], str) \
            and optimize[0] != "einsum_path":
        optimize, limit = optimize
    if optimize is True:
        optimize = "greedy"
    if limit is None:
        limit = max([_size(set(term), sizes) for term in inputs + [output]])
    terms = [set(term) for term in inputs]
    if optimize is False or optimize is None or len(terms) in (1, 2):
        path = [tuple(range(len(terms)))]
    elif optimize == "greedy":
        path = _greedy(terms, set(output), sizes, limit)
    elif optimize == "optimal":
        path = _optimal(terms, set(output), sizes, limit)
    elif isinstance(optimize, (list, tuple)) and optimize and optimize[0] == "einsum_path":
        path = [tuple(step) for step in optimize[1:]]
    elif isinstance(optimize, (list, tuple)):
        raise TypeError(f"Did not understand the path: {optimize}")
    else:
        raise KeyError(f"Path name {optimize} not found")
    labels = set("".join(inputs))
    naive = _cost(labels, len(labels) - len(output), len(inputs), sizes)
    rows, names, cost, largest = [], list(inputs), 1, 1
    for step, pair in enumerate(path):
        pair = tuple(sorted(pair, reverse=True))
        terms = [set(name) for name in names]
        _, result, inside, summed = _contract(pair, terms, set(output))
        cost += _cost(inside, summed, len(pair), sizes)
        largest = _size(result, sizes) if _size(result, sizes) > largest else largest
        taken = [names.pop(place) for place in pair]
        last = step == len(path) - 1
        name = output if last else "".join(sorted(result, key=lambda label: (sizes[label], label)))
        names.append(name)
        rows.append((len(inside), ",".join(taken) + "->" + name, ",".join(names) + "->" + output))
    left = len(inputs) - sum(len(step) - 1 for step in path)
    if left > 1:
        raise RuntimeError(f"Invalid einsum_path is specified: {left - 1} more operands has to be contracted.")
    call = ",".join(inputs) + "->" + output
    report = f"  Complete contraction:  {call}\n"
    report += f"         Naive scaling:  {len(labels)}\n"
    report += f"     Optimized scaling:  {max([row[0] for row in rows])}\n"
    report += f"      Naive FLOP count:  {naive:.3e}\n"
    report += f"  Optimized FLOP count:  {cost:.3e}\n"
    report += f"   Theoretical speedup:  {naive / cost if cost else 1.0:3.3f}\n"
    report += f"  Largest intermediate:  {largest:.3e} elements\n"
    report += "-" * 74 + "\n"
    report += "%6s %24s %40s\n" % ("scaling", "current", "remaining")
    report += "-" * 74
    for scaling, current, remaining in rows:
        report += "\n%4d    %24s %40s" % (scaling, current, remaining)
    return ["einsum_path"] + path, report
