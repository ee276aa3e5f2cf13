"""Assertions on masked arrays: what is masked in either is not compared."""

import operator

from numpy import abs, around, equal, float64, less_equal, ndarray
from numpy import array as _array
from numpy import asanyarray
from numpy.testing import (
    assert_, assert_allclose, assert_array_almost_equal_nulp, assert_raises, build_err_msg,
)
from numpy.testing import assert_array_compare as _compare

from . import filled, getmask, mask_or, masked, masked_array, nomask

__all__ = [
    "almost", "approx", "assert_", "assert_allclose", "assert_almost_equal", "assert_array_almost_equal",
    "assert_array_almost_equal_nulp", "assert_array_approx_equal", "assert_array_compare", "assert_array_equal",
    "assert_array_less", "assert_close", "assert_equal", "assert_equal_records", "assert_mask_equal",
    "assert_not_equal", "assert_raises", "fail_if_array_equal", "fail_if_equal",
]


def _floats(a, b, fill_value):
    """Both without what either masks; `fill_value` says whether that counts as equal."""
    mask = mask_or(getmask(a), getmask(b))
    a, b = filled(a), filled(b)
    if a.dtype.char == "O" or b.dtype.char == "O":
        return a, b, True
    a = filled(masked_array(a, copy=False, mask=mask), fill_value).astype(float64)
    return a, filled(masked_array(b, copy=False, mask=mask), 1).astype(float64), False


def approx(a, b, fill_value=True, rtol=1e-5, atol=1e-8):
    """Where elements are within `atol + rtol * abs(b)`, flat."""
    a, b, objects = _floats(a, b, fill_value)
    return equal(a, b).ravel() if objects else less_equal(abs(a - b), atol + rtol * abs(b)).ravel()


def almost(a, b, decimal=6, fill_value=True):
    """Where elements agree to so many decimals, flat."""
    a, b, objects = _floats(a, b, fill_value)
    return equal(a, b).ravel() if objects else (around(abs(a - b), decimal) <= 10.0 ** -decimal).ravel()


def _each(actual, desired, err_msg=""):
    assert_equal(len(actual), len(desired), err_msg)
    for k in range(len(desired)):
        assert_equal(actual[k], desired[k], f"item={k!r}\n{err_msg}")


def assert_equal_records(a, b):
    """Fails unless two records have the same fields, equal where neither is masked."""
    assert_equal(a.dtype, b.dtype)
    for name in a.dtype.names:
        one, other = operator.getitem(a, name), operator.getitem(b, name)
        if not (one is masked) and not (other is masked):
            assert_equal(one, other)


def assert_equal(actual, desired, err_msg=""):
    """Fails unless two objects are equal; dicts, lists, tuples and arrays are compared entry by entry."""
    if isinstance(desired, dict):
        if not isinstance(actual, dict):
            raise AssertionError(repr(type(actual)))
        assert_equal(len(actual), len(desired), err_msg)
        for key in desired:
            if key not in actual:
                raise AssertionError(f"{key} not in {actual}")
            assert_equal(actual[key], desired[key], f"key={key!r}\n{err_msg}")
        return None
    if isinstance(desired, (list, tuple)) and isinstance(actual, (list, tuple)):
        return _each(actual, desired, err_msg="")
    if not (isinstance(actual, ndarray) or isinstance(desired, ndarray)):
        if not desired == actual:
            raise AssertionError(build_err_msg([actual, desired], err_msg))
        return None
    if (actual is masked) is not (desired is masked):
        raise ValueError(build_err_msg([actual, desired], err_msg, header="", names=("x", "y")))
    actual, desired = asanyarray(actual), asanyarray(desired)
    if actual.dtype.char == "S" and desired.dtype.char == "S":
        return _each(actual.tolist(), desired.tolist(), err_msg="")
    return assert_array_equal(actual, desired, err_msg)


def fail_if_equal(actual, desired, err_msg=""):
    """Fails if two objects are equal."""
    if isinstance(desired, dict):
        if not isinstance(actual, dict):
            raise AssertionError(repr(type(actual)))
        fail_if_equal(len(actual), len(desired), err_msg)
        for key in desired:
            if key not in actual:
                raise AssertionError(repr(key))
            fail_if_equal(actual[key], desired[key], f"key={key!r}\n{err_msg}")
        return None
    if isinstance(desired, (list, tuple)) and isinstance(actual, (list, tuple)):
        fail_if_equal(len(actual), len(desired), err_msg)
        for k in range(len(desired)):
            fail_if_equal(actual[k], desired[k], f"item={k!r}\n{err_msg}")
        return None
    if isinstance(actual, ndarray) or isinstance(desired, ndarray):
        return fail_if_array_equal(actual, desired, err_msg)
    if not desired != actual:
        raise AssertionError(build_err_msg([actual, desired], err_msg))
    return None


assert_not_equal = fail_if_equal


def assert_almost_equal(actual, desired, decimal=7, err_msg="", verbose=True):
    """Fails unless two numbers or arrays agree to so many decimals."""
    if isinstance(actual, ndarray) or isinstance(desired, ndarray):
        return assert_array_almost_equal(actual, desired, decimal=decimal, err_msg=err_msg, verbose=verbose)
    if not round(abs(desired - actual), decimal) == 0:
        raise AssertionError(build_err_msg([actual, desired], err_msg=err_msg, verbose=verbose))
    return None


assert_close = assert_almost_equal


def assert_array_compare(comparison, x, y, err_msg="", verbose=True, header="", fill_value=True):
    """Fails unless a comparison holds wherever neither is masked."""
    mask = mask_or(getmask(x), getmask(y))
    x = masked_array(x, copy=False, mask=mask, keep_mask=False, subok=False)
    y = masked_array(y, copy=False, mask=mask, keep_mask=False, subok=False)
    if (x is masked) is not (y is masked):
        raise ValueError(build_err_msg([x, y], err_msg=err_msg, verbose=verbose, header=header, names=("x", "y")))
    return _compare(comparison, x.filled(fill_value), y.filled(fill_value), err_msg=err_msg, verbose=verbose,
                    header=header)


def assert_array_equal(x, y, err_msg="", verbose=True):
    """Fails unless all elements that neither masks are equal."""
    assert_array_compare(operator.__eq__, x, y, err_msg=err_msg, verbose=verbose, header="Arrays are not equal")


def fail_if_array_equal(x, y, err_msg="", verbose=True):
    """Fails if all elements are equal."""
    def differ(x, y):
        return not _array(approx(x, y)).all()

    assert_array_compare(differ, x, y, err_msg=err_msg, verbose=verbose, header="Arrays are not equal")


def assert_array_approx_equal(x, y, decimal=6, err_msg="", verbose=True):
    """Fails unless elements agree to so many significant decimals."""
    def near(x, y):
        return approx(x, y, rtol=10.0 ** -decimal)

    assert_array_compare(near, x, y, err_msg=err_msg, verbose=verbose, header="Arrays are not almost equal")


def assert_array_almost_equal(x, y, decimal=6, err_msg="", verbose=True):
    """Fails unless elements agree to so many decimals."""
    def near(x, y):
        return almost(x, y, decimal)

    assert_array_compare(near, x, y, err_msg=err_msg, verbose=verbose, header="Arrays are not almost equal")


def assert_array_less(x, y, err_msg="", verbose=True):
    """Fails unless every element of x is less than that of y."""
    assert_array_compare(operator.__lt__, x, y, err_msg=err_msg, verbose=verbose, header="Arrays are not less-ordered")


def assert_mask_equal(m1, m2, err_msg=""):
    """Fails unless two masks are equal; `nomask` only equals itself."""
    if m1 is nomask or m2 is nomask:
        assert_(m1 is m2)
    assert_array_equal(m1, m2, err_msg=err_msg)
