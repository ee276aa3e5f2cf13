//! `time`'s calendar as a browser has it (`civil_time.py`), beside the C library's of the machine that tests.

use super::with_learner;

/// The C library is the oracle; `_civil_time` is not `time`'s own here, so that both can be asked.
#[test]
fn dates_and_formats_are_the_c_librarys() {
    with_learner(|learner| {
        let differing = learner.prints(
            "import time, _civil_time as civil
civil._east = lambda instant: time.localtime(instant).tm_gmtoff
civil._zone = lambda instant: time.localtime(instant).tm_zone
assert (civil.__getattr__('tzname'), time.timezone) == (time.tzname, time.timezone)
formats = ['%' + flag + letter for letter in 'aAbBcCdDeFgGhHIjklmMnpPrRsStTuUVwWxXyYzZ%' for flag in ('', '-', '_', '^', '6')
           if letter != 'z' or not flag] + ['%d.%m.%y um %H:%M', '50 %', '%Q']
for instant in [0, -1, 951782400, 1709251199, 1735689600.9] + [k * 7777777777 // 3 for k in range(-12, 60)]:
    for name in ('gmtime', 'localtime', 'ctime'):
        ours, theirs = getattr(civil, name)(instant), getattr(time, name)(instant)
        if ours != theirs:
            print(name, instant, ours, theirs)
    there = time.localtime(instant)
    if civil.mktime(there) != time.mktime(there):
        print('mktime', instant, civil.mktime(there))
    for format in formats:
        if civil.strftime(format, there) != time.strftime(format, there):
            print(format, instant, repr(civil.strftime(format, there)), repr(time.strftime(format, there)))",
        );
        assert_eq!(differing, "");
    });
}

/// From CPython 3.11.
#[test]
fn what_is_no_time_is_refused() {
    with_learner(|learner| {
        let printed = learner.prints(
            "import _civil_time as civil
for name, *arguments in [('gmtime', 'x'), ('gmtime', float('nan')), ('gmtime', 1e30), ('strftime', 5), ('strftime', '%Y', [1]),
                         ('strftime', '%Y', (1, 2)), ('strftime', '%Y', (2024, 13, 1, 0, 0, 0, 0, 1, 0)),
                         ('asctime', (2024, 1, 3, 24, 5, 6, 2, 3, 0)), ('mktime', (1,))]:
    try:
        print(getattr(civil, name)(*arguments))
    except Exception as error:
        print(f'{type(error).__name__}: {error}')",
        );
        assert_eq!(
            printed,
            "TypeError: 'str' object cannot be interpreted as an integer\n\
             ValueError: Invalid value NaN (not a number)\n\
             OverflowError: timestamp out of range for platform time_t\n\
             TypeError: strftime() argument 1 must be str, not int\n\
             TypeError: Tuple or struct_time argument required\n\
             TypeError: strftime(): illegal time tuple argument\n\
             ValueError: month out of range\n\
             ValueError: hour out of range\n\
             TypeError: mktime(): illegal time tuple argument\n"
        );
    });
}

/// An hour that is left out, and one that comes twice. From CPython 3.11 with TZ=Europe/Berlin.
#[test]
fn summer_time_begins_and_ends() {
    with_learner(|learner| {
        let printed = learner.prints(
            "import _civil_time as civil
civil._east = lambda instant: 7200 if 1711846800 <= instant < 1729990800 else 3600
civil._zone = lambda instant: 'CEST' if civil._east(instant) > 3600 else 'CET'
for instant in (1711846799, 1711846800, 1729990799, 1729990800):
    print(civil.strftime('%F %T %Z %z', civil.localtime(instant)), civil.localtime(instant).tm_isdst)
for fields in ((2024, 3, 31, 2, 30), (2024, 10, 27, 2, 30), (2024, 7, 1, 12, 0), (2024, 14, 35, 25, 61)):
    print([civil.mktime((*fields, 0, 0, 0, summer)) for summer in (0, 1, -1)[:2 + (fields[1] != 10)]])",
        );
        // The C library's choice of an hour that comes twice, when it is free to choose, varies.
        assert_eq!(
            printed,
            "2024-03-31 01:59:59 CET +0100 0\n2024-03-31 03:00:00 CEST +0200 1\n2024-10-27 02:59:59 CEST +0200 1\n\
             2024-10-27 02:00:00 CET +0100 0\n[1711848600.0, 1711845000.0, 1711848600.0]\n[1729992600.0, 1729989000.0]\n\
             [1719831600.0, 1719828000.0, 1719828000.0]\n[1741395660.0, 1741392060.0, 1741395660.0]\n"
        );
    });
}
