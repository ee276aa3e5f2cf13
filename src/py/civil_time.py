"""`time`'s calendar where there is no C library: dates of seconds and back, and strftime as the C library has it.

A browser has clocks and a zone, but none of this; the interpreter's own stand-ins lack the zone's name and get weekdays wrong.
`clock.rs` puts these functions in `time` there, and sets `_east` and `_zone`. Not here: the clocks.
"""

import time
from time import struct_time

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
# Beyond these seconds a year is no C int.
_MOST_SECONDS = 67_768_036_191_676_799
_WHOLE = {"c": "%a %b %e %H:%M:%S %Y", "D": "%m/%d/%y", "F": "%Y-%m-%d", "r": "%I:%M:%S %p", "R": "%H:%M", "T": "%H:%M:%S",
          "x": "%m/%d/%y", "X": "%H:%M:%S"}
_FLAGS = "_-0^#"
# The numbers that spaces pad, not zeros.
_SPACED = "ekl"


def _east(instant):
    """Seconds that the reader's clocks are ahead of UTC at an instant; the host's answer, in a browser."""
    return 0


def _zone(instant):
    """What the reader's zone is called at an instant; the host's answer, in a browser."""
    return "UTC"


def _days(year, month, day):
    """Days since 1970 of a date; months beyond December are those of later years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12
    # Years from March on: the leap day is a year's last.
    year, month = (year, month - 2) if month >= 2 else (year - 1, month + 10)
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + day - 719_469


def _date(days):
    """Year, month and day of a day since 1970."""
    cycle, days = divmod(days + 719_468, 146_097)
    year = (days - days // 1460 + days // 36_524 - days // 146_096) // 365
    days -= 365 * year + year // 4 - year // 100
    month = (5 * days + 2) // 153
    day = days - (153 * month + 2) // 5 + 1
    month += 3 if month < 10 else -9
    return 400 * cycle + year + (month <= 2), month, day


def _instant(seconds):
    if seconds is None:
        return int(time.time() // 1)
    if isinstance(seconds, float):
        if seconds != seconds:
            raise ValueError("Invalid value NaN (not a number)")
        if abs(seconds) == float("inf"):
            raise OverflowError("timestamp out of range for platform time_t")
        seconds = int(seconds // 1)
    elif hasattr(type(seconds), "__index__"):
        seconds = seconds.__index__()
    else:
        raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
    if abs(seconds) > _MOST_SECONDS:
        raise OverflowError("timestamp out of range for platform time_t")
    return seconds


def _fields(instant, east, summer, name):
    days, seconds = divmod(instant + east, 86_400)
    year, month, day = _date(days)
    return struct_time((year, month, day, seconds // 3600, seconds // 60 % 60, seconds % 60, (days + 3) % 7,
                        days - _days(year, 1, 1) + 1, summer, name, east))


def _halves(year):
    """An instant of winter and one of summer: those of January and July, the one with the earlier clocks first."""
    return sorted((_days(year, month, 1) * 86_400 for month in (1, 7)), key=_east)


def gmtime(seconds=None, /):
    """The date and time of an instant in UTC; of now, without one."""
    return _fields(_instant(seconds), 0, 0, "GMT")


def localtime(seconds=None, /):
    """The date and time of an instant where the reader is; of now, without one."""
    instant = _instant(seconds)
    east, (winter, _) = _east(instant), _halves(_date(instant // 86_400)[0])
    return _fields(instant, east, int(east != _east(winter)), _zone(instant))


def _nine(t):
    if not isinstance(t, tuple):
        raise TypeError("Tuple or struct_time argument required")
    return t[:9]


def mktime(t, /):
    """The instant of a date and time where the reader is. Fields beyond their range are carried over."""
    fields = _nine(t)
    if len(fields) != 9 or not all(isinstance(field, int) for field in fields):
        raise TypeError("mktime(): illegal time tuple argument")
    year, month, day, hour, minute, second = fields[:6]
    there = ((_days(year, month, day) * 24 + hour) * 60 + minute) * 60 + second
    around = [_east(there + shift) for shift in (86_400, 0, -86_400)]
    # Of an hour that comes twice, the field for summer time tells which; without it, the later one is meant.
    for east in around:
        if _east(there - east) == east and (fields[8] < 0 or localtime(there - east).tm_isdst == (fields[8] > 0)):
            return float(there - east)
    winter, summer = map(_east, _halves(year))
    if fields[8] >= 0 and winter != summer:
        return float(there - (summer if fields[8] else winter))
    return float(there - around[-1])


def _checked(t, function):
    """The nine fields of a time, its zone's name and seconds east, as the C library takes them."""
    if t is None:
        t = localtime()
    fields = _nine(t)
    if len(fields) != 9 or not all(isinstance(field, int) for field in fields):
        raise TypeError(f"{function}(): illegal time tuple argument")
    year, month, day, hour, minute, second, weekday, yearday, summer = fields
    for name, value, low, high in (("month", month, 0, 12), ("day of month", day, 0, 31), ("hour", hour, 0, 23),
                                   ("minute", minute, 0, 59), ("seconds", second, 0, 61),
                                   ("day of week", weekday, -1, weekday), ("day of year", yearday, 0, 366)):
        if not low <= value <= high:
            raise ValueError(f"{name} out of range")
    east = getattr(t, "tm_gmtoff", None) or 0
    name = getattr(t, "tm_zone", None)
    if name is None:
        name = time.tzname[summer > 0]
    return (year, month or 1, day or 1, hour, minute, second, weekday % 7, (yearday or 1) - 1, summer), name, east


def asctime(t=None, /):
    """A time as 'Sat Jun 06 16:26:11 1998'."""
    (year, month, day, hour, minute, second, weekday, _, _), _, _ = _checked(t, "asctime")
    return f"{_DAYS[weekday][:3]} {_MONTHS[month - 1][:3]}{day:3d} {hour:02d}:{minute:02d}:{second:02d} {year}"


def ctime(seconds=None, /):
    """An instant as 'Sat Jun 06 16:26:11 1998', where the reader is."""
    return asctime(localtime(seconds))


def strftime(format, t=None, /):
    """A time as a format says: '%Y-%m-%d %H:%M'; of now, without one."""
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    return _formatted(format, *_checked(t, "strftime"))


def _formatted(format, fields, name, east):
    text, rest = [], format
    while True:
        before, sign, rest = rest.partition("%")
        text.append(before)
        if not sign:
            return "".join(text)
        at = 0
        while at < len(rest) and rest[at] in _FLAGS:
            at += 1
        start = at
        while at < len(rest) and rest[at] in "0123456789":
            at += 1
        flags, width = rest[:start], rest[start:at]
        # Other digits, or another way of counting years, of which English has none.
        at += rest[at:at + 1] in ("E", "O")
        letter = rest[at:at + 1]
        found = _part(letter, flags, fields, name, east)
        if found is None:
            # What is no directive stays as it is.
            text.append("%" + rest[:at + 1])
        else:
            found, filler = found
            pad = {"_": " ", "0": "0", "-": " "}.get(next((flag for flag in reversed(flags) if flag in "_-0"), None), filler)
            text.append(found.rjust(int(width), pad) if width else found)
        rest = rest[at + 1:]


def _part(letter, flags, fields, name, east):
    """A directive's text and what fills it up to a width; None of no directive."""
    year, month, day, hour, minute, second, weekday, yearday, summer = fields
    if letter in _WHOLE:
        return _cased(_formatted(_WHOLE[letter], fields, name, east), flags.replace("#", "")), " "
    week = lambda first: (yearday + 7 - (weekday - first) % 7) // 7
    numbers = {
        "C": (year // 100, 1), "d": (day, 2), "e": (day, 2), "H": (hour, 2), "I": ((hour - 1) % 12 + 1, 2),
        "j": (yearday + 1, 3), "k": (hour, 2), "l": ((hour - 1) % 12 + 1, 2), "m": (month, 2), "M": (minute, 2), "S": (second, 2),
        "u": (weekday + 1, 1), "U": (week(6), 2), "w": ((weekday + 1) % 7, 1), "W": (week(0), 2), "y": (year % 100, 2),
        "Y": (year, 1),
    }
    if letter in "gGV" and letter:
        iso_year, iso_week = _iso(year, weekday, yearday)
        numbers = {"g": (iso_year % 100, 2), "G": (iso_year, 1), "V": (iso_week, 2)}
    if letter in numbers:
        value, digits = numbers[letter]
        pad = next((flag for flag in reversed(flags) if flag in "_-0"), "_" if letter in _SPACED else "0")
        if pad == "-":
            return str(value), " "
        return (f"{value:{digits}d}", " ") if pad == "_" else (f"{value:0{digits}d}", "0")
    if letter == "s":
        return str(int(mktime((year, month, day, hour, minute, second, weekday, yearday + 1, summer)))), " "
    if letter == "z":
        minutes = abs(east) // 60
        return f"{'-' if east < 0 else '+'}{minutes // 60:02d}{minutes % 60:02d}", "0"
    half = "PM" if hour >= 12 else "AM"
    words = {"a": _DAYS[weekday][:3], "A": _DAYS[weekday], "b": _MONTHS[month - 1][:3], "h": _MONTHS[month - 1][:3],
             "B": _MONTHS[month - 1], "n": "\n", "t": "\t", "%": "%", "P": half.lower(),
             "p": half.lower() if "#" in flags else half, "Z": name.lower() if "#" in flags else name}
    word = words.get(letter)
    return None if word is None else (_cased(word, "" if letter == "P" or letter in "pZ" and "^" not in flags else flags), " ")


def _cased(text, flags):
    return text.upper() if "^" in flags or "#" in flags else text


def _iso(year, weekday, yearday):
    """The year and the week of ISO 8601: weeks begin on Monday, the first has January's first Thursday."""
    week = (yearday - weekday + 10) // 7
    if week < 1:
        year -= 1
        length = _days(year + 1, 1, 1) - _days(year, 1, 1)
        week = (yearday + length - weekday + 10) // 7
    elif week == 53 and yearday - weekday + 3 >= _days(year + 1, 1, 1) - _days(year, 1, 1):
        year, week = year + 1, 1
    return year, week


def __getattr__(name):
    """What `time` tells of the zone. It is `time`'s too: to name a zone takes a browser a while, and few ask."""
    if name not in ("tzname", "timezone", "altzone", "daylight"):
        raise AttributeError(f"module 'time' has no attribute '{name}'")
    winter, summer = _halves(gmtime().tm_year)
    time.tzname = _zone(winter), _zone(summer)
    time.timezone, time.altzone = -_east(winter), -_east(summer)
    time.daylight = int(time.timezone != time.altzone)
    return getattr(time, name)
