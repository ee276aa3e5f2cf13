"""Data sets, samplers and DataLoader, with PyTorch's names and behaviour, in one thread.

`num_workers` is taken and loads in this thread: a page's Python has no processes. The panel below the lesson
shows what workers do.
"""

from torch.utils.data._datasets import (
    ConcatDataset, Dataset, IterableDataset, StackDataset, Subset, TensorDataset, random_split,
)
from torch.utils.data._loader import DataLoader, default_collate, default_convert, get_worker_info
from torch.utils.data._samplers import BatchSampler, RandomSampler, Sampler, SequentialSampler, SubsetRandomSampler
