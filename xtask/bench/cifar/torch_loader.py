"""Images a second of PyTorch's DataLoader with torchvision's RandomCrop, flip, ToTensor, Normalize.

    torch_loader.py data_batch_1.bin

Prints a name, a tab and the median of several rounds.
"""
import statistics
import sys
import time

import numpy as np
import torch
from PIL import Image
from torch.utils.data import DataLoader, Dataset
from torchvision import transforms

ROUNDS = 3
BATCH = 64


class Cifar(Dataset):
    """As torchvision's own: an image is made from the array and handed to the transforms."""

    def __init__(self, path):
        raw = np.fromfile(path, np.uint8).reshape(-1, 3073)
        self.labels = raw[:, 0].astype(np.int64)
        self.images = np.ascontiguousarray(raw[:, 1:].reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1))
        self.transform = transforms.Compose([
            transforms.RandomCrop(32, padding=4, padding_mode="reflect"),
            transforms.RandomHorizontalFlip(),
            transforms.ToTensor(),
            transforms.Normalize((0.4914, 0.4822, 0.4465), (0.2470, 0.2435, 0.2616)),
        ])

    def __len__(self):
        return len(self.labels)

    def __getitem__(self, index):
        return self.transform(Image.fromarray(self.images[index])), self.labels[index]


def main():
    dataset = Cifar(sys.argv[1])
    for workers in (0, 2):
        rates = []
        for _ in range(ROUNDS):
            loader = DataLoader(dataset, batch_size=BATCH, shuffle=True, num_workers=workers)
            start = time.perf_counter()
            images = sum(len(batch) for batch, _ in loader)
            rates.append(images / (time.perf_counter() - start))
        print(f"DataLoader {torch.__version__}, {workers} workers\t{statistics.median(rates):.0f}")


main()
