"""The public names of numpy 2.4.6; made by tests/golden/names.py."""

NAMES = {
    "numpy":
        "False_ ScalarType True_ abs absolute acos acosh add all allclose amax amin angle any append apply_along_axis "
        "apply_over_axes arange arccos arccosh arcsin arcsinh arctan arctan2 arctanh argmax argmin argpartition argsort "
        "argwhere around array array2string array_equal array_equiv array_repr array_split array_str asanyarray asarray "
        "asarray_chkfinite ascontiguousarray asfortranarray asin asinh asmatrix astype atan atan2 atanh atleast_1d "
        "atleast_2d atleast_3d average bartlett base_repr binary_repr bincount bitwise_and bitwise_count bitwise_invert "
        "bitwise_left_shift bitwise_not bitwise_or bitwise_right_shift bitwise_xor blackman block bmat bool bool_ "
        "broadcast broadcast_arrays broadcast_shapes broadcast_to busday_count busday_offset busdaycalendar byte bytes_ "
        "c_ can_cast cbrt cdouble ceil char character choose clip clongdouble column_stack common_type complex128 "
        "complex256 complex64 complexfloating compress concat concatenate conj conjugate convolve copy copysign copyto "
        "core corrcoef correlate cos cosh count_nonzero cov cross csingle ctypeslib cumprod cumsum cumulative_prod "
        "cumulative_sum datetime64 datetime_as_string datetime_data deg2rad degrees delete diag diag_indices "
        "diag_indices_from diagflat diagonal diff digitize divide divmod dot double dsplit dstack dtype dtypes e "
        "ediff1d einsum einsum_path emath empty empty_like equal errstate euler_gamma exceptions exp exp2 expand_dims "
        "expm1 extract eye f2py fabs fft fill_diagonal finfo fix flatiter flatnonzero flexible flip fliplr flipud "
        "float128 float16 float32 float64 float_power floating floor floor_divide fmax fmin fmod "
        "format_float_positional format_float_scientific frexp from_dlpack frombuffer fromfile fromfunction fromiter "
        "frompyfunc fromregex fromstring full full_like gcd generic genfromtxt geomspace get_include get_printoptions "
        "getbufsize geterr geterrcall gradient greater greater_equal half hamming hanning heaviside histogram "
        "histogram2d histogram_bin_edges histogramdd hsplit hstack hypot i0 identity iinfo imag index_exp indices "
        "inexact inf info inner insert int16 int32 int64 int8 int_ intc integer interp intersect1d intp invert "
        "is_busday isclose iscomplex iscomplexobj isdtype isfinite isfortran isin isinf isnan isnat isneginf isposinf "
        "isreal isrealobj isscalar issubdtype iterable ix_ kaiser kron lcm ldexp left_shift less less_equal lexsort lib "
        "linalg linspace little_endian load loadtxt log log10 log1p log2 logaddexp logaddexp2 logical_and logical_not "
        "logical_or logical_xor logspace long longdouble longlong ma mask_indices matmul matrix matrix_transpose matvec "
        "max maximum may_share_memory mean median memmap meshgrid mgrid min min_scalar_type minimum mintypecode mod "
        "modf moveaxis multiply nan nan_to_num nanargmax nanargmin nancumprod nancumsum nanmax nanmean nanmedian nanmin "
        "nanpercentile nanprod nanquantile nanstd nansum nanvar ndarray ndenumerate ndim ndindex nditer negative "
        "nested_iters newaxis nextafter nonzero not_equal number object_ ogrid ones ones_like outer packbits pad "
        "partition percentile permute_dims pi piecewise place poly poly1d polyadd polyder polydiv polyfit polyint "
        "polymul polynomial polysub polyval positive pow power printoptions prod promote_types ptp put put_along_axis "
        "putmask quantile r_ rad2deg radians random ravel ravel_multi_index real real_if_close rec recarray reciprocal "
        "record remainder repeat require reshape resize result_type right_shift rint roll rollaxis roots rot90 round "
        "row_stack s_ save savetxt savez savez_compressed sctypeDict searchsorted select set_printoptions setbufsize "
        "setdiff1d seterr seterrcall setxor1d shape shares_memory short show_config show_runtime sign signbit "
        "signedinteger sin sinc single sinh size sort sort_complex spacing split sqrt square squeeze stack std str_ "
        "strings subtract sum swapaxes take take_along_axis tan tanh tensordot test testing tile timedelta64 trace "
        "transpose trapezoid tri tril tril_indices tril_indices_from trim_zeros triu triu_indices triu_indices_from "
        "true_divide trunc typecodes typename typing ubyte ufunc uint uint16 uint32 uint64 uint8 uintc uintp ulong "
        "ulonglong union1d unique unique_all unique_counts unique_inverse unique_values unpackbits unravel_index "
        "unsignedinteger unstack unwrap ushort vander var vdot vecdot vecmat vectorize void vsplit vstack where zeros "
        "zeros_like ",
    "numpy.linalg":
        "LinAlgError cholesky cond cross det diagonal eig eigh eigvals eigvalsh inv lstsq matmul matrix_norm "
        "matrix_power matrix_rank matrix_transpose multi_dot norm outer pinv qr slogdet solve svd svdvals tensordot "
        "tensorinv tensorsolve test trace vecdot vector_norm ",
    "numpy.random":
        "BitGenerator Generator MT19937 PCG64 PCG64DXSM Philox RandomState SFC64 SeedSequence beta binomial "
        "bit_generator bytes chisquare choice default_rng dirichlet exponential f gamma geometric get_bit_generator "
        "get_state gumbel hypergeometric laplace logistic lognormal logseries mtrand multinomial multivariate_normal "
        "negative_binomial noncentral_chisquare noncentral_f normal pareto permutation poisson power rand randint randn "
        "random random_integers random_sample ranf rayleigh sample seed set_bit_generator set_state shuffle "
        "standard_cauchy standard_exponential standard_gamma standard_normal standard_t test triangular uniform "
        "vonmises wald weibull zipf ",
    "numpy.polynomial":
        "Chebyshev Hermite HermiteE Laguerre Legendre Polynomial chebyshev hermite hermite_e laguerre legendre "
        "polynomial polyutils set_default_printstyle test ",
    "numpy.testing":
        "BLAS_SUPPORTS_FPE HAS_LAPACK64 HAS_REFCOUNT IS_64BIT IS_EDITABLE IS_INSTALLED IS_MUSL IS_PYPY IS_PYSTON "
        "IS_WASM IgnoreException KnownFailureException NOGIL_BUILD NUMPY_ROOT SkipTest TestCase assert_ assert_allclose "
        "assert_almost_equal assert_approx_equal assert_array_almost_equal assert_array_almost_equal_nulp "
        "assert_array_compare assert_array_equal assert_array_less assert_array_max_ulp assert_equal "
        "assert_no_gc_cycles assert_no_warnings assert_raises assert_raises_regex assert_string_equal assert_warns "
        "break_cycles build_err_msg check_support_sve clear_and_catch_warnings decorate_methods extbuild jiffies "
        "measure memusage overrides print_assert_equal run_threaded rundocs runstring suppress_warnings tempdir "
        "temppath test verbose ",
    "numpy.lib":
        "Arrayterator NumpyVersion add_docstring add_newdoc array_utils format introspect mixins npyio scimath "
        "stride_tricks test tracemalloc_domain ",
    "numpy.exceptions":
        "AxisError ComplexWarning DTypePromotionError ModuleDeprecationWarning RankWarning TooHardError "
        "VisibleDeprecationWarning ",
    "numpy.fft":
        "fft fft2 fftfreq fftn fftshift hfft ifft ifft2 ifftn ifftshift ihfft irfft irfft2 irfftn rfft rfft2 rfftfreq "
        "rfftn test ",
    "numpy.strings":
        "add capitalize center count decode encode endswith equal expandtabs find greater greater_equal index isalnum "
        "isalpha isdecimal isdigit islower isnumeric isspace istitle isupper less less_equal ljust lower lstrip mod "
        "multiply not_equal partition replace rfind rindex rjust rpartition rstrip slice startswith str_len strip "
        "swapcase title translate upper zfill ",
    "numpy.char":
        "add array asarray capitalize center chararray compare_chararrays count decode encode endswith equal expandtabs "
        "find greater greater_equal index isalnum isalpha isdecimal isdigit islower isnumeric isspace istitle isupper "
        "join less less_equal ljust lower lstrip mod multiply not_equal partition replace rfind rindex rjust rpartition "
        "rsplit rstrip split splitlines startswith str_len strip swapcase title translate upper zfill ",
    "numpy.dtypes":
        "BoolDType ByteDType BytesDType CLongDoubleDType Complex128DType Complex64DType DateTime64DType Float16DType "
        "Float32DType Float64DType Int16DType Int32DType Int64DType Int8DType IntDType LongDType LongDoubleDType "
        "LongLongDType ObjectDType ShortDType StrDType StringDType TimeDelta64DType UByteDType UInt16DType UInt32DType "
        "UInt64DType UInt8DType UIntDType ULongDType ULongLongDType UShortDType VoidDType ",
    "numpy.emath":
        "arccos arcsin arctanh log log10 log2 logn power sqrt ",
    "numpy.lib.stride_tricks":
        "as_strided sliding_window_view ",
    "numpy.lib.scimath":
        "arccos arcsin arctanh log log10 log2 logn power sqrt ",
    "numpy.lib.array_utils":
        "byte_bounds normalize_axis_index normalize_axis_tuple ",
    "numpy.lib.npyio":
        "DataSource NpzFile ",
    "numpy.lib.format":
        "ARRAY_ALIGN BUFFER_SIZE EXPECTED_KEYS GROWTH_AXIS_MAX_DIGITS MAGIC_LEN MAGIC_PREFIX descr_to_dtype "
        "drop_metadata dtype_to_descr header_data_from_array_1_0 isfileobj magic open_memmap read_array "
        "read_array_header_1_0 read_array_header_2_0 read_magic write_array write_array_header_1_0 "
        "write_array_header_2_0 ",
    "numpy.lib.mixins":
        "NDArrayOperatorsMixin um ",
    "numpy.ma":
        "MAError MaskError MaskType MaskedArray abs absolute add all allclose allequal alltrue amax amin angle anom "
        "anomalies any append apply_along_axis apply_over_axes arange arccos arccosh arcsin arcsinh arctan arctan2 "
        "arctanh argmax argmin argsort around array asanyarray asarray atleast_1d atleast_2d atleast_3d average "
        "bitwise_and bitwise_or bitwise_xor bool_ ceil choose clip clump_masked clump_unmasked column_stack "
        "common_fill_value compress compress_cols compress_nd compress_rowcols compress_rows compressed concatenate "
        "conjugate convolve copy core corrcoef correlate cos cosh count count_masked cov cumprod cumsum "
        "default_fill_value diag diagflat diagonal diff divide dot dstack ediff1d empty empty_like equal exp "
        "expand_dims extras fabs filled fix_invalid flatnotmasked_contiguous flatnotmasked_edges flatten_mask "
        "flatten_structured_array floor floor_divide fmod frombuffer fromflex fromfunction getdata getmask getmaskarray "
        "greater greater_equal harden_mask hsplit hstack hypot identity ids in1d indices inner innerproduct intersect1d "
        "isMA isMaskedArray is_mask is_masked isarray isin left_shift less less_equal log log10 log2 logical_and "
        "logical_not logical_or logical_xor make_mask make_mask_descr make_mask_none mask_cols mask_or mask_rowcols "
        "mask_rows masked masked_all masked_all_like masked_array masked_equal masked_greater masked_greater_equal "
        "masked_inside masked_invalid masked_less masked_less_equal masked_not_equal masked_object masked_outside "
        "masked_print_option masked_singleton masked_values masked_where max maximum maximum_fill_value mean median min "
        "minimum minimum_fill_value mod mr_ multiply mvoid ndenumerate ndim negative nomask nonzero not_equal "
        "notmasked_contiguous notmasked_edges ones ones_like outer outerproduct polyfit power prod product ptp put "
        "putmask ravel remainder repeat reshape resize right_shift round round_ row_stack set_fill_value setdiff1d "
        "setxor1d shape sin sinh size soften_mask sometrue sort sqrt squeeze stack std subtract sum swapaxes take tan "
        "tanh test trace transpose true_divide union1d unique vander var vstack where zeros zeros_like ",
    "numpy.ma.mrecords":
        "MaskedRecords addfield fromarrays fromrecords fromtextfile mrecarray ",
    "numpy.rec":
        "array find_duplicate format_parser fromarrays fromfile fromrecords fromstring recarray record ",
    "numpy.matlib":
        "empty eye identity ones rand randn repmat zeros ",
    "numpy.typing":
        "ArrayLike DTypeLike NBitBase NDArray ",
    "numpy.version":
        "full_version git_revision release short_version version ",
    "numpy.lib.introspect":
        "opt_func_info ",
    "numpy.lib.recfunctions":
        "append_fields apply_along_fields assign_fields_by_name drop_fields find_duplicates flatten_descr "
        "get_fieldstructure get_names get_names_flat join_by merge_arrays rec_append_fields rec_drop_fields rec_join "
        "recursive_fill_fields rename_fields repack_fields require_fields stack_arrays structured_to_unstructured "
        "unstructured_to_structured ",
    "numpy.testing.overrides":
        "allows_array_function_override allows_array_ufunc_override get_overridable_numpy_array_functions "
        "get_overridable_numpy_ufuncs ",
    "numpy.polynomial.polyutils":
        "as_series format_float getdomain mapdomain mapparms trimcoef trimseq ",
    "numpy.random.bit_generator":
        "BitGenerator SeedSequence ",
    "numpy.ctypeslib":
        "as_array as_ctypes as_ctypes_type c_intp ctypes load_library ndpointer ",
    "numpy.f2py":
        "get_include run_main ",
    "numpy.ndarray":
        "T all any argmax argmin argpartition argsort astype base byteswap choose clip compress conj conjugate copy "
        "ctypes cumprod cumsum data device diagonal dot dtype dump dumps fill flags flat flatten getfield imag item "
        "itemsize mT max mean min nbytes ndim nonzero partition prod put ravel real repeat reshape resize round "
        "searchsorted setfield setflags shape size sort squeeze std strides sum swapaxes take to_device tobytes tofile "
        "tolist trace transpose var view ",
    "numpy.generic":
        "T all any argmax argmin argsort astype base byteswap choose clip compress conj conjugate copy cumprod cumsum "
        "data device diagonal dtype dump dumps fill flags flat flatten getfield imag item itemsize max mean min nbytes "
        "ndim nonzero prod put ravel real repeat reshape resize round searchsorted setfield setflags shape size sort "
        "squeeze std strides sum swapaxes take to_device tobytes tofile tolist trace transpose var view ",
    "numpy.dtype":
        "alignment base byteorder char descr fields flags hasobject isalignedstruct isbuiltin isnative itemsize kind "
        "metadata name names ndim newbyteorder num shape str subdtype type ",
    "numpy.ufunc":
        "accumulate at identity nargs nin nout ntypes outer reduce reduceat resolve_dtypes signature types ",
    "numpy.flatiter":
        "base coords copy index ",
    "numpy.nditer":
        "close copy debug_print dtypes enable_external_loop finished has_delayed_bufalloc has_index has_multi_index "
        "index iterationneedsapi iterindex iternext iterrange itersize itviews multi_index ndim nop operands "
        "remove_axis remove_multi_index reset shape value ",
    "numpy.broadcast":
        "index iters nd ndim numiter reset shape size ",
    "numpy.finfo":
        "epsneg iexp machep negep nexp resolution tiny ",
    "numpy.iinfo":
        "max min ",
    "numpy.poly1d":
        "c coef coefficients coeffs deriv integ o order r roots variable ",
    "numpy.random.Generator":
        "beta binomial bit_generator bytes chisquare choice dirichlet exponential f gamma geometric gumbel "
        "hypergeometric integers laplace logistic lognormal logseries multinomial multivariate_hypergeometric "
        "multivariate_normal negative_binomial noncentral_chisquare noncentral_f normal pareto permutation permuted "
        "poisson power random rayleigh shuffle spawn standard_cauchy standard_exponential standard_gamma "
        "standard_normal standard_t triangular uniform vonmises wald weibull zipf ",
    "numpy.random.RandomState":
        "beta binomial bytes chisquare choice dirichlet exponential f gamma geometric get_state gumbel hypergeometric "
        "laplace logistic lognormal logseries multinomial multivariate_normal negative_binomial noncentral_chisquare "
        "noncentral_f normal pareto permutation poisson power rand randint randn random random_integers random_sample "
        "rayleigh seed set_state shuffle standard_cauchy standard_exponential standard_gamma standard_normal standard_t "
        "tomaxint triangular uniform vonmises wald weibull zipf ",
    "numpy.random.SeedSequence":
        "entropy generate_state n_children_spawned pool pool_size spawn spawn_key state ",
    "numpy.random.PCG64":
        "advance capsule cffi ctypes jumped lock random_raw seed_seq spawn state ",
    "numpy.random.MT19937":
        "capsule cffi ctypes jumped lock random_raw seed_seq spawn state ",
    "numpy.polynomial.Polynomial":
        "basis basis_name cast convert copy cutdeg degree deriv domain fit fromroots has_samecoef has_samedomain "
        "has_sametype has_samewindow identity integ linspace mapparms maxpower roots symbol trim truncate window ",
    "numpy.polynomial.Chebyshev":
        "basis basis_name cast convert copy cutdeg degree deriv domain fit fromroots has_samecoef has_samedomain "
        "has_sametype has_samewindow identity integ interpolate linspace mapparms maxpower roots symbol trim truncate "
        "window ",
    "numpy.polynomial.polynomial":
        "ABCPolyBase Polynomial np polyadd polycompanion polyder polydiv polydomain polyfit polyfromroots polygrid2d "
        "polygrid3d polyint polyline polymul polymulx polyone polypow polyroots polysub polytrim polyval polyval2d "
        "polyval3d polyvalfromroots polyvander polyvander2d polyvander3d polyx polyzero pu ",
    "numpy.polynomial.chebyshev":
        "ABCPolyBase Chebyshev cheb2poly chebadd chebcompanion chebder chebdiv chebdomain chebfit chebfromroots "
        "chebgauss chebgrid2d chebgrid3d chebint chebinterpolate chebline chebmul chebmulx chebone chebpow chebpts1 "
        "chebpts2 chebroots chebsub chebtrim chebval chebval2d chebval3d chebvander chebvander2d chebvander3d "
        "chebweight chebx chebzero np poly2cheb pu ",
    "numpy.polynomial.legendre":
        "ABCPolyBase Legendre leg2poly legadd legcompanion legder legdiv legdomain legfit legfromroots leggauss "
        "leggrid2d leggrid3d legint legline legmul legmulx legone legpow legroots legsub legtrim legval legval2d "
        "legval3d legvander legvander2d legvander3d legweight legx legzero np poly2leg pu ",
    "numpy.polynomial.hermite":
        "ABCPolyBase Hermite herm2poly hermadd hermcompanion hermder hermdiv hermdomain hermfit hermfromroots hermgauss "
        "hermgrid2d hermgrid3d hermint hermline hermmul hermmulx hermone hermpow hermroots hermsub hermtrim hermval "
        "hermval2d hermval3d hermvander hermvander2d hermvander3d hermweight hermx hermzero np poly2herm pu ",
    "numpy.polynomial.hermite_e":
        "ABCPolyBase HermiteE herme2poly hermeadd hermecompanion hermeder hermediv hermedomain hermefit hermefromroots "
        "hermegauss hermegrid2d hermegrid3d hermeint hermeline hermemul hermemulx hermeone hermepow hermeroots hermesub "
        "hermetrim hermeval hermeval2d hermeval3d hermevander hermevander2d hermevander3d hermeweight hermex hermezero "
        "np poly2herme pu ",
    "numpy.polynomial.laguerre":
        "ABCPolyBase Laguerre lag2poly lagadd lagcompanion lagder lagdiv lagdomain lagfit lagfromroots laggauss "
        "laggrid2d laggrid3d lagint lagline lagmul lagmulx lagone lagpow lagroots lagsub lagtrim lagval lagval2d "
        "lagval3d lagvander lagvander2d lagvander3d lagweight lagx lagzero np poly2lag pu ",
    "numpy.float64":
        "T all any argmax argmin argsort as_integer_ratio astype base byteswap choose clip compress conj conjugate copy "
        "cumprod cumsum data device diagonal dtype dump dumps fill flags flat flatten fromhex getfield hex imag "
        "is_integer item itemsize max mean min nbytes ndim nonzero prod put ravel real repeat reshape resize round "
        "searchsorted setfield setflags shape size sort squeeze std strides sum swapaxes take to_device tobytes tofile "
        "tolist trace transpose var view ",
    "numpy.int64":
        "T all any argmax argmin argsort astype base bit_count byteswap choose clip compress conj conjugate copy "
        "cumprod cumsum data denominator device diagonal dtype dump dumps fill flags flat flatten getfield imag "
        "is_integer item itemsize max mean min nbytes ndim nonzero numerator prod put ravel real repeat reshape resize "
        "round searchsorted setfield setflags shape size sort squeeze std strides sum swapaxes take to_device tobytes "
        "tofile tolist trace transpose var view ",
    "numpy.ma.MaskedArray":
        "T all anom any argmax argmin argpartition argsort astype base baseclass byteswap choose clip compress "
        "compressed conj conjugate copy count ctypes cumprod cumsum data device diagonal dot dtype dump dumps fill "
        "fill_value filled flags flat flatten get_fill_value get_imag get_real getfield harden_mask hardmask ids imag "
        "iscontiguous item itemsize mT mask max mean min nbytes ndim nonzero partition prod product ptp put ravel real "
        "recordmask repeat reshape resize round searchsorted set_fill_value setfield setflags shape sharedmask "
        "shrink_mask size soften_mask sort squeeze std strides sum swapaxes take to_device tobytes tofile toflex tolist "
        "torecords trace transpose unshare_mask var view ",
    "numpy.matrix":
        "A A1 H I T all any argmax argmin argpartition argsort astype base byteswap choose clip compress conj conjugate "
        "copy ctypes cumprod cumsum data device diagonal dot dtype dump dumps fill flags flat flatten getA getA1 getH "
        "getI getT getfield imag item itemsize mT max mean min nbytes ndim nonzero partition prod ptp put ravel real "
        "repeat reshape resize round searchsorted setfield setflags shape size sort squeeze std strides sum swapaxes "
        "take to_device tobytes tofile tolist trace transpose var view ",
    "numpy.recarray":
        "T all any argmax argmin argpartition argsort astype base byteswap choose clip compress conj conjugate copy "
        "ctypes cumprod cumsum data device diagonal dot dtype dump dumps field fill flags flat flatten getfield imag "
        "item itemsize mT max mean min nbytes ndim nonzero partition prod put ravel real repeat reshape resize round "
        "searchsorted setfield setflags shape size sort squeeze std strides sum swapaxes take to_device tobytes tofile "
        "tolist trace transpose var view ",
    "numpy.record":
        "T all any argmax argmin argsort astype base byteswap choose clip compress conj conjugate copy cumprod cumsum "
        "data device diagonal dtype dump dumps fill flags flat flatten getfield imag item itemsize max mean min nbytes "
        "ndim nonzero pprint prod put ravel real repeat reshape resize round searchsorted setfield setflags shape size "
        "sort squeeze std strides sum swapaxes take to_device tobytes tofile tolist trace transpose var view ",
    "numpy.memmap":
        "T all any argmax argmin argpartition argsort astype base byteswap choose clip compress conj conjugate copy "
        "ctypes cumprod cumsum data device diagonal dot dtype dump dumps fill flags flat flatten flush getfield imag "
        "item itemsize mT max mean min nbytes ndim nonzero partition prod put ravel real repeat reshape resize round "
        "searchsorted setfield setflags shape size sort squeeze std strides sum swapaxes take to_device tobytes tofile "
        "tolist trace transpose var view ",
    "numpy.char.chararray":
        "T all any argmax argmin argpartition argsort astype base byteswap capitalize center choose clip compress conj "
        "conjugate copy count ctypes cumprod cumsum data decode device diagonal dot dtype dump dumps encode endswith "
        "expandtabs fill find flags flat flatten getfield imag index isalnum isalpha isdecimal isdigit islower "
        "isnumeric isspace istitle isupper item itemsize join ljust lower lstrip mT max mean min nbytes ndim nonzero "
        "partition prod put ravel real repeat replace reshape resize rfind rindex rjust round rpartition rsplit rstrip "
        "searchsorted setfield setflags shape size sort split splitlines squeeze startswith std strides strip sum "
        "swapaxes swapcase take title to_device tobytes tofile tolist trace translate transpose upper var view zfill ",
    "numpy.busdaycalendar":
        "holidays weekmask ",
    "numpy.dtypes.StringDType":
        "alignment base byteorder char coerce descr fields flags hasobject isalignedstruct isbuiltin isnative itemsize "
        "kind metadata na_object name names ndim newbyteorder num shape str subdtype type ",
    "numpy.lib.npyio.NpzFile":
        "close fid get items keys values zip ",
    "numpy.lib.npyio.DataSource":
        "abspath exists open ",
    "numpy.lib.Arrayterator":
        "flat shape ",
}
