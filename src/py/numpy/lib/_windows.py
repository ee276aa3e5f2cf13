"""Window functions, the Bessel function they need, and phases unwrapped."""

from numpy import _engine as np

_PI = 3.141592653589793

# Chebyshev coefficients of exp(-x) I0(x) on [0, 8] and of exp(-x) sqrt(x) I0(x) beyond (Cephes).
_I0_NEAR = (
    -4.41534164647933937950E-18, 3.33079451882223809783E-17, -2.43127984654795469359E-16, 1.71539128555513303061E-15,
    -1.16853328779934516808E-14, 7.67618549860493561688E-14, -4.85644678311192946090E-13, 2.95505266312963983461E-12,
    -1.72682629144155570723E-11, 9.67580903537323691224E-11, -5.18979560163526290666E-10, 2.65982372468238665035E-9,
    -1.30002500998624804212E-8, 6.04699502254191894932E-8, -2.67079385394061173391E-7, 1.11738753912010371815E-6,
    -4.41673835845875056359E-6, 1.64484480707288970893E-5, -5.75419501008210370398E-5, 1.88502885095841655729E-4,
    -5.76375574538582365885E-4, 1.63947561694133579842E-3, -4.32430999505057594430E-3, 1.05464603945949983183E-2,
    -2.37374148058994688156E-2, 4.93052842396707084878E-2, -9.49010970480476444210E-2, 1.71620901522208775349E-1,
    -3.04682672343198398683E-1, 6.76795274409476084995E-1,
)
_I0_FAR = (
    -7.23318048787475395456E-18, -4.83050448594418207126E-18, 4.46562142029675999901E-17, 3.46122286769746109310E-17,
    -2.82762398051658348494E-16, -3.42548561967721913462E-16, 1.77256013305652638360E-15, 3.81168066935262242075E-15,
    -9.55484669882830764870E-15, -4.15056934728722208663E-14, 1.54008621752140982691E-14, 3.85277838274214270114E-13,
    7.18012445138366623367E-13, -1.79417853150680611778E-12, -1.32158118404477131188E-11, -3.14991652796324136454E-11,
    1.18891471078464383424E-11, 4.94060238822496958910E-10, 3.39623202570838634515E-9, 2.26666899049817806459E-8,
    2.04891858946906374183E-7, 2.89137052083475648297E-6, 6.88975834691682398426E-5, 3.36911647825569408990E-3,
    8.04490411014108831608E-1,
)


def _series(x, coefficients):
    b0, b1 = coefficients[0], 0.0
    for coefficient in coefficients[1:]:
        b0, b1, b2 = x * b0 - b1 + coefficient, b0, b1
    return 0.5 * (b0 - b2)


def i0(x):
    """The modified Bessel function of the first kind, order 0."""
    x = np.asanyarray(x)
    if x.dtype.kind == "c":
        raise TypeError("i0 not supported for complex values")
    x = np.abs(x.astype(float) if x.dtype.kind != "f" else x)
    is_near = x <= 8.0
    small, large = np.where(is_near, x, 0.0), np.where(is_near, 8.0, x)
    near = np.exp(small) * _series(small / 2.0 - 2, _I0_NEAR)
    far = np.exp(large) * _series(32.0 / large - 2.0, _I0_FAR) / np.sqrt(large)
    return np._like(np.asarray(np.where(is_near, near, far)), x)


def _window(M, shape):
    M = np.asarray(M) + 0.0
    if M < 1:
        return np.array([], dtype=M.dtype)
    if M == 1:
        return np.ones(1, dtype=M.dtype)
    return shape(np.arange(1 - M, M, 2), M)


def bartlett(M):
    """The Bartlett window: a triangle that touches zero."""
    return _window(M, lambda n, M: np.where(np.less_equal(n, 0), 1 + n / (M - 1), 1 - n / (M - 1)))


def blackman(M):
    """The Blackman window."""
    return _window(M, lambda n, M: 0.42 + 0.5 * np.cos(_PI * n / (M - 1)) + 0.08 * np.cos(2.0 * _PI * n / (M - 1)))


def hamming(M):
    """The Hamming window."""
    return _window(M, lambda n, M: 0.54 + 0.46 * np.cos(_PI * n / (M - 1)))


def hanning(M):
    """The Hann window."""
    return _window(M, lambda n, M: 0.5 + 0.5 * np.cos(_PI * n / (M - 1)))


def kaiser(M, beta):
    """The Kaiser window of shape `beta`."""
    M, beta = np.asarray(M) + 0.0, np.asarray(beta) + 0.0
    if M == 1:
        return np.ones(1)
    n = np.arange(0, M)
    alpha = (M - 1) / 2.0
    return i0(beta * np.sqrt(1 - ((n - alpha) / alpha) ** 2.0)) / i0(beta)


def unwrap(p, discont=None, axis=-1, *, period=6.283185307179586):
    """Phases without jumps of more than half a period."""
    from numpy._arithmetic import diff
    p = np.asarray(p)
    steps = diff(p, axis=axis)
    if discont is None:
        discont = period / 2
    rest = (slice(None),) * (axis % p.ndim) + (slice(1, None),)
    dtype = np.result_type(steps, period)
    if dtype.kind in "iu":
        high, odd = divmod(period, 2)
        ambiguous = odd == 0
    else:
        high, ambiguous = period / 2, True
    low = -high
    mod = np.mod(steps - low, period) + low
    if ambiguous:
        np.putmask(mod, (mod == low) & (steps > 0), high)
    correction = mod - steps
    np.putmask(correction, np.abs(steps) < discont, 0)
    made = np.array(p, dtype=dtype)
    made[rest] = p[rest] + correction.cumsum(axis)
    return made
