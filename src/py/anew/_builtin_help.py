"""help() on Python's own functions and the methods of its containers: the interpreter carries no texts of theirs.

A line is `name(arguments): what it does`. Methods stand under their class.
"""

import builtins

FUNCTIONS = """
abs(x, /): The absolute value of a number.
aiter(async_iterable, /): The asynchronous iterator of an object.
all(iterable, /): True if every item is true, or there is none.
any(iterable, /): True if an item is true.
ascii(obj, /): The representation of an object with all that is not ASCII escaped.
bin(number, /): The digits of an integer in base 2, after 0b.
breakpoint(*args, **kws): Enters the debugger; there is none on this page.
callable(obj, /): Whether an object can be called.
chr(i, /): The character of a code point.
compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1): A code object of a text, for exec() and eval().
delattr(obj, name, /): Deletes an attribute, as `del obj.name` does.
dir([object]): The names of an object's attributes, or of the names here.
divmod(x, y, /): The quotient and the remainder, (x // y, x % y).
eval(source, /, globals=None, locals=None): The value of an expression given as text.
exec(source, /, globals=None, locals=None): Runs statements given as text.
format(value, format_spec='', /): A value as text, in a format such as '.2f'.
getattr(object, name[, default]): An attribute by its name, or the default where there is none.
globals(): The names of the module, as a dictionary.
hasattr(obj, name, /): Whether an object has an attribute.
hash(obj, /): The hash of an object, an integer.
help([object]): Prints what an object is for.
hex(number, /): The digits of an integer in base 16, after 0x.
id(obj, /): A number that no other living object has.
input(prompt='', /): A line typed at a keyboard; on this page there is none.
isinstance(obj, class_or_tuple, /): Whether an object is of a class or of one derived from it.
issubclass(cls, class_or_tuple, /): Whether a class is another or derived from it.
iter(iterable) or iter(callable, sentinel): An iterator over items, or over what calls give until the sentinel comes.
len(obj, /): How many items a container has.
locals(): The names of the function, as a dictionary.
max(iterable, *[, default, key]) or max(arg1, arg2, *args[, key]): The largest of the items, or of the arguments.
min(iterable, *[, default, key]) or min(arg1, arg2, *args[, key]): The smallest of the items, or of the arguments.
next(iterator[, default]): The next item of an iterator, or the default at its end.
oct(number, /): The digits of an integer in base 8, after 0o.
open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None): Opens a file: 'r' to \
read, 'w' to write anew, 'a' to write at the end, with 'b' as bytes.
ord(c, /): The code point of a character.
pow(base, exp, mod=None): base to the power exp, modulo mod if it is given.
print(*args, sep=' ', end='\\n', file=None, flush=False): Writes values as text, `sep` between them and `end` after them.
repr(obj, /): An object as text, where possible as Python code.
round(number, ndigits=None): A number rounded to so many digits after the point; a half goes to the even neighbour.
setattr(obj, name, value, /): Sets an attribute by its name.
sorted(iterable, /, *, key=None, reverse=False): A new list of the items in rising order; `key` gives what they are compared by.
sum(iterable, /, start=0): The sum of the items, added to the start from left to right.
vars([object]): The attributes of an object as a dictionary.
"""

CLASSES = """
bool(object=False, /): True or False: whether an object counts as true.
bytes(source=b'', encoding, errors): Bytes that cannot be changed.
complex(real=0, imag=0): A complex number.
dict(**kwargs): Values by key, in the order in which the keys came.
enumerate(iterable, start=0): Pairs of a number and an item.
filter(function, iterable, /): The items for which a function holds.
float(x=0, /): A number with a fraction, of 64 bits.
frozenset(iterable=(), /): A set that cannot be changed.
int(x=0, /): A whole number of any size; of text, int(text, base=10).
list(iterable=(), /): Items in order; it can grow and change.
map(function, iterable, /, *iterables): What a function gives for each item.
object(): The class that all are derived from.
range(start, stop, step=1): Whole numbers from start up to but not including stop.
reversed(sequence, /): The items from the last to the first.
set(iterable=(), /): Elements without order, each once.
slice(start, stop, step=None): What stands between brackets with colons.
str(object='', encoding, errors): Text; of an object, what print shows of it.
tuple(iterable=(), /): Items in order that cannot be changed.
type(object, /): The class of an object.
zip(*iterables, strict=False): Tuples of the first items, of the second ones, and so on.
"""

METHODS = {
    "list": """
append(object, /): Adds an item at the end.
clear(): Takes all items out.
copy(): A new list of the same items.
count(value, /): How often a value stands in it.
extend(iterable, /): Adds all items of an iterable at the end.
index(value, start=0, stop=9223372036854775807, /): The first position of a value; ValueError where it is not.
insert(index, object, /): Puts an item before a position.
pop(index=-1, /): Takes the item at a position out and returns it.
remove(value, /): Takes the first such item out; ValueError where there is none.
reverse(): Turns the order round, in place.
sort(*, key=None, reverse=False): Sorts in place and returns None.
""",
    "dict": """
clear(): Takes everything out.
copy(): A new dictionary of the same pairs.
fromkeys(iterable, value=None, /): A dictionary of these keys, all with one value.
get(key, default=None, /): The value of a key, or the default where there is none.
items(): The pairs of key and value.
keys(): The keys.
pop(key[, default]): Takes a key out and returns its value.
popitem(): Takes the last pair out and returns it.
setdefault(key, default=None, /): The value of a key, which is set to the default first where there is none.
update([E, ]**F): Takes over the pairs of another dictionary.
values(): The values.
""",
    "set": """
add(elem): Adds an element.
clear(): Takes all elements out.
copy(): A new set of the same elements.
difference(*others): The elements that are in none of the others.
discard(elem): Takes an element out if it is there.
intersection(*others): The elements that are in all.
isdisjoint(other): Whether they have no element in common.
issubset(other): Whether all elements are in the other.
issuperset(other): Whether all of the other's elements are here.
pop(): Takes an element out and returns it.
remove(elem): Takes an element out; KeyError where it is not.
symmetric_difference(other): The elements that are in one of the two only.
union(*others): The elements that are in any.
update(*others): Adds the elements of the others.
""",
    "tuple": """
count(value, /): How often a value stands in it.
index(value, start=0, stop=9223372036854775807, /): The first position of a value; ValueError where it is not.
""",
    "str": """
capitalize(): The first character in upper case, the rest in lower case.
casefold(): For comparing without regard to case.
center(width, fillchar=' ', /): In the middle of so many characters.
count(sub[, start[, end]]): How often a text occurs, without overlap.
encode(encoding='utf-8', errors='strict'): The bytes of the text.
endswith(suffix[, start[, end]]): Whether it ends in the suffix, or in one of a tuple.
expandtabs(tabsize=8): With spaces for tabs.
find(sub[, start[, end]]): The first position of a text, or -1.
format(*args, **kwargs): With the fields in braces replaced by the arguments.
index(sub[, start[, end]]): The first position of a text; ValueError where it is not.
isalnum(): Whether all characters are letters or digits.
isalpha(): Whether all characters are letters.
isdigit(): Whether all characters are digits.
islower(): Whether all letters are in lower case.
isspace(): Whether all characters are white space.
isupper(): Whether all letters are in upper case.
join(iterable, /): The texts of an iterable with this one between them.
ljust(width, fillchar=' ', /): Filled up at the right.
lower(): In lower case.
lstrip(chars=None, /): Without white space, or these characters, at the left.
partition(sep, /): What is before a separator, the separator, what is after it.
removeprefix(prefix, /): Without a prefix, if it has it.
removesuffix(suffix, /): Without a suffix, if it has it.
replace(old, new, /, count=-1): With one text replaced by another.
rfind(sub[, start[, end]]): The last position of a text, or -1.
rjust(width, fillchar=' ', /): Filled up at the left.
rsplit(sep=None, maxsplit=-1): The parts between separators, parted from the right.
rstrip(chars=None, /): Without white space, or these characters, at the right.
split(sep=None, maxsplit=-1): The parts between separators, by default between white space.
splitlines(keepends=False): The lines.
startswith(prefix[, start[, end]]): Whether it begins with the prefix, or with one of a tuple.
strip(chars=None, /): Without white space, or these characters, at both ends.
swapcase(): With upper and lower case exchanged.
title(): Each word with a capital.
translate(table, /): With characters replaced by a table, which str.maketrans makes.
upper(): In upper case.
zfill(width, /): Filled up with zeros at the left.
""",
}


def page(value):
    """The lines of help on a function or method of Python's own; None for anything else."""
    name = getattr(value, "__name__", None)
    if isinstance(value, type):
        return _class_page(value) if value.__module__ == "builtins" else None
    owner = getattr(value, "__objclass__", None) or type(getattr(value, "__self__", None))
    text = METHODS.get(owner.__name__) if owner.__module__ == "builtins" else None
    if text is None and name is not None and getattr(builtins, name, None) is value:
        text = FUNCTIONS
    for line in (text or "").splitlines():
        call, _, sentence = line.partition("): ")
        if call.split("(")[0] == name:
            return [*(call + ")").split(" or "), "", sentence]
    return None


def _class_page(value):
    for line in CLASSES.splitlines():
        call, _, sentence = line.partition("): ")
        if call.split("(")[0] == value.__name__ and sentence:
            methods = METHODS.get(value.__name__, "").splitlines()
            return [f"class {call})", "", sentence, *(["", "Methods:"] if methods else []), *methods[1:]]
    return None
