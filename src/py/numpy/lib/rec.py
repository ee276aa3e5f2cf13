"""Record arrays: structured arrays whose fields are attributes."""

from numpy._records import (
    array, find_duplicate, format_parser, fromarrays, fromfile, fromrecords, fromstring, recarray, record,
)

__all__ = [
    "array", "find_duplicate", "format_parser", "fromarrays", "fromfile", "fromrecords", "fromstring", "recarray", "record",
]
