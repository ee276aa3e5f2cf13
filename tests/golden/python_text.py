"""Writes python_text.txt: arrays of text, bytes and objects as a learner meets them, under the real NumPy.

Run it with numpy 2.4: `python tests/golden/python_text.py`.
"""
import typed

SETUP = """
import numpy as np
"""

CODE = r"""
np.array(['a'])-np.array(['b'])
np.array(['a'])-1
np.array(['a'])+1
np.array(['a'])*3
np.array(['a'])==1
np.array(['a','b'])<1
np.array(['a','b'])<'b'
np.array(['a','b'])=='b'
np.array(['a','b'])!=np.array([1,2])
np.array(['a'])==np.array([b'a'])
np.sqrt(np.array(['a']))
np.sum(np.array(['a','b']))
np.max(np.array(['a','b']))
np.array(['a','b']).mean()
-np.array(['a'])
np.array(['a','b']).argmax()
np.array(['1','x']).astype(int)
np.array(['1','x']).astype(float)
np.array(['1','x']).astype(complex)
np.array(['True','False','','0','x']).astype(bool)
np.array([1,2.5]).astype(str)
np.array([True,False]).astype(str)
np.array([1,2],np.int8).astype('U')
np.array([1,2],np.int8).astype('U1')
np.array([123,2]).astype('U2')
np.array([1,'a'])
np.array([1.5,'a',True])
np.array([True,'a'])
np.array([None,'a'])
np.array([1,None])
np.array([1+2j,'a'])
np.array([1,2],dtype=str)
np.array([1.25,2],dtype=str)
np.array(['a','bcd'],dtype='U2')
np.array(['1','2'],dtype=int)
np.array(['1.5','2'],dtype=float)
np.array(['a'],dtype='S')
np.array([b'ab',b'c'])
np.array([b'ab','c'])
np.array(['',''])
np.array('abc')
np.zeros(2,'U'), np.zeros(2,'U3'), np.empty(2,'S2'), np.ones(2,'U3')
np.full(2,'ab'), np.full(2,'ab',dtype='U1')
np.dtype('U5'), np.dtype('S3'), np.dtype(str), np.dtype(bytes), np.dtype('U'), str(np.dtype('U5')), np.dtype('U5').name, np.dtype('U5').str, np.dtype('U5').itemsize, np.dtype('U5').kind, np.dtype('U5').num, np.dtype('U5').char, np.dtype('S3').name, np.dtype('U').name,np.dtype('U5').type
np.concatenate([np.array(['a']),np.array(['bcd'])])
np.concatenate([np.array(['a']),np.array([1])])
np.promote_types('U3','i8'), np.promote_types('U3','f8'), np.promote_types('U30','f4'), np.promote_types('U3','?'), np.promote_types('U3','c16'), np.promote_types('S3','U2'), np.promote_types('S3','i4'), np.promote_types('U1','i1'),np.promote_types('U1','u1'),np.promote_types('U1','u8'),np.promote_types('U1','f2'),np.promote_types('U1','c8')
np.result_type('U3', 1), np.result_type(np.array(['a']), 'U5')
np.can_cast('i8','U21'), np.can_cast('i8','U20'), np.can_cast('U3','U5'), np.can_cast('U5','U3'), np.can_cast('U5','U3','same_kind'), np.can_cast('U5','i8'), np.can_cast('U5','i8','same_kind'),np.can_cast('S3','U3'),np.can_cast('U3','S3','same_kind'), np.can_cast('f8','U', 'safe'), np.can_cast('i8','U5','same_kind')
np.where([True,False],'yes','no')
np.where([True,False],'yes',1)
np.array(['b','a'])[0], type(np.array(['b','a'])[0]), str(np.array(['b'])[0])
np.str_('abc'), np.str_(5), np.bytes_(b'x'), np.str_('a')+'b', np.str_('a')==np.array(['a','b']), np.array(['a','b'])==np.str_('a')
np.str_.__mro__
np.bytes_.__mro__
np.array(['a','b']).tolist(), np.array(['a','b']).item(0)
np.array([['a','bb'],['ccc','d']])
print(np.array([['a','bb'],['ccc','d']]))
np.array(["it's",'q"q','é','\n'])
print(np.array(["it's",'q"q','é','\n']))
np.array(['a'*80,'b'])
np.array([b'a',b'bcd'])
print(np.array([b'a',b'bcd']))
np.sort(np.array(['b','a','C','ab'])), np.argsort(['b','a','C']), np.unique(['b','a','b'],return_counts=True)
np.isin(['a','z'],['a','b']), np.searchsorted(['a','c'],['b'])
np.array(['a','b']).view('U2'), np.array(['ab','cd']).view('U1'), np.array(['a']).view(np.uint32), np.array(['a']).tobytes()
np.array(['a','b']).nbytes, np.array(['abc']).strides
np.char.upper(['a','b']), np.char.add(['a'],['b']), np.char.str_len(['abc','']), np.strings.startswith(['abc','x'],'a'), np.char.replace(['abc'],'b','zz'), np.char.split(['a b','c']), np.char.join('-',['abc']), np.char.multiply(['a'],3), np.char.center(['a'],5), np.char.title(['hello world']), np.char.strip([' a ']), np.char.find(['abc'],'c'), np.char.count(['aab'],'a'), np.char.isdigit(['1','a']), np.char.zfill(['1'],3), np.char.capitalize(['abC'])
np.array(['a','b']).astype(object)
np.array([1,'a',None],dtype=object)
bool(np.array(['a'])), bool(np.array([''])), np.array(['a','']).astype(bool), np.nonzero(np.array(['a',''])), np.any(np.array(['a','']))
np.array(['a','b'])[[1,0]], np.array(['a','b'])[np.array([True,False])], np.repeat(['a','bb'],2), np.tile(['a'],3), np.roll(['a','b','c'],1), np.flip(['a','b'])
int(np.array('5')), float(np.array('5.5')), float(np.str_('2'))
np.array(['a','b']).sum()
np.cumsum(np.array(['a','b']))
np.add.reduce(np.array(['a','b']))
np.min_scalar_type('abc'), np.issubdtype(np.str_, np.character), np.issubdtype('U5', np.str_), np.issubdtype('U5', str)
np.array(['2020','b'])==np.array(['2020'])
np.append(['a'],'bcd'), np.insert(['a','b'],1,'xyz'), np.delete(['a','b'],0)
np.char.lower('ABC'), np.strings.upper('a'), type(np.char.lower('ABC'))
np.array(['a','b']).fill('c')
np.array(5).astype(str), np.array([1,2]).astype('U')[0]
np.array(list('hello'))
np.array(['x']).repeat(3), np.array(['a','b']).reshape(2,1), np.stack([['a'],['bb']])
np.array(['a', 'b']) + np.array(['c','d'])
np.array(['a', 'b']) + 'c'
'c' + np.array(['a', 'b'])
np.array(['a','b']).copy() is None, np.array_equal(['a'],['a'])
np.random.default_rng(0).permutation(['a','b','c']), np.random.default_rng(0).choice(['a','b','c'],3)
np.strings.upper([['a','b']])
np.strings.upper(5)
np.strings.upper(np.array([b'ab']))
np.char.multiply(['a','bc'],[2,3])
np.strings.replace(['abc','bb'],'b','zzz'), np.strings.replace(['abc','bb'],'b','z',1)
np.strings.center(['a'],5,'*'), np.strings.ljust(['a'],3), np.strings.rjust(['a'],3), np.strings.zfill(['-1'],4)
np.strings.partition(['a-b'],'-'), np.char.partition(['a-b'],'-'), np.char.rpartition(['a-b-c'],'-')
np.char.splitlines(['a\nb']), np.char.rsplit(['a b c'],' ',1)
np.strings.find(['abc'],['b']), np.strings.index(['abc'],'b'), np.strings.rfind(['abcb'],'b'), np.strings.count(['abab'],'ab',1)
np.strings.index(['abc'],'z')
np.strings.endswith(['abc'],'c'), np.strings.startswith(['abc'],'b',1)
np.strings.isalpha(['a1','b']), np.strings.isnumeric(['1']), np.strings.isspace([' ']), np.strings.isupper(['A']), np.strings.islower(['A']), np.strings.istitle(['Ab']), np.strings.isalnum(['a1']), np.strings.isdecimal(['1'])
np.strings.strip(['  a ','xax'],'x'), np.strings.lstrip([' a']), np.strings.rstrip(['a '])
np.strings.swapcase(['aB']), np.strings.title(['ab cd']), np.strings.capitalize(['ab']), np.strings.lower(['AB'])
np.strings.translate(['abc'], str.maketrans('a','b'))
np.strings.mod(['%d items'],[3]), np.char.mod('%.2f', np.array([1.5,2]))
np.strings.encode(['a']), np.strings.decode([b'a'])
np.char.equal(['a '],['a']), np.strings.equal(['a '],['a']), np.char.not_equal(['a'],['b']), np.char.greater(['b'],['a'])
np.char.compare_chararrays(['a'],['b'],'<',False)
np.strings.str_len('abc'), np.char.str_len(np.array(['abc','d']))
np.strings.slice(['hello','world'],1,3), np.strings.slice(['hello'],2)
np.strings.add('a',['b','c'])
np.char.join(['-','.'],['ab','cd'])
np.char.startswith(np.array(['abc','x']), 'a').dtype
np.strings.upper(np.array(['a','b'])).dtype
np.char.lower(np.array([],dtype='U3'))
np.strings.count(['abc'],['a','b','c'])
np.array([1,'a',None], dtype=object)
o = np.array([1, 2.5, 'x', None, [1, 2]], dtype=object); print(o); o
o.dtype, o.itemsize, o.nbytes, o.shape, o[0], type(o[0]), o[4], o.tolist()
np.array([[1,2],[3,4]], dtype=object)
np.array([[1,2],[3]], dtype=object)
np.array([[1,2],[3]])
np.array([None, 1]), np.array({'a': 1}), np.array([2**70, 1]), np.array([print])
p = np.array([1, 2, 3], dtype=object); p + 1, p * 2.5, p ** 2, -p, p / 2, p // 2, p % 2, 10 - p
p == 2, p < 2, p != np.array([1, 5, 3]), (p == 2).dtype
p + np.array([1, 2, 3]), p + [1, 2, 3], (p + 1).dtype, p.sum(), p.max(), p.min(), p.prod(), p.mean()
np.array(['a', 'b'], dtype=object) + 'c', np.array(['a', 'b'], dtype=object) * 2, np.array(['a', 'b'], dtype=object).sum()
p[1] = 'changed'; p[0] = [1, 2]; print(p)
p[:] = 5; p[1:] = ['x', 'y']; p
np.array([3, 1, 2], dtype=object).argsort(), np.sort(np.array([3, 1, 2], dtype=object)), np.sort(np.array([3, 'a'], dtype=object))
np.unique(np.array([3, 1, 3], dtype=object)), np.array([3, 1], dtype=object).astype(int), np.array([1.5, None], dtype=object).astype(float)
np.array(['x'], dtype=object).astype(int)
np.array([1, 2], dtype=object).astype(str), np.array([1, 2]).astype(object), np.array([1.5]).astype(object)[0]
np.zeros(2, dtype=object), np.empty(2, dtype=object), np.ones(2, dtype=object), np.full(2, None), np.full((2,), [1], dtype=object)
np.sqrt(np.array([4], dtype=object))
np.add.reduce(np.array([1, 2, 3], dtype=object)), np.cumsum(np.array([1, 2, 3], dtype=object)), np.add.accumulate(np.array(['a', 'b'], dtype=object))
np.array([2**70, 1]) * 3, np.array([2**70, 1]) + 0.5, np.array([10**20]) // 7
bool(np.array([None])), np.any(np.array([0, None, 'a'], dtype=object)), np.all(np.array([1, 'a'], dtype=object)), np.logical_not(np.array([0, 1], dtype=object))
np.where(np.array([1, None, 3], dtype=object) == None, 0, 1), np.array([1, None], dtype=object) == None
np.concatenate([np.array([1], dtype=object), np.array([2])]), np.vstack([np.array([None, 1]), np.array([2, 3])])
np.array([1, 2], dtype=object).reshape(2, 1).T, np.array([1, 2, 3], dtype=object)[::-1], np.array([1, 2, 3], dtype=object)[[0, 2]]
np.array([1, 2, 3], dtype=object)[np.array([True, False, True])], np.repeat(np.array([None]), 2), np.append(np.array([None]), 1)
np.dtype(object), np.dtype('O'), np.dtype(object).name, str(np.dtype('O')), np.dtype('O').str, np.dtype('O').kind, np.dtype('O').hasobject, np.dtype('O').type
np.vectorize(lambda s: s + '!')(['a', 'b']), np.vectorize(lambda x: [x], otypes=[object])([1, 2])
np.array([1, 2], dtype=object) + np.array(['a', 'b'], dtype=object)
1 in np.array([1, None], dtype=object), np.array_equal(np.array([1, None]), np.array([1, None]))
for x in np.array([None, 'a'], dtype=object): print(x)
np.array([1, 2], dtype=object).view(int)
np.array([True, False], dtype=object) & True, ~np.array([1, 2], dtype=object), abs(np.array([-1, 2], dtype=object))
np.maximum(np.array([1, 5], dtype=object), 3), np.sign(np.array([-1, 5], dtype=object)), np.floor(np.array([1.5], dtype=object)), np.square(np.array([3], dtype=object))
q = np.array([[1, None], ['abc', 2.5]], dtype=object); print(q); q, q.T, q.copy()
np.array([range(3), 'x'], dtype=object), np.array([(1, 2), (3, 4)], dtype=object), np.array([np.array([1, 2]), 3], dtype=object)
np.isnan(np.array([1.0, None], dtype=object))
np.object_, np.object_(5), np.issubdtype(object, np.generic), np.can_cast('i8', 'O'), np.can_cast('O', 'i8'), np.promote_types('O', 'f8'), np.result_type('O', 'U3')
np.array(['a', None]), np.array(['a', 1.5, None]), np.array([b'a', 1])
class P: __repr__ = lambda self: 'P!'; __add__ = lambda self, o: 'added'
np.array([P(), P()]), np.array([P()]) + 1
r = np.array([None] * 3); r[0] = r2 = np.arange(2); r[1] = (1, 2); r[2] = 'xyz'; r
np.nonzero(np.array([0, None, 'a', 1], dtype=object)), np.count_nonzero(np.array([0, 'a'], dtype=object))
print(np.array(None), repr(np.array(None)), np.array(5, dtype=object).item(), np.array([[]], dtype=object))
"""

typed.write(__file__, SETUP, CODE)
