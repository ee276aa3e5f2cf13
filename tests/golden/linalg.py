"""Golden linear algebra. Integers and small whole floats are exact; the rest is compared to a few ulps of the largest element."""
import itertools
import os

import numpy as np
from record import Golden, Grown, write_array

golden = Golden(os.path.join(os.path.dirname(__file__), "linalg.txt"))
seeds = itertools.count(2000)


def refusal(f):
    try:
        f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"
    raise AssertionError("was not refused")


def make(shape, dtype, whole=False):
    a = Grown(next(seeds), int(np.prod(shape)) * (2 if np.dtype(dtype).kind == "c" else 1), 9, dtype).array.reshape(shape)
    if not whole:
        return a
    # The sign of a zero in a single-precision complex product is the BLAS kernel's own.
    whole = np.trunc(a.real)
    return np.where(whole == 0, 1, whole).astype(dtype) if dtype == "complex64" else whole.astype(dtype)


products = [((3,), (3,)), ((2, 3), (3,)), ((3,), (3, 4)), ((2, 3), (3, 4)), ((17, 33), (33, 9)), ((5, 2, 3), (3, 4)),
            ((2, 3), (5, 3, 2)), ((4, 1, 2, 3), (5, 3, 2)), ((0, 3), (3, 2)), ((2, 0), (0, 3)), ((40, 1), (1, 30))]
for dtype in ("bool", "int8", "int32", "int64", "uint8", "float16", "float32", "float64", "complex64", "complex128"):
    for sa, sb in products:
        a, b = make(sa, dtype, True), make(sb, dtype, True)
        golden.case("matmul", write_array(a), write_array(b), write_array(np.matmul(a, b)))
        if len(sb) < 3 and len(sa) < 4:
            golden.case("dot", write_array(a), write_array(b), write_array(np.dot(a, b)))
    a, b = make((2, 3, 4), dtype, True), make((5, 4, 6), dtype, True)
    golden.case("dot", write_array(a), write_array(b), write_array(np.dot(a, b)))
    a, b = make((2, 3), dtype, True), make((4, 3), dtype, True)
    golden.case("inner", write_array(a), write_array(b), write_array(np.inner(a, b)))
    a, b = make((2, 3), dtype, True), make((3, 2), dtype, True)
    golden.case("vdot", write_array(a), write_array(b), write_array(np.vdot(a, b)))
for name, sa, sb in [("vecdot", (2, 3), (3,)), ("matvec", (4, 2, 3), (3,)), ("vecmat", (3,), (2, 3, 4))]:
    for dtype in ("int64", "float64", "complex128"):
        a, b = make(sa, dtype, True), make(sb, dtype, True)
        golden.case(name, write_array(a), write_array(b), write_array(getattr(np, name)(a, b)))
a, b = make((3, 4, 5), "float64", True), make((4, 3, 2), "float64", True)
golden.case("tensordot", "0,1|1,0", write_array(a), write_array(b), write_array(np.tensordot(a, b, axes=([0, 1], [1, 0]))))
for text, shapes in [("ij,jk", [(2, 3), (3, 4)]), ("ij,jk->ik", [(2, 3), (3, 4)]), ("ij,jk->ki", [(2, 3), (3, 4)]), ("ii", [(3, 3)]),
                     ("ii->i", [(3, 3)]), ("ij->ji", [(2, 3)]), ("ij->", [(2, 3)]), ("ij->j", [(2, 3)]), ("ba", [(2, 3)]), ("i,i", [(4,), (4,)]),
                     ("i,j->ij", [(4,), (3,)]), ("ij,j->i", [(2, 3), (3,)]), ("bij,bjk->bik", [(2, 3, 4), (2, 4, 5)]),
                     ("...ij,...jk->...ik", [(2, 3, 4), (4, 5)]), ("ij,ij->i", [(2, 3), (2, 3)]), ("ij,jk,kl->il", [(2, 3), (3, 4), (4, 2)]),
                     ("i...->...", [(2, 3, 4)]), ("bhqd,bhkd->bhqk", [(2, 2, 3, 4), (2, 2, 5, 4)]), ("ij,kj->ik", [(2, 3), (1, 3)]), ("ij,ji->", [(2, 3), (3, 2)])]:
    for dtype in ("int64", "float64", "float32"):
        arrays = [make(shape, dtype, True) for shape in shapes]
        golden.case("einsum", text, " ".join(write_array(x) for x in arrays), write_array(np.einsum(text, *arrays)))
for text, shapes in [("ij->k", [(2, 3)]), ("ij,j", [(2, 3)]), ("i", [(2, 3)]), ("ii", [(2, 3)]), ("ijj->ij", [(2, 3)]), ("i1", [(2, 3)])]:
    arrays = [np.ones(shape) for shape in shapes]
    golden.case("refused einsum", text, " ".join(write_array(x) for x in arrays), refusal(lambda: np.einsum(text, *arrays)))
for sa, sb in [((2, 3), (4, 3)), ((3,), (4,)), ((2, 3, 4), (3, 4, 5)), ((2, 3), ()), ((2, 3), (2,))]:
    a, b = np.ones(sa), np.ones(sb)
    golden.case("refused", "matmul", write_array(a), write_array(b), refusal(lambda: np.matmul(a, b)))
    if sb and (len(sa) < 3):
        golden.case("refused", "dot", write_array(a), write_array(b), refusal(lambda: np.dot(a, b)))
for name in ("det", "inv", "cholesky"):
    for dtype in ("float64", "float32", "complex128", "int64"):
        for shape in [(1, 1), (2, 2), (5, 5), (3, 4, 4)]:
            a = make(shape, dtype)
            if name == "cholesky":
                a = a @ np.swapaxes(a.conj(), -1, -2) + 20 * np.eye(shape[-1], dtype=a.dtype)
                a = a.astype(dtype)
            else:
                a = (a + 12 * np.eye(shape[-1])).astype(dtype)
            golden.case("near", name, write_array(a), "", write_array(getattr(np.linalg, name)(a)))
for dtype in ("float64", "complex128"):
    for sa, sb in [((3, 3), (3,)), ((3, 3), (3, 2)), ((4, 3, 3), (3, 1))]:
        a, b = make(sa, dtype), make(sb, dtype)
        golden.case("near", "solve", write_array(a), write_array(b), write_array(np.linalg.solve(a, b)))
for dtype in ("float64", "float32", "complex128", "int64"):
    for ord in (None, 0, 1, 2, 3, 0.5, np.inf, -np.inf, -1):
        for shape, axis in [((5,), None), ((3, 4), 0), ((3, 4), 1), ((2, 3, 4), 1)]:
            a = make(shape, dtype) + 1
            a = a.astype(dtype)
            if dtype == "int64" and ord == -1:
                continue
            r = np.linalg.norm(a, ord, axis=axis)
            golden.case("norm", str(ord), "" if axis is None else str(axis), write_array(a), write_array(r))
    for ord in (None, "fro", "nuc", 1, -1, 2, -2, np.inf, -np.inf):
        for shape, axis in [((3, 4), None), ((4, 3), (1, 0)), ((2, 3, 4), (0, 2))]:
            a = make(shape, dtype)
            r = np.linalg.norm(a, ord, axis=axis)
            golden.case("norm", str(ord), "" if axis is None else ",".join(map(str, axis)), write_array(a), write_array(r))
for f, text in [(lambda: np.linalg.det(np.ones((2, 3))), "det"), (lambda: np.linalg.inv(np.ones((2, 2))), "inv"),
                (lambda: np.linalg.cholesky(-np.eye(2)), "cholesky")]:
    a = {"det": np.ones((2, 3)), "inv": np.ones((2, 2)), "cholesky": -np.eye(2)}[text]
    golden.case("refused", text, write_array(a), "", refusal(f))
golden.save()
