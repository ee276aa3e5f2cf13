"""What the stand-in for torch must print as PyTorch does: written by PyTorch itself. Run with a Python that has torch.

Cases are separated by a line of ====; each is its code, a line of ----, and what it prints.
"""
import contextlib
import io
from pathlib import Path

import numpy as np
import torch

SETUP = """\
import numpy as np
import torch
from torch.utils.data import (BatchSampler, ConcatDataset, DataLoader, Dataset, RandomSampler, SequentialSampler, Subset,
                              TensorDataset, random_split)
x = torch.tensor(np.arange(24, dtype=np.uint8).reshape(6, 2, 2), dtype=torch.float32) / 255.0
y = torch.tensor(np.arange(6), dtype=torch.long)
def error(call):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
"""
CASES = [
    "print(x.dtype, x.shape, y.dtype)\nprint(x[0])\nprint(y)",
    "for a, b in DataLoader(TensorDataset(x, y), batch_size=4):\n    print(a.shape, a.dtype, b)",
    "print(len(DataLoader(TensorDataset(x, y), batch_size=4)), len(DataLoader(TensorDataset(x, y), batch_size=4, drop_last=True)))",
    "seen = [int(n) for _, b in DataLoader(TensorDataset(x, y), batch_size=4, shuffle=True) for n in b]\nprint(sorted(seen))",
    "print(torch.tensor([1.0, 2.5, -3]), torch.tensor([1, 2, 3]), torch.tensor([1., 2.]), torch.zeros(2, 3))",
    "print(torch.tensor([[1.5, 2], [3, 4]], dtype=torch.float64), torch.tensor(3), torch.tensor(2.5), torch.tensor([True, False]))",
    "print(torch.tensor([1, 2]) / 2, torch.tensor([1, 2]) * 2.0, torch.tensor([1, 2]) + torch.tensor([0.5, 1.5], dtype=torch.float64))",
    "print(torch.tensor([1, 2]).float().mean(), torch.tensor([1, 2], dtype=torch.uint8).sum(), torch.tensor([1., 2., 4.]).std())",
    "print(x.stride(), x.permute(2, 0, 1).is_contiguous(), x.permute(2, 0, 1).stride(), x.size(0), x.numel(), len(x), x.dim())",
    "print(torch.stack([y, y]).shape, torch.cat([y, y]).shape, y.unsqueeze(0).shape, x.flatten(1).shape, x.view(6, -1).shape)",
    "a = np.zeros(3, np.float32)\nt = torch.from_numpy(a)\na[1] = 5\nprint(t, t.numpy() is a or np.shares_memory(t.numpy(), a))",
    "print(list(BatchSampler(SequentialSampler(range(7)), 3, False)), len(RandomSampler(range(5))))",
    "both = ConcatDataset([TensorDataset(y), Subset(TensorDataset(y), [4, 1])])\nprint(len(both), both[5], both[6], both[-1])",
    "print([len(part) for part in random_split(range(10), [7, 3])])",
    "class Squares(Dataset):\n    def __len__(self):\n        return 5\n    def __getitem__(self, i):\n        return {'n': i, 'f': i * 0.5, 's': str(i), 'a': np.float32(i)}\nfor batch in DataLoader(Squares(), batch_size=3):\n    print(batch)",
    "for batch in DataLoader(TensorDataset(y), batch_size=None):\n    print(batch)",
    "for batch in DataLoader(list(range(5)), batch_size=2, collate_fn=lambda items: items):\n    print(batch)",
    "error(lambda: DataLoader(TensorDataset(x, y), batch_size=0))",
    "error(lambda: DataLoader(TensorDataset(x, y), num_workers=-1))",
    "error(lambda: DataLoader(TensorDataset(x, y), sampler=[0, 1], shuffle=True))",
    "error(lambda: TensorDataset(x, y[:3]))",
    "error(lambda: torch.stack([x[0], y]))",
    "error(lambda: bool(x))",
    "error(lambda: torch.tensor([1, 2]).mean())",
    "error(lambda: x.permute(2, 1, 0).view(-1))",
    "error(lambda: random_split(range(10), [7, 2]))",
    "error(lambda: len(torch.tensor(1)))",
]


def main():
    names = {}
    exec(SETUP, names)
    cases = [SETUP.rstrip("\n") + "\n----\n"]
    for code in CASES:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(code, names)
        cases.append(f"{code}\n----\n{out.getvalue()}")
    path = Path(__file__).with_suffix(".txt")
    path.write_text(f"# torch {torch.__version__}, numpy {np.__version__}; made by the script beside this file\n" + "====\n".join(cases))
    print(path, len(CASES), "cases")


main()
