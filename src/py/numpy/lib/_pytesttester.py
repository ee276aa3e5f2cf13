"""The `test` of NumPy's modules: the object that runs a module's own tests with pytest."""


class PytestTester:
    """Runs the tests of a module where pytest and the tests are; neither is on this page."""

    def __init__(self, module_name):
        self.module_name = module_name
        self.__module__ = module_name

    def __call__(self, label="fast", verbose=1, extra_argv=None, doctests=False, coverage=False, durations=-1, tests=None):
        import pytest
        raise NotImplementedError(f"the tests of {self.module_name} are not a part of this page's NumPy ({pytest})")
