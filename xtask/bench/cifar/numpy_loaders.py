"""Images a second under real NumPy: the page's own code, and the same on whole batches at once.

    numpy_loaders.py data_batch_1.bin

Prints a name, a tab and the median of several rounds.
"""
import statistics
import sys
import time

import numpy as np

ROUNDS = 5
BATCH = 64
PAD = 4


# The functions of the page "1.1 Python & NumPy for ML", as it has them.

def load_cifar10_batch(filepath):
    with open(filepath, 'rb') as f:
        raw = np.frombuffer(f.read(), dtype=np.uint8)
    record_size = 3073
    num_samples = len(raw) // record_size
    raw = raw.reshape(num_samples, record_size)
    labels = raw[:, 0].astype(np.int64)
    images = raw[:, 1:].reshape(num_samples, 3, 32, 32).transpose(0, 2, 3, 1)
    return images, labels


def normalize(images):
    images = images.astype(np.float32) / 255.0
    mean = images.mean(axis=(0, 1, 2))
    std = images.std(axis=(0, 1, 2))
    return (images - mean) / (std + 1e-7), mean, std


def make_batches(images, labels, batch_size=64, shuffle=True):
    num_samples = len(images)
    indices = np.arange(num_samples)
    if shuffle:
        np.random.shuffle(indices)
    for start in range(0, num_samples, batch_size):
        batch_idx = indices[start:start + batch_size]
        yield images[batch_idx], labels[batch_idx]


def random_horizontal_flip(images, p=0.5):
    mask = np.random.random(len(images)) < p
    images[mask] = images[mask, :, ::-1, :]
    return images


def random_crop_with_padding(images, pad=4):
    n, h, w, c = images.shape
    padded = np.pad(images, ((0,0), (pad,pad), (pad,pad), (0,0)), mode='reflect')
    crops = np.empty_like(images)
    for i in range(n):
        y = np.random.randint(0, 2 * pad)
        x = np.random.randint(0, 2 * pad)
        crops[i] = padded[i, y:y+h, x:x+w, :]
    return crops


def augment_batch(images, labels):
    images = images.copy()
    images = random_crop_with_padding(images)
    images = random_horizontal_flip(images)
    return images, labels


def rate(name, run):
    rates = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        images = run()
        rates.append(images / (time.perf_counter() - start))
    print(f"{name}\t{statistics.median(rates):.0f}")


def reflected():
    """np.pad's indices for mode='reflect'."""
    return np.pad(np.arange(32), PAD, mode="reflect")


def batches_at_once(planes, mean, std):
    rows = reflected()
    across = np.arange(32)
    order = np.random.permutation(len(planes))
    for start in range(0, len(planes), BATCH):
        chosen = order[start:start + BATCH]
        n = len(chosen)
        dy, dx = np.random.randint(0, 2 * PAD, (2, n, 1))
        flip = np.random.random((n, 1)) < 0.5
        y = rows[dy + across]
        x = rows[dx + np.where(flip, 31 - across, across)]
        crops = planes[chosen[:, None, None], :, y[:, :, None], x[:, None, :]]
        yield (crops.astype(np.float32) / np.float32(255) - mean) / (std + np.float32(1e-7))


def main():
    images, labels = load_cifar10_batch(sys.argv[1])
    mean, std = (np.array(values, np.float32) for values in ([0.4914, 0.4822, 0.4465], [0.2470, 0.2435, 0.2616]))

    def whole():
        normalised, _, _ = normalize(images)
        return sum(len(augment_batch(*batch)[0]) for batch in make_batches(normalised, labels, BATCH))

    normalised, _, _ = normalize(images)

    def augment_only():
        return sum(len(augment_batch(*batch)[0]) for batch in make_batches(normalised, labels, BATCH))

    planes = np.ascontiguousarray(images.transpose(0, 3, 1, 2))
    rate("the lesson's code, one epoch", whole)
    rate("the lesson's code, normalised before", augment_only)
    rate("whole batches at once", lambda: sum(len(batch) for batch in batches_at_once(planes, mean, std)))


main()
