"""The part of the interpreter that is best said in Python. It is imported when a session starts."""

import _codecs
import _io
import errno
import posix
import sys

# Frames of these are the machinery of an import, a file or an array, not the learner's program.
_MACHINERY = ("<frozen _stridelab>", "<frozen importlib._bootstrap", "<frozen numpy")


# Linux's errors from 1 on, whose numbers files of a session have; a browser names none.
_ERRORS = """
    EPERM ENOENT ESRCH EINTR EIO ENXIO E2BIG ENOEXEC EBADF ECHILD EAGAIN ENOMEM EACCES EFAULT ENOTBLK EBUSY EEXIST EXDEV
    ENODEV ENOTDIR EISDIR EINVAL ENFILE EMFILE ENOTTY ETXTBSY EFBIG ENOSPC ESPIPE EROFS EMLINK EPIPE EDOM ERANGE
    EDEADLOCK ENAMETOOLONG ENOLCK ENOSYS ENOTEMPTY ELOOP - ENOMSG EIDRM ECHRNG EL2NSYNC EL3HLT EL3RST ELNRNG EUNATCH
    ENOCSI EL2HLT EBADE EBADR EXFULL ENOANO EBADRQC EBADSLT - EBFONT ENOSTR ENODATA ETIME ENOSR ENONET ENOPKG EREMOTE
    ENOLINK EADV ESRMNT ECOMM EPROTO EMULTIHOP EDOTDOT EBADMSG EOVERFLOW ENOTUNIQ EBADFD EREMCHG ELIBACC ELIBBAD ELIBSCN
    ELIBMAX ELIBEXEC EILSEQ ERESTART ESTRPIPE EUSERS ENOTSOCK EDESTADDRREQ EMSGSIZE EPROTOTYPE ENOPROTOOPT
    EPROTONOSUPPORT ESOCKTNOSUPPORT ENOTSUP EPFNOSUPPORT EAFNOSUPPORT EADDRINUSE EADDRNOTAVAIL ENETDOWN ENETUNREACH
    ENETRESET ECONNABORTED ECONNRESET ENOBUFS EISCONN ENOTCONN ESHUTDOWN ETOOMANYREFS ETIMEDOUT ECONNREFUSED EHOSTDOWN
    EHOSTUNREACH EALREADY EINPROGRESS ESTALE EUCLEAN ENOTNAM ENAVAIL EISNAM EREMOTEIO EDQUOT ENOMEDIUM EMEDIUMTYPE
    ECANCELED ENOKEY EKEYEXPIRED EKEYREVOKED EKEYREJECTED EOWNERDEAD ENOTRECOVERABLE ERFKILL
"""


def _name_errors(module):
    """Gives `errno` the names that it lacks where there is no system."""
    if hasattr(module, "ENOENT"):
        return
    codes = {code: name for code, name in enumerate(_ERRORS.split(), 1) if name != "-"}
    for code, name in [*codes.items(), (11, "EWOULDBLOCK"), (35, "EDEADLK"), (95, "EOPNOTSUPP")]:
        setattr(module, name, code)
    module.errorcode.update(codes)


_name_errors(errno)


class FileIO(_io._RawIOBase):
    """A file of bytes, unbuffered."""

    def __init__(self, file, mode="r", closefd=True, opener=None):
        if isinstance(file, float):
            raise TypeError("integer argument expected, got float")
        flags = _flags(mode)
        if isinstance(file, int):
            if file < 0:
                raise ValueError("negative file descriptor")
            descriptor = file
        elif not closefd:
            raise ValueError("Cannot use closefd=False with file name")
        elif opener is not None:
            descriptor = opener(file, flags)
        else:
            descriptor = posix.open(file, flags, 0o666)
        self._descriptor = descriptor
        self._closefd = closefd
        self._letters = mode.replace("b", "")
        self.name = file
        if "a" in mode and descriptor > 2:
            posix.lseek(descriptor, 0, 2)

    @property
    def mode(self):
        kind = self._letters
        return {"r": "rb", "w": "wb", "a": "ab", "x": "xb", "w+": "rb+"}.get(kind, kind[0] + "b+")

    @property
    def closefd(self):
        return self._closefd

    @property
    def _blksize(self):
        return 131072

    def _open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")
        return self._descriptor

    def fileno(self):
        return self._open()

    def isatty(self):
        self._open()
        return False

    def readable(self):
        self._open()
        return self._letters == "r" or "+" in self._letters

    def writable(self):
        self._open()
        return self._letters != "r"

    def seekable(self):
        return self._open() > 2

    def _reading(self):
        if not self.readable():
            raise _io.UnsupportedOperation("File not open for reading")
        return self._descriptor

    def _writing(self):
        if not self.writable():
            raise _io.UnsupportedOperation("File not open for writing")
        return self._descriptor

    def readinto(self, buffer):
        return posix._readinto(self._reading(), buffer)

    def readall(self):
        return posix._readall(self._reading())

    def read(self, size=-1):
        descriptor = self._reading()
        if size is None or size < 0:
            return posix._readall(descriptor)
        return posix.read(descriptor, size)

    def write(self, data):
        return posix.write(self._writing(), data)

    def seek(self, offset, whence=0):
        return posix.lseek(self._open(), offset, whence)

    def tell(self):
        return posix.lseek(self._open(), 0, 1)

    def truncate(self, size=None):
        descriptor = self._writing()
        if size is None:
            size = self.tell()
        posix.ftruncate(descriptor, size)
        return size

    def close(self):
        if self.closed:
            return
        try:
            super().close()
        finally:
            if self._closefd and getattr(self, "_descriptor", -1) > 2:
                posix.close(self._descriptor)

    def __repr__(self):
        if self.closed:
            return "<_io.FileIO [closed]>"
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd={self._closefd}>"


FileIO.__module__ = "_io"


def _flags(mode):
    kinds = [letter for letter in mode if letter in "rwax"]
    if not set(mode) <= set("rwaxb+") or len(mode) != len(set(mode)):
        raise ValueError(f"invalid mode: {mode}")
    if len(kinds) != 1:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    access = posix.O_RDWR if "+" in mode else posix.O_RDONLY if kinds == ["r"] else posix.O_WRONLY
    extra = {
        "r": 0,
        "w": posix.O_CREAT | posix.O_TRUNC,
        "a": posix.O_CREAT | posix.O_APPEND,
        "x": posix.O_CREAT | posix.O_EXCL,
    }
    return access | extra[kinds[0]]


class DirEntry:
    """A name in a directory, as os.scandir() gives it."""

    def __init__(self, name, path):
        self.name = name
        self.path = path

    def stat(self, *, follow_symlinks=True):
        return posix.stat(self.path)

    def inode(self):
        return self.stat().st_ino

    def is_dir(self, *, follow_symlinks=True):
        return self._type() == 0o040000

    def is_file(self, *, follow_symlinks=True):
        return self._type() == 0o100000

    def is_symlink(self):
        return False

    def is_junction(self):
        return False

    def _type(self):
        try:
            return self.stat().st_mode & 0o170000
        except FileNotFoundError:
            return 0

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class ScandirIterator:
    """The entries of one directory; also a context manager."""

    def __init__(self, path, names):
        slash, empty = (b"/", b"") if isinstance(path, bytes) else ("/", "")
        prefix = path if path.endswith(slash) else path + slash
        self._entries = (DirEntry(name, prefix + name) for name in names)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter(())

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()


def scandir(path=None):
    path = "." if path is None else posix.fspath(path)
    return ScandirIterator(path, posix.listdir(path))


for _class in (DirEntry, ScandirIterator):
    _class.__module__ = "posix"
posix.DirEntry = DirEntry
posix.scandir = scandir
_io.FileIO = FileIO


def _find_codec(name):
    """The first codec that is asked for by name and is not built in: the package knows where codecs are."""
    import encodings
    return encodings.search_function(name)


_codecs.register(_find_codec)
sys.dont_write_bytecode = True
sys.path[:] = [""]
# One name on every host, that of a WebAssembly without processes and threads.
sys.platform = "wasi"


class _Later:
    """Loads modules of the library's second part."""

    @staticmethod
    def create_module(spec):
        return None

    @staticmethod
    def exec_module(module):
        import _imports
        exec(_imports.later_code(module.__name__), module.__dict__)


def later_spec(name, package):
    """The spec of a module of the library's second part."""
    import _frozen_importlib
    return _frozen_importlib.ModuleSpec(name, _Later, origin="frozen", is_package=package)


def find_in_files(name, path, target):
    """The spec of a module that the learner has written to a file, or None."""
    import _frozen_importlib as importing

    if not sys.path_hooks:
        importing._install_external_importers()
        sys.meta_path.pop()
    return importing._bootstrap_external.PathFinder.find_spec(name, path, target)


def describe(exception, cell):
    """The traceback as CPython prints it, without frames of the page's own code, and the place in `cell`.

    Returns (text, line, column): line and column count from 1, None where the error has no place there.
    """
    import traceback

    _reword(exception)
    report = traceback.TracebackException.from_exception(exception)
    _drop_own_frames(report, set())
    text = "".join(report.format(colorize=False))
    line = column = None
    if isinstance(exception, SyntaxError) and exception.filename == cell:
        line, column = exception.lineno, exception.offset
    else:
        entry = exception.__traceback__
        while entry is not None:
            if entry.tb_frame.f_code.co_filename == cell:
                line = entry.tb_lineno
                column = _column(entry)
            entry = entry.tb_next
    return text, line, column


def _reword(exception):
    """Says what CPython says where the interpreter uses other words."""
    if isinstance(exception, SyntaxError):
        _reword_syntax(exception)
    if isinstance(exception, TypeError) and str(exception).startswith("cannot convert dictionary update sequence"):
        # The sentence says what the note says.
        exception.__notes__ = [note for note in getattr(exception, "__notes__", ()) if "dictionary update" not in note]
    if isinstance(exception, UnicodeError) and hasattr(exception, "__notes__"):
        # CPython's own codecs add no note; those written in Python do.
        if exception.encoding in ("utf-8", "ascii", "latin-1"):
            exception.__notes__[:] = [note for note in exception.__notes__ if "codec failed" not in note]


_TARGETS = ("expression", "function call", "literal", "comparison", "set display", "dict literal", "conditional expression",
            "f-string expression", "True", "False", "None", "ellipsis", "attribute", "subscript", "lambda", "list comprehension",
            "generator expression")


def _reword_syntax(error):
    import linecache

    lines = linecache.getlines(error.filename) if isinstance(error.filename, str) else []
    if error.text is None and error.lineno and error.lineno <= len(lines):
        # What the compiler finds, and not the parser, comes without its line.
        error.text = lines[error.lineno - 1]
    if error.msg == "unexpected indentation":
        error.msg = "unexpected indent"
    elif error.msg.startswith("cannot assign to "):
        what = error.msg.removeprefix("cannot assign to ")
        before = (error.text or "")[:(error.offset or 1) - 1]
        rest = (error.text or "")[(error.end_offset or 1) - 1:].lstrip()
        if what in _TARGETS[:8] and not before.strip() and rest.startswith("="):
            error.msg += " here. Maybe you meant '==' instead of '='?"
    elif error.msg.startswith("unterminated triple-quoted string literal (detected at line ") and lines:
        error.msg = f"unterminated triple-quoted string literal (detected at line {len(lines)})"
    elif error.msg == "expected symbol after `as`":
        error.msg = "invalid syntax"
    elif error.offset and lines:
        _widen_syntax(error, lines)


# What a message is about starts at what is marked, or, of operands without a comma, at the first, and ends before one of these.
_COMPARES = ("and", "or", "if", "else", "not", "in", "is", "==", "!=", "<", ">", "<=", ">=", "for")
_ENDS = {
    "Missing parentheses in call to": (";",),
    "invalid syntax. Maybe you meant '==' or ':=' instead of '='?": (":", ",", ";", *_COMPARES),
    "invalid syntax. Perhaps you forgot a comma?": (",", ":", "=", ";"),
}
_OPENERS, _CLOSERS = ("(", "[", "{"), (")", "]", "}")


def _widen_syntax(error, lines):
    """Marks all that the message is about, as CPython does, where the interpreter marks a part."""
    import tokenize

    tokens = []
    skipped = (tokenize.NL, tokenize.COMMENT, tokenize.INDENT, tokenize.DEDENT)
    try:
        tokens.extend(one for one in tokenize.generate_tokens(iter(lines).__next__) if one.type not in skipped)
    except (tokenize.TokenError, SyntaxError, StopIteration):
        pass
    at = next((at for at, one in enumerate(tokens) if one.start == (error.lineno, error.offset - 1)), None)
    if at is None:
        return
    if _lacks_comma(tokens, at) and error.msg in ("invalid syntax", "invalid syntax. Perhaps you forgot a comma?"):
        error.msg = "invalid syntax. Perhaps you forgot a comma?"
        # What is marked may be either of the two.
        at += not _is_operand(tokens[at - 1])
    ends = next((ends for start, ends in _ENDS.items() if error.msg.startswith(start)), None)
    if ends is None:
        return
    first, last = at, at
    if error.msg.endswith("a comma?"):
        first = _start_of_operand(tokens, at)
        last = _end_of_operand(tokens, at, ends)
    elif error.msg.endswith("'='?"):
        first += tokens[at].string == "("
        equals = next((at for at in range(first, len(tokens)) if tokens[at].string == "="), first)
        last = _end_of_operand(tokens, equals + 1, ends) if equals + 1 < len(tokens) else first
    else:
        last = _end_of_operand(tokens, at, ends, True)
    error.lineno, error.offset = tokens[first].start[0], tokens[first].start[1] + 1
    error.end_lineno, error.end_offset = tokens[last].end[0], tokens[last].end[1] + 1
    error.text = lines[error.lineno - 1]


def _is_operand(token):
    import keyword
    import token as kinds

    values = ("None", "True", "False")
    named = token.type == kinds.NAME and (token.string in values or not keyword.iskeyword(token.string))
    return named or token.type in (kinds.NUMBER, kinds.STRING)


def _lacks_comma(tokens, at):
    """Whether two operands within brackets, the first of them at `at`, have nothing between them."""
    within = sum((one.string in _OPENERS) - (one.string in _CLOSERS) for one in tokens[:at])
    return within > 0 and at + 1 < len(tokens) and _is_operand(tokens[at]) and _is_operand(tokens[at + 1])


def _start_of_operand(tokens, at):
    """Where the operand begins that stands before the token at `at`."""
    depth, first = 0, at
    for place in range(at - 1, -1, -1):
        string = tokens[place].string
        if not depth and (string in _OPENERS or string in (",", ":", "=")):
            break
        depth += (string in _CLOSERS) - (string in _OPENERS)
        first = place
    return first


def _end_of_operand(tokens, at, ends, statement=False):
    """Where the operand ends that begins with the token at `at`; a statement may have several."""
    import token as kinds

    depth, last = 0, at
    for place in range(at, len(tokens)):
        one = tokens[place]
        if one.type in (kinds.NEWLINE, kinds.ENDMARKER) or not depth and (one.string in _CLOSERS or one.string in ends):
            break
        if not depth and not statement and place > at and _is_operand(one) and _is_operand(tokens[place - 1]):
            break
        depth += (one.string in _OPENERS) - (one.string in _CLOSERS)
        last = place
    return last


def reword(exception, text):
    """The sentence of a TypeError where the place in the program says what the interpreter's words leave open."""
    place = _place(exception.__traceback__)
    if place is None:
        return text
    if text.startswith("Expected type 'str' but '"):
        kind = text.split("'")[3].replace("NoneType", "None")
        method = place[: place.rfind("(")].rpartition(".")[2] if "(" in place else ""
        if method in ("split", "rsplit"):
            return f"must be str or None, not {kind}"
        if method in ("strip", "lstrip", "rstrip"):
            return f"{method} arg must be None or str"
        if method in ("find", "rfind", "index", "rindex", "count", "replace"):
            return f"{method}() argument 1 must be str, not {kind}"
        if method in ("write", "removeprefix", "removesuffix"):
            return f"{method}() argument must be str, not {kind}"
        if method in ("partition", "rpartition"):
            return f"must be str, not {kind}"
    elif _is_target(place):
        return f"cannot unpack non-iterable {text.split(chr(39))[1]} object"
    return text


def _is_target(place):
    """Whether it is the names that should take the parts of a value."""
    import ast

    try:
        parsed = ast.parse(place.strip(), mode="eval").body
    except SyntaxError:
        return False
    targets = (ast.Name, ast.Attribute, ast.Subscript, ast.Starred, ast.Tuple, ast.List)
    return isinstance(parsed, (ast.Tuple, ast.List)) and all(isinstance(one, targets) for one in parsed.elts)


def _place(entry):
    """The source of the instruction that failed, if it is on one line."""
    import linecache

    if entry is None:
        return None
    while entry.tb_next is not None:
        entry = entry.tb_next
    code = entry.tb_frame.f_code
    positions = list(code.co_positions())
    index = entry.tb_lasti // 2
    if not 0 <= index < len(positions):
        return None
    line, end_line, column, end_column = positions[index]
    if line is None or line != end_line or column is None:
        return None
    return linecache.getline(code.co_filename, line).encode()[column:end_column].decode(errors="replace")


def _column(entry):
    positions = list(entry.tb_frame.f_code.co_positions())
    index = entry.tb_lasti // 2
    if not 0 <= index < len(positions) or positions[index][2] is None:
        return None
    return positions[index][2] + 1


def _drop_own_frames(report, seen):
    if report is None or id(report) in seen:
        return
    seen.add(id(report))
    report.stack[:] = [frame for frame in report.stack if not frame.filename.startswith(_MACHINERY)]
    _drop_own_frames(report.__cause__, seen)
    _drop_own_frames(report.__context__, seen)
    for inner in report.exceptions or ():
        _drop_own_frames(inner, seen)


def remember(name, source):
    """Makes the source of a cell known, so that tracebacks and inspect show its lines."""
    import linecache

    lines = source.splitlines(keepends=True)
    linecache.cache[name] = (len(source), None, lines, name)


def help(request=None):
    """Prints what a function, class, module or value is for."""
    import inspect

    if request is None:
        print("Type help(object) for help about object, for instance help(print).")
        return
    if isinstance(request, str):
        first, *rest = request.split(".")
        import builtins
        try:
            request = getattr(builtins, first) if hasattr(builtins, first) else __import__(first)
            for name in rest:
                request = getattr(request, name)
        except (ImportError, AttributeError):
            print(f"No Python documentation found for {request!r}.\nUse help(object) on the object itself.")
            return
    if "numpy" in sys.modules and _numpy_help(request) or _builtin_help(request):
        return
    if type(request).__name__ == "_ArrayFunctionDispatcher":
        request = request.__wrapped__
    if not (inspect.isroutine(request) or inspect.ismodule(request) or isinstance(request, type)
            or type(request).__name__ in ("ufunc", "property")):
        request = type(request)
    name = getattr(request, "__name__", type(request).__name__)
    if inspect.ismodule(request):
        print(f"Help on module {name}:\n\nNAME\n    {name}\n")
        _indent("DESCRIPTION", request.__doc__)
        public = [entry for entry in dir(request) if not entry.startswith("_")]
        import textwrap
        print("NAMES\n" + textwrap.fill(", ".join(public), 76, initial_indent="    ", subsequent_indent="    "))
        return
    kind = "class" if isinstance(request, type) else type(request).__name__.replace("builtin_function_or_method",
                                                                                   "built-in function")
    module = (getattr(request, "__module__", None) or "").split("._")[0]
    print(f"Help on {kind.replace('_', ' ')} {name}" + (f" in module {module}" if module else "") + ":\n")
    doc = inspect.cleandoc(request.__doc__ or "")
    if doc.startswith(name + "("):
        # The first lines say how to call it.
        call, _, doc = doc.partition("\n\n")
    else:
        try:
            call = name + str(inspect.signature(request))
        except (TypeError, ValueError):
            call = name + "(...)"
    _indent(("class " if isinstance(request, type) else "") + call, doc)
    if isinstance(request, type):
        for entry, value in sorted(vars(request).items()):
            text = (getattr(value, "__doc__", None) or "").strip()
            if not entry.startswith("_") and text:
                _indent(entry + ("(...)" if callable(value) else ""), text.split("\n\n")[-1].split("\n")[0])


def _numpy_help(request):
    """Prints help on a function, ufunc or method of NumPy, if it is one."""
    from numpy._help import page

    lines = None if isinstance(request, type) else page(request)
    if lines is None:
        return False
    kind = type(request).__name__.replace("builtin_function_or_method", "built-in function")
    named = f" {request.__name__}" if kind in ("built-in function", "function") else ""
    module = getattr(request, "__module__", None)
    place = f" in module {module.split('._')[0]}" if module else ""
    print(f"Help on {kind}{named}{place}:\n")
    if kind == "ufunc":
        print(f"{request.__name__} = {request!r}")
    else:
        print(lines.pop(0))
        lines[:1] = [] if lines and not lines[0] else lines[:1]
    print("\n".join("    " + line if line else "" for line in lines) + "\n")
    return True


def _builtin_help(request):
    """Prints help on a function or method of Python's own, if it is one."""
    from _builtin_help import page

    lines = page(request)
    if lines is None:
        return False
    if isinstance(request, type):
        print(f"Help on class {request.__name__} in module builtins:\n\n{lines[0]}")
        print("\n".join("    " + line if line else "" for line in lines[2:]) + "\n")
        return True
    kind = type(request).__name__.replace("builtin_function_or_method", "built-in function")
    named = f" {request.__name__}" if kind == "built-in function" else ""
    print(f"Help on {kind}{named}{' in module builtins' if getattr(request, '__module__', None) else ''}:\n")
    title = len(lines) - 2 if len(lines) > 3 else 1
    print(lines[0] if title == 1 else request.__name__ + "(...)")
    lines = lines[2:] if title == 1 else lines
    print("\n".join("    " + line if line else "" for line in lines) + "\n")
    return True


def _indent(title, text):
    print(title)
    for line in (text or "").strip().split("\n"):
        print("    " + line if line else "")
    print()


# The bytes that CPython 3.11 gives to objects of its own classes, on a machine of 64 bits. The objects here are laid
# out otherwise, but a lesson that weighs a list means CPython's.
def _text_size(text):
    widest = max(map(ord, text), default=0)
    if widest < 128:
        return 49 + len(text)
    return 73 + len(text) if widest < 256 else 74 + 2 * len(text) if widest < 65536 else 76 + 4 * len(text)


def _dict_size(entries):
    if not entries:
        return 64
    slots = 8
    while slots * 2 // 3 < len(entries):
        slots *= 2
    texts = all(type(key) is str for key in entries)
    return 96 + slots * (1 if slots < 256 else 2 if slots < 65536 else 4) + slots * 2 // 3 * (16 if texts else 24)


def _set_size(items):
    slots = 8
    while True:
        most = -(-(slots - 1) * 3 // 5)
        if len(items) < most:
            return 216 + (slots * 16 if slots > 8 else 0)
        wanted = most * (2 if most > 50000 else 4)
        while slots <= wanted:
            slots *= 2


_SIZES = {
    bool: lambda truth: 28,
    bytearray: lambda text: 57 + len(text) if text else 56,
    bytes: lambda text: 33 + len(text),
    complex: lambda number: 32,
    dict: _dict_size,
    float: lambda number: 24,
    frozenset: _set_size,
    int: lambda number: 24 + 4 * max(1, -(-abs(number).bit_length() // 30)),
    list: lambda items: 56 + 8 * (len(items) if len(items) < 3 else len(items) + len(items) % 2),
    range: lambda numbers: 48,
    set: _set_size,
    slice: lambda bounds: 56,
    str: _text_size,
    tuple: lambda items: 40 + 8 * len(items),
    type(None): lambda none: 16,
}


def _weigh():
    plain = sys.getsizeof

    def getsizeof(object, *default):
        """Return the size of object in bytes, as CPython counts it."""
        kind = type(object)
        if kind in _SIZES:
            return _SIZES[kind](object)
        # Arrays and their scalars know themselves; nothing that finds garbage stands before them.
        return object.__sizeof__() if kind.__module__ == "numpy" else plain(object, *default)

    sys.getsizeof = getsizeof


_weigh()


def _add_help():
    import builtins
    builtins.help = help


_add_help()


class _Quitter:
    """Ends the program; its repr says how."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Use {self.name}() or Ctrl-D (i.e. EOF) to exit"

    def __call__(self, code=None):
        raise SystemExit(code)


def _add_quitters():
    import builtins
    for name in ("exit", "quit"):
        setattr(builtins, name, _Quitter(name))


_add_quitters()
