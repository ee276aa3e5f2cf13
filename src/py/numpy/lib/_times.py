"""Facts about dates and spans, and their text."""

from numpy import _engine as np


def datetime_data(dtype):
    """The unit of a dtype of dates or spans, and how many are counted as one."""
    dtype = np.dtype(dtype)
    if dtype.kind not in "mM":
        raise TypeError("cannot get datetime metadata from non-datetime type")
    inside = dtype.str.partition("[")[2].rstrip("]") or "generic"
    count = inside.rstrip("abcdefghijklmnopqrstuvwxyzMWDY")
    return inside[len(count):], int(count or 1)


def datetime_as_string(arr, unit=None, timezone="naive", casting="same_kind"):
    """Dates as text, in a unit if one is given."""
    arr = np.asarray(arr)
    if arr.dtype.kind != "M":
        raise TypeError("input must have type NumPy datetime")
    if unit is not None and unit != "auto":
        if unit not in ("Y", "M", "W", "D", "h", "m", "s", "ms", "us", "μs", "ns", "ps", "fs", "as", "local"):
            raise TypeError(f'Invalid datetime unit "{unit}" in metadata')
        if not np.can_cast(arr.dtype, f"M8[{unit}]", casting):
            own = datetime_data(arr.dtype)[0]
            raise TypeError(f"Cannot create a datetime string as units '{unit}' from a NumPy datetime with units '{own}' "
                            f"according to the rule '{casting}'")
        # A week has no text of its own: its date stays what it is.
        arr = arr.astype(f"M8[{unit}]", casting=casting) if unit != "W" else arr.astype("M8[D]", casting="unsafe")
    text = arr.astype("U")
    if timezone == "UTC":
        text = np.add(text, "Z")
    text = np.asarray(text)
    return text if text.ndim else text[()]
