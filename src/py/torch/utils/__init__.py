"""Of torch.utils, the stand-in has torch.utils.data."""

from torch.utils import data
