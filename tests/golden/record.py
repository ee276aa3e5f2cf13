"""How golden files are written: arrays as bytes, one case a line, fields between tabs.

An array is `dtype;shape;strides;offset;buffer`: strides and offset in bytes, the buffer in hexadecimal or as
`@seed,count,scale`, a linear congruential sequence that both sides can grow (see `grown`).
"""
import io

import numpy as np


def grown(seed, count, scale, dtype):
    """Numbers in (-scale, scale): 53 top bits of a 64-bit linear congruential generator (Knuth's MMIX)."""
    values = np.empty(count, np.float64)
    state = seed
    for i in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        values[i] = ((state >> 11) / 2**53 * 2 - 1) * scale
    if np.dtype(dtype).kind == "c":
        return values.astype(f"f{np.dtype(dtype).itemsize // 2}").view(dtype)
    return values.astype(dtype)


class Grown:
    """A buffer that is written as its seed."""

    def __init__(self, seed, count, scale, dtype):
        self.text = f"@{seed},{count},{scale}"
        self.array = grown(seed, count, scale, dtype)


def write_array(a, base=None):
    """An array as a field; `base` is the Grown whose memory it views."""
    a = np.asarray(a)
    if base is None:
        a = np.ascontiguousarray(a).reshape(a.shape)
        buffer, offset = a.tobytes().hex(), 0
    else:
        buffer = base.text
        offset = a.__array_interface__["data"][0] - base.array.__array_interface__["data"][0]
    join = lambda numbers: ",".join(str(n) for n in numbers)
    return f"{a.dtype.name};{join(a.shape)};{join(a.strides)};{offset};{buffer}"


def digest(data):
    """FNV-1a, 64 bits."""
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return f"{value:016x}"


def write_result(a, limit=96):
    """A result: its bytes, or a digest of them when they are many and no NaN is among them."""
    a = np.asarray(a)
    if a.nbytes <= limit or (a.dtype.kind in "fc" and np.isnan(a).any()):
        return write_array(a)
    shape = ",".join(str(n) for n in a.shape)
    return f"{a.dtype.name};{shape};#{digest(np.ascontiguousarray(a).tobytes())}"


class Golden:
    """Collects cases and writes them to a file that names its oracle."""

    def __init__(self, path):
        self.path, self.lines = path, []

    def case(self, *fields):
        assert not any("\t" in f or "\n" in f for f in fields), fields
        self.lines.append("\t".join(fields))

    def save(self):
        text = io.StringIO()
        text.write(f"# numpy {np.__version__}; made by the script beside this file\n")
        text.write("\n".join(self.lines) + "\n")
        with open(self.path, "w") as f:
            f.write(text.getvalue())
        print(self.path, len(self.lines), "cases", len(text.getvalue()), "bytes")
