"""Matrices: `np.matrix` and what makes them, under the module name that NumPy has for them."""

from numpy._matrix import asmatrix, bmat, matrix

__all__ = ["asmatrix", "bmat", "matrix"]
