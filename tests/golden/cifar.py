"""Crop, flip and normalise as the lesson does them, on batches of one image: what data_pipeline.rs compares with.

Fields: the image's seed; pad, dy, dx, flip; padding; layout; mean and std as float32 bits; the result's digest.
"""
from pathlib import Path

import numpy as np

from record import Golden, digest

MEANS = [([0.49139968, 0.48215841, 0.44653091], [0.24703223, 0.24348513, 0.26158784]), ([0.5] * 3, [0.5] * 3),
         ([0.491, 0.482, 0.447], [0.2023, 0.1994, 0.2010])]


def image(seed):
    """3,072 bytes, the top ones of a 64-bit linear congruential generator, as (3, 32, 32)."""
    values, state = np.empty(3072, np.uint8), seed
    for i in range(3072):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        values[i] = state >> 56
    return values.reshape(3, 32, 32)


def normalised(images, mean, std):
    return (images.astype(np.float32) / 255.0 - mean) / (std + 1e-7)


def augmented(images, pad, dy, dx, flip, padding, mean, std):
    border = ((0, 0), (pad, pad), (pad, pad), (0, 0))
    if padding == "zeros":
        padded = normalised(np.pad(images, border), mean, std)
    elif padding == "zeros-after":
        padded = np.pad(normalised(images, mean, std), border)
    else:
        padded = np.pad(normalised(images, mean, std), border, mode="reflect")
    crop = padded[:, dy:dy + 32, dx:dx + 32, :]
    return crop[:, :, ::-1, :] if flip else crop


def main():
    golden = Golden(Path(__file__).with_suffix(".txt"))
    draws = [(4, 0, 0), (4, 4, 4), (4, 8, 8), (4, 0, 8), (4, 7, 1), (4, 1, 7), (4, 4, 3), (4, 4, 5), (0, 0, 0),
             (1, 2, 0), (31, 0, 62), (31, 62, 0), (31, 31, 31), (16, 30, 2), (9, 18, 5)]
    for number, (pad, dy, dx) in enumerate(draws):
        for flip in (False, True):
            for padding in ("reflect", "zeros", "zeros-after"):
                mean, std = (np.array(values, np.float32) for values in MEANS[number % 3])
                images = image(number).transpose(1, 2, 0)[None]
                result = augmented(images, pad, dy, dx, flip, padding, mean, std)
                assert result.dtype == np.float32
                for layout in ("nhwc", "nchw"):
                    shown = result if layout == "nhwc" else result.transpose(0, 3, 1, 2)
                    bits = [",".join(str(b) for b in values.view(np.uint32)) for values in (mean, std)]
                    golden.case(str(number), f"{pad},{dy},{dx},{int(flip)}", padding, layout, *bits,
                                digest(np.ascontiguousarray(shown).tobytes()))
    golden.save()


main()
