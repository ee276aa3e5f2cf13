"""Business days: which dates are, how many lie between two, and which is so many later."""

from numpy import _engine as np

_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DATE = np.dtype("M8[D]")


def _mask(given):
    """The days of the week that count, Monday first."""
    if isinstance(given, (str, bytes)):
        text = given if isinstance(given, str) else given.decode("ascii", "replace")
        bare = "".join(text.split())
        if len(bare) == 7 and set(bare) <= set("01"):
            return np.array([digit == "1" for digit in bare])
        mask = np.zeros(7, dtype=bool)
        for place in range(0, len(bare), 3):
            name = bare[place:place + 3]
            if name not in _NAMES:
                raise ValueError(f'Invalid business day weekmask string "{text}"')
            mask[_NAMES.index(name)] = True
        return mask
    mask = np.asarray(given).astype(bool)
    if mask.shape != (7,):
        raise ValueError("A business day weekmask array must have length 7")
    return mask


def _dates(given):
    given = np.asarray(given)
    if given.dtype.kind == "M":
        if not np.can_cast(given.dtype, _DATE, "safe"):
            raise TypeError(f"Iterator operand 0 dtype could not be cast from {given.dtype!r} to {_DATE!r} according "
                            "to the rule 'safe'")
        return given.astype(_DATE)
    dates = given.astype("M8") if given.dtype.kind in "US" else given.astype(_DATE)
    if not np.can_cast(dates.dtype, _DATE, "safe"):
        raise TypeError(f"Iterator operand 0 dtype could not be cast from {dates.dtype!r} to {_DATE!r} according to "
                        "the rule 'safe'")
    return dates.astype(_DATE)


class busdaycalendar:
    """Which days of the week are business days, and which dates are holidays."""

    __module__ = "numpy"

    def __init__(self, weekmask="1111100", holidays=None):
        self._weekmask = _mask(weekmask)
        if not self._weekmask.any():
            raise ValueError("Cannot construct a numpy.busdaycal with a weekmask of all zeros")
        dates = _dates([] if holidays is None else holidays).ravel() if holidays is not None else np.zeros(0, _DATE)
        dates = np.sort(dates[dates == dates])
        fresh = np.ones(len(dates), dtype=bool)
        fresh[1:] = dates[1:] != dates[:-1]
        dates = dates[fresh]
        self._holidays = dates[self._weekmask[_weekday(dates)]]
        self._length = int(np.count_nonzero(self._weekmask))

    @property
    def weekmask(self):
        """The days of the week that are business days, Monday first."""
        return self._weekmask.copy()

    @property
    def holidays(self):
        """The holidays that fall on a day of the week that counts, in order."""
        return self._holidays.copy()

    def _is_open(self, days):
        """Whether days, as numbers from 1970, are business days."""
        holidays = self._holidays.astype(np.int64)
        place = np.searchsorted(holidays, days)
        closed = np.zeros(days.shape, dtype=bool)
        if len(holidays):
            closed = holidays[np.minimum(place, len(holidays) - 1)] == days
        return self._weekmask[(days + 3) % 7] & ~closed

    def _before(self, days):
        """How many business days lie before each day, counted from a Monday long ago."""
        weeks, rest = np.divmod(days + 3, 7)
        within = np.concatenate(([0], np.cumsum(self._weekmask)))
        return weeks * self._length + within[rest] - np.searchsorted(self._holidays.astype(np.int64), days)


def _weekday(dates):
    return (dates.astype(np.int64) + 3) % 7


def _calendar(name, weekmask, holidays, busdaycal):
    if busdaycal is None:
        return busdaycalendar("1111100" if weekmask is None else weekmask, holidays)
    if weekmask is not None or holidays is not None:
        raise ValueError(f"Cannot supply both the weekmask/holidays and the busdaycal parameters to {name}()")
    return busdaycal


def _give(made, out):
    if out is None:
        return made if made.ndim else made[()]
    out[...] = made
    return out


def is_busday(dates, weekmask=None, holidays=None, busdaycal=None, out=None):
    """Whether dates are business days."""
    calendar = _calendar("is_busday", weekmask, holidays, busdaycal)
    dates = _dates(dates)
    known = dates == dates
    days = np.where(known, dates, np.zeros((), _DATE)).astype(np.int64)
    return _give(np.asarray(calendar._is_open(days) & known), out)


def busday_count(begindates, enddates, weekmask=None, holidays=None, busdaycal=None, out=None):
    """How many business days lie from one date to another, the last left out; negative backwards."""
    calendar = _calendar("busday_count", weekmask, holidays, busdaycal)
    begin, end = np.broadcast_arrays(_dates(begindates), _dates(enddates))
    if not (np.all(begin == begin) and np.all(end == end)):
        raise ValueError("Cannot compute a business day count with a NaT (not-a-time) date")
    begin, end = begin.astype(np.int64), end.astype(np.int64)
    # Backwards the first date is left out and the last counts.
    back = np.asarray(end < begin).astype(np.int64)
    return _give(np.asarray(calendar._before(end + back) - calendar._before(begin + back)), out)


def _rolled(calendar, day, roll):
    """A day moved to a business day, or None for a date that is none."""
    def is_open(day):
        return bool(calendar._is_open(np.asarray(day)))

    if is_open(day):
        return day
    if roll == "raise":
        raise ValueError("Non-business day date in busday_offset")
    if roll == "nat":
        return None
    step = 1 if roll in ("forward", "following", "modifiedfollowing") else -1
    moved = day
    while not is_open(moved):
        moved += step
    if roll.startswith("modified"):
        month = [np.asarray(one).astype("M8[D]").astype("M8[M]") for one in (day, moved)]
        if month[0] != month[1]:
            moved = day
            while not is_open(moved):
                moved -= step
    return moved


_ROLLS = ("raise", "nat", "forward", "following", "backward", "preceding", "modifiedfollowing", "modifiedpreceding")


def busday_offset(dates, offsets, roll="raise", weekmask=None, holidays=None, busdaycal=None, out=None):
    """The date so many business days after each date, which is first moved to a business day as `roll` says."""
    if roll not in _ROLLS:
        raise ValueError(f'Invalid business day roll parameter "{roll}"')
    if busdaycal is None and weekmask is not None and not _mask(weekmask).any():
        raise ValueError("the business day weekmask must have at least one valid business day")
    calendar = _calendar("busday_offset", weekmask, holidays, busdaycal)
    dates, offsets = np.broadcast_arrays(_dates(dates), np.asarray(offsets).astype(np.int64))
    made = np.empty(dates.shape, dtype=_DATE)
    flat, known = made.reshape(-1), (dates == dates).ravel().tolist()
    numbers = dates.astype(np.int64).ravel().tolist()
    for place, (day, offset, is_date) in enumerate(zip(numbers, offsets.ravel().tolist(), known)):
        if not is_date and roll == "raise":
            raise ValueError("NaT input in busday_offset")
        day = _rolled(calendar, day, roll) if is_date else None
        flat[place] = np.datetime64("NaT") if day is None else np.datetime64(_moved(calendar, day, offset), "D")
    return _give(made, out)


def _moved(calendar, day, offset):
    """The business day `offset` business days after `day`, which is one."""
    wanted = int(calendar._before(np.asarray(day))) + offset
    # The counts never fall, so the day is found between two that are far enough away.
    reach = (abs(offset) // calendar._length + 2) * 7 + 7 * (len(calendar._holidays) + 1)
    low, high = day - reach, day + reach
    while low < high:
        middle = (low + high) // 2
        if int(calendar._before(np.asarray(middle + 1))) > wanted:
            high = middle
        else:
            low = middle + 1
    return low
