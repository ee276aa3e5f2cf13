# Names that the author's page 1.1 uses and never defines, so that each of its Python blocks runs as
# it stands, top to bottom in one session or on its own. Run once, before the first block.
# `stridelab check LESSON.md --setup FILE` and `cargo xtask build --lesson LESSON.md` take it.
import numpy as np

# Thirty-two by thirty-two pictures whose name tells their class: "train/0007-class3.png".
file_paths = [f"train/{i:04}-class{i % 10}.png" for i in range(40)]
train_paths = [f"train/{i:04}-class{i % 10}.png" for i in range(100)]


def extract_label(path):
    """The class number in a picture's name."""
    return int(path[path.index("class") + 5:path.index(".")])


def load_image(path):
    """A (32, 32, 3) uint8 picture: a ramp that starts at a value of its class."""
    ramp = np.arange(32 * 32 * 3).reshape(32, 32, 3)
    return ((ramp + 20 * extract_label(path)) % 256).astype(np.uint8)


def load_all_images():
    """All of `file_paths` as one (40, 32, 32, 3) array."""
    return np.stack([load_image(path) for path in file_paths])


def random_flip(image):
    """The picture, or its mirror image."""
    return image[:, ::-1] if np.random.random() < 0.5 else image


def random_crop(image):
    """A 28 by 28 piece of the picture."""
    top, left = np.random.randint(0, 5, size=2)
    return image[top:top + 28, left:left + 28]


def train_step(*batch):
    """Stands for a training step: learns nothing, returns a loss."""
    return 0.0


# Batches of (image, label) samples.
batches = [[(load_image(path), extract_label(path)) for path in file_paths[start:start + 8]]
           for start in range(0, len(file_paths), 8)]

# A batch of pictures as the normalising example has it: (32, 224, 224, 3).
images = np.zeros((32, 224, 224, 3), dtype=np.uint8) + np.arange(224, dtype=np.uint8)[:, np.newaxis]

# Two sets of points. Four coordinates each, not three: by then the page has made A a (3, 4) matrix.
A = np.linspace(-1.0, 1.0, 400).reshape(100, 4)
B = np.linspace(0.0, 2.0, 200).reshape(50, 4)

# Scores of 32 samples for 10 classes.
logits = np.linspace(-4.0, 4.0, 320).reshape(32, 10)

# Numbers, not arrays: by then a loop of the page has left a number in x.
x, y, z = np.float64(2.0), np.float64(3.0), np.float64(6.0)
