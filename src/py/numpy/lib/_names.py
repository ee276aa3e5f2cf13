"""What to say about a name that is not here."""

# Names that NumPy 2 took out, with what its own message recommends in their place.
REMOVED = {
    "float": "float", "int": "int", "object": "object", "complex": "complex",
    "in1d": "np.isin", "trapz": "np.trapezoid", "row_stack": "np.vstack", "product": "np.prod",
    "cumproduct": "np.cumprod", "alltrue": "np.all", "sometrue": "np.any", "Inf": "np.inf", "NaN": "np.nan",
    "infty": "np.inf", "float_": "np.float64", "complex_": "np.complex128", "unicode_": "np.str_",
}


def explain(module, name):
    """The message of the AttributeError for `module.name`."""
    instead = REMOVED.get(name)
    if module == "numpy" and instead is not None:
        return f"module 'numpy' has no attribute '{name}'. NumPy 2 removed it; use `{instead}` instead."
    from numpy._oracle import NAMES
    if name in NAMES.get(module, "").split():
        return f"module '{module}' has no attribute '{name}': NumPy has it, but this page's NumPy lacks it"
    return f"module '{module}' has no attribute '{name}'"
