"""What to say about a name that is not here."""

# Names that NumPy 2 took out, with what its own message recommends in their place.
_USE = {
    "np.asarray(arr, dtype=dtype)": "cast", "inspect.getsource": "source", "arr.T.copy()": "fastCopyAndTranspose",
    "-np.inf": "NINF", "np.inf": "PINF Inf Infinity infty", "-0.0": "NZERO", "0.0": "PZERO",
    "ast.literal_eval": "safe_eval", "np.float64": "float_", "np.complex128": "complex_ cfloat",
    "np.longdouble": "longfloat", "np.complex64": "singlecomplex", "np.clongdouble": "longcomplex clongfloat",
    "np.bytes_": "string_", "np.str_": "unicode_", "np.nan": "NaN", "issubclass(rep, np.generic)": "issctype",
    "np.dtype(obj).type": "obj2sctype", "np.dtype(obj).char": "sctype2char", "np.issubdtype": "issubsctype",
    "np.asmatrix": "mat", "np.genfromtxt": "recfromtxt", "np.round": "round_", "np.dtype(<dtype>).itemsize": "nbytes",
    "np.all": "alltrue", "np.any": "sometrue",
}
_NOW_IN = {
    "np.lib.add_newdoc": "add_newdoc", "np.lib.add_docstring": "add_docstring",
    "np.lib.npyio.DataSource": "DataSource", "np.char.compare_chararrays": "compare_chararrays",
    "np.rec.format_parser": "format_parser",
}
_REMOVED = {
    "geterrobj": "Use the np.errstate context manager instead.",
    "seterrobj": "Use the np.errstate context manager instead.",
    "lookfor": "Search NumPy's documentation directly.",
    "who": "Use an IDE variable explorer or `locals()` instead.",
    "set_numeric_ops": "For the general case, use `PyUFunc_ReplaceLoopBySignature`. For ndarray subclasses, define the "
                       "``__array_ufunc__`` method and override the relevant ufunc.",
    "add_newdoc_ufunc": "It's an internal function and doesn't have a replacement.",
    "maximum_sctype": "Use a specific dtype instead. You should avoid relying on any implicit mechanism and select the "
                      "largest dtype of a kind explicitly in the code.",
    "sctypes": "Access dtypes explicitly instead.",
    "set_string_function": "Use `np.set_printoptions` instead with a formatter for custom printing of NumPy objects.",
    "asfarray": "Use `np.asarray` with a proper dtype instead.",
    "issubclass_": "Use `issubclass` builtin instead.",
    "tracemalloc_domain": "It's now available from `np.lib`.",
    "recfromcsv": "Use `np.genfromtxt` with comma delimiter instead.",
    "deprecate": "Emit `DeprecationWarning` with `warnings.warn` directly, or use `typing.deprecated`.",
    "deprecate_with_doc": "Emit `DeprecationWarning` with `warnings.warn` directly, or use `typing.deprecated`.",
    "find_common_type": "Use `numpy.promote_types` or `numpy.result_type` instead. To achieve semantics for the "
                        "`scalar_types` argument, use `numpy.result_type` and pass the Python values `0`, `0.0`, or `0j`.",
    "get_array_wrap": "",
    "byte_bounds": "Now it's available under `np.lib.array_utils.byte_bounds`",
}
_REMOVED.update({name: f"Use `{instead}` instead." for instead, names in _USE.items() for name in names.split()})
_REMOVED.update({name: f"It's still available as `{place}`." for place, name in _NOW_IN.items()})
# Names of Python's own types that NumPy had once.
_ALIASES = {
    "object": "",
    "int": "When replacing `np.int`, you may wish to use e.g. `np.int64` or `np.int32` to specify the precision. If you "
           "wish to review your current use, check the release note link for additional information.",
} | {
    name: f"If you specifically wanted the numpy scalar type, use `np.{scalar}` here."
    for name, scalar in (("float", "float64"), ("complex", "complex128"), ("str", "str_"))
}

# Modules of numpy.lib that NumPy 2.0 made private.
_ONCE_IN_LIB = ("histograms type_check nanfunctions function_base arraypad arraysetops ufunclike utils twodim_base shape_base "
                "polynomial index_tricks")


def explain(module, name):
    """The message of the AttributeError for `module.name`."""
    if module == "numpy" and name in _ALIASES:
        return (f"module 'numpy' has no attribute '{name}'.\n`np.{name}` was a deprecated alias for the builtin `{name}`. "
                f"To avoid this error in existing code, use `{name}` by itself. Doing this will not modify any behavior "
                f"and is safe. {_ALIASES[name]}\nThe aliases was originally deprecated in NumPy 1.20; for more details "
                "and guidance see the original release note at:\n"
                "    https://numpy.org/devdocs/release/1.20.0-notes.html#deprecations")
    if module == "numpy" and name in _REMOVED:
        return f"`np.{name}` was removed in the NumPy 2.0 release. {_REMOVED[name]}"
    if module == "numpy.lib" and name in _ONCE_IN_LIB.split():
        return (f"numpy.lib.{name} is now private. If you are using a public function, it should be available in the main "
                "numpy namespace, otherwise check the NumPy 2.0 migration guide.")
    if module == "numpy.lib" and name == "emath":
        return ("numpy.lib.emath was an alias for emath module that was removed in NumPy 2.0. Replace usages of "
                "numpy.lib.emath with numpy.emath.")
    if module == "numpy.lib" and name == "arrayterator":
        return "numpy.lib.arrayterator submodule is now private. To access Arrayterator class use numpy.lib.Arrayterator."
    if module == "numpy" and name == "distutils":
        return "`numpy.distutils` is not available from Python 3.12 onwards"
    if module == "numpy" and name == "array_api":
        return "`numpy.array_api` is not available from numpy 2.0 onwards"
    from numpy._oracle import NAMES
    if name in NAMES.get(module, "").split():
        return f"module '{module}' has no attribute '{name}': NumPy has it, but this page's NumPy lacks it"
    return f"module '{module}' has no attribute '{name}'"
