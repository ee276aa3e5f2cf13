"""Files by name or by address, compressed or not: what `numpy.lib.npyio.DataSource` opens.

An address is looked for among the files that were fetched before, in the directory of the source; nothing is fetched
from the network here.
"""

import os

_builtin_open = open


def _compressed(extension):
    """The `open` of files with an extension."""
    if extension == ".gz":
        import gzip as module
    elif extension == ".bz2":
        import bz2 as module
    elif extension in (".xz", ".lzma"):
        import lzma as module
    else:
        return _builtin_open
    return module.open


class DataSource:
    """DataSource(destpath='.')

    Files under a directory, or of an address whose copy lies in it; without a directory, a temporary one.
    """

    __module__ = "numpy.lib.npyio"
    _EXTENSIONS = (".bz2", ".gz", ".xz", ".lzma")

    def __init__(self, destpath=os.curdir):
        self._istmpdest = not destpath
        if destpath:
            self._destpath = os.path.abspath(destpath)
        else:
            import tempfile
            self._destpath = tempfile.mkdtemp()

    def __del__(self):
        if getattr(self, "_istmpdest", False):
            import shutil
            shutil.rmtree(self._destpath)

    def _isurl(self, path):
        from urllib.parse import urlparse
        parts = urlparse(path)
        return bool(parts.scheme and parts.netloc)

    def _inside(self, path):
        """A path without what would lead out of the directory."""
        before, path = None, os.path.normpath(path)
        while path != before:
            before, path = path, path.lstrip("/").lstrip(os.pardir).removeprefix("..")
        return path

    def _names(self, path):
        """A path, and the same with the extensions of compressed files."""
        if os.path.splitext(path)[1] in self._EXTENSIONS:
            return [path]
        return [path] + [path + extension for extension in self._EXTENSIONS]

    def _find(self, path):
        here, kept = self._names(path), self._names(self.abspath(path))
        places = kept + here if self._isurl(path) else here + kept
        return next((place for place in places if self.exists(place)), None)

    def abspath(self, path):
        """Where a file lies in the directory, or would."""
        from urllib.parse import urlparse
        parts = path.split(self._destpath, 2)
        address = urlparse(parts[1] if len(parts) > 1 else path)
        return os.path.join(self._destpath, self._inside(address.netloc), self._inside(address.path))

    def exists(self, path):
        """Whether there is such a file."""
        return os.path.exists(path) or os.path.exists(self.abspath(path))

    def open(self, path, mode="r", encoding=None, newline=None):
        """Opens a file, through its decompression where its name says that it is compressed."""
        if self._isurl(path) and ("w" in mode or "+" in mode):
            raise ValueError("URLs are not writeable")
        found = self._find(path)
        if found is None:
            raise FileNotFoundError(f"{path} not found.")
        return _compressed(os.path.splitext(found)[1])(found, mode=mode, encoding=encoding, newline=newline)


class Repository(DataSource):
    """Repository(baseurl, destpath='.')

    Files under one address or directory, by their paths below it.
    """

    def __init__(self, baseurl, destpath=os.curdir):
        super().__init__(destpath=destpath)
        self._baseurl = baseurl

    def _fullpath(self, path):
        return path if len(path.split(self._baseurl, 2)) > 1 else os.path.join(self._baseurl, path)

    def _find(self, path):
        return super()._find(self._fullpath(path))

    def abspath(self, path):
        """Where a file lies in the directory, or would."""
        return super().abspath(self._fullpath(path))

    def exists(self, path):
        """Whether there is such a file."""
        return super().exists(self._fullpath(path))

    def open(self, path, mode="r", encoding=None, newline=None):
        """Opens a file of the repository."""
        return super().open(self._fullpath(path), mode, encoding=encoding, newline=newline)

    def listdir(self):
        """The names of the repository's files; an address has no list."""
        if self._isurl(self._baseurl):
            raise NotImplementedError("Directory listing of URLs, not supported yet.")
        return os.listdir(self._baseurl)


class _FileOpeners:
    """What opens files of each extension; None stands for plain files."""

    def keys(self):
        """The extensions."""
        return [None, ".bz2", ".gz", ".xz", ".lzma"]

    def __getitem__(self, key):
        if key not in self.keys():
            raise KeyError(key)
        return _compressed(key)


_file_openers = _FileOpeners()


def open(path, mode="r", destpath=os.curdir, encoding=None, newline=None):
    """Opens a file of a directory as `DataSource(destpath).open` does."""
    return DataSource(destpath).open(path, mode, encoding=encoding, newline=newline)
