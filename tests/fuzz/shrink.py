"""Makes a program that differs smaller while it still differs in the same way.

One round tries every smaller form at once: a statement less, an argument less, an operand in place of an operation, shorter
literals. The shortest that still differs goes into the next round.
"""
import ast
import copy
import re

import compare
import probe

ROUNDS = 25
CANDIDATES = 160


def shrink(program, kind, here):
    """The smallest program found, and its Difference."""
    best = None
    for _ in range(ROUNDS):
        candidates = [smaller for smaller in forms(program) if size(smaller) < size(program)]
        candidates = sorted(candidates, key=size)[:CANDIDATES]
        answers = here.run_all(candidates)
        found = None
        for candidate, answer in zip(candidates, answers):
            difference = judge(candidate, answer)
            if difference is not None and difference.kind == kind:
                found = candidate[:difference.statement + 1] if kind != "end" else candidate, difference
                break
        if found is None:
            return program, best
        program, best = found
    return program, best


def needed(program, number):
    """The statements that statement `number` needs, by the names in them, and itself."""
    wanted, kept = set(re.findall(r"\b[a-z]\b", program[number])), [program[number]]
    for line in reversed(program[:number]):
        if line[:1] in wanted and not line[1:2].isalnum() or "set_printoptions" in line or "seterr" in line:
            wanted |= set(re.findall(r"\b[a-z]\b", line))
            kept.insert(0, line)
    return kept


def judge(program, answer):
    """The Difference between NumPy's outcomes and ours, or a crash as one."""
    if isinstance(answer, str):
        return compare.Difference(len(program) - 1, "crash", [answer], [])
    try:
        theirs = probe.run(program)
    except Exception:
        return None
    return compare.compare(program, answer, theirs)


def size(program):
    return sum(len(line) + 10 for line in program)


def forms(program):
    """All programs one step smaller."""
    for number in range(len(program)):
        rest = program[:number] + program[number + 1:]
        if rest:
            yield rest
    for number in reversed(range(len(program))):
        for line in smaller_lines(program[number]):
            yield program[:number] + [line] + program[number + 1:]


def smaller_lines(line):
    try:
        tree = ast.parse(line)
    except SyntaxError:
        return
    for place, node in enumerate(ast.walk(tree)):
        for change in changes(node):
            other = copy.deepcopy(tree)
            target = next(n for i, n in enumerate(ast.walk(other)) if i == place)
            replacement = change(target)
            if replacement is not None:
                other = Replace(target, replacement).visit(other)
            try:
                yield ast.unparse(ast.fix_missing_locations(other))
            except Exception:
                continue


class Replace(ast.NodeTransformer):
    def __init__(self, target, replacement):
        self.target, self.replacement = target, replacement

    def visit(self, node):
        return self.replacement if node is self.target else self.generic_visit(node)


def changes(node):
    """Functions that make a node smaller, in place, or give what shall stand for it."""
    if isinstance(node, ast.Call):
        for i in range(len(node.keywords)):
            yield lambda n, i=i: n.keywords.pop(i) and None
        for i in range(len(node.args)):
            yield lambda n, i=i: n.args[i]
        for i in range(1, len(node.args)):
            yield lambda n, i=i: n.args.pop(i) and None
        if isinstance(node.func, ast.Attribute) and not (isinstance(node.func.value, ast.Name) and node.func.value.id == "np"):
            yield lambda n: n.func.value
    elif isinstance(node, ast.Subscript):
        yield lambda n: n.value
    elif isinstance(node, ast.Attribute) and not (isinstance(node.value, ast.Name) and node.value.id == "np"):
        yield lambda n: n.value
    elif isinstance(node, ast.BinOp):
        yield lambda n: n.left
        yield lambda n: n.right
    elif isinstance(node, ast.UnaryOp):
        yield lambda n: n.operand
    elif isinstance(node, (ast.List, ast.Tuple)) and isinstance(node.ctx, ast.Load) and len(node.elts) > 0:
        for i in range(len(node.elts)):
            yield lambda n, i=i: n.elts.pop(i) and None
    elif isinstance(node, ast.Constant) and isinstance(node.value, (int, float)) and not isinstance(node.value, bool):
        for value in (0, 1, 2):
            if value != node.value and len(repr(value)) <= len(repr(node.value)):
                yield lambda n, value=value: ast.Constant(value)
    elif isinstance(node, ast.Slice):
        for part in ("lower", "upper", "step"):
            if getattr(node, part) is not None:
                yield lambda n, part=part: setattr(n, part, None)
