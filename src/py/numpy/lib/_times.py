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


# The room NumPy makes for a date whose unit is found from its value.
_ROOM_FOR_ANY = 62


def _short(date):
    """A date as text without the parts that are zero, at least to the day; of times, to the minute."""
    text = str(date)
    if text == "NaT" or "T" not in text:
        return str(date.astype("M8[D]")) if text != "NaT" and datetime_data(date.dtype)[0] in "YMW" else text
    day, time = text.split("T")
    hour, minute, second, *_ = [*time.replace(".", ":").split(":"), "00", "00"]
    fraction = time.partition(".")[2]
    while fraction.endswith("000"):
        fraction = fraction[:-3]
    if fraction:
        return f"{day}T{hour}:{minute}:{second}.{fraction}"
    if int(second):
        return f"{day}T{hour}:{minute}:{second}"
    return f"{day}T{hour}:{minute}" if int(hour) or int(minute) else day


def _as_short_strings(dates, timezone):
    zone = "Z" if timezone == "UTC" else ""
    texts = [_short(date) for date in dates.ravel()]
    texts = [text + zone if "T" in text and text != "NaT" else text for text in texts]
    made = np.array(texts, f"U{_ROOM_FOR_ANY}")
    made.shape = dates.shape
    return made if made.ndim else made[()]


def datetime_as_string(arr, unit=None, timezone="naive", casting="same_kind"):
    """Dates as text, in a unit if one is given."""
    arr = np.asarray(arr)
    if arr.dtype.kind != "M":
        raise TypeError("input must have type NumPy datetime")
    if unit == "auto":
        return _as_short_strings(arr, timezone)
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
    text = np.asarray(text)
    if timezone == "UTC" and datetime_data(arr.dtype)[0] not in "YMWD":
        text = np.where(arr == arr, np.add(text, "Z"), text).astype(text.dtype)
    return text if text.ndim else text[()]
