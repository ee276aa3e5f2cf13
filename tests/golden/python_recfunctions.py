"""Writes python_recfunctions.txt: `numpy.lib.recfunctions`, under the real NumPy.

Run it with numpy 2.4: `python tests/golden/python_recfunctions.py`.
"""
import typed

SETUP = """
import numpy as np
from numpy.lib import recfunctions as rfn
"""

CODE = r"""
a=np.array([(1,(2,3.0)),(4,(5,6.0))],dtype=[('a',np.int64),('b',[('ba',np.double),('bb',np.int64)])])
rfn.drop_fields(a,'a'), rfn.drop_fields(a,'ba'), rfn.drop_fields(a,['ba','bb']), rfn.drop_fields(a,'a',asrecarray=True), rfn.drop_fields(a,'a',usemask=False)
rfn.rename_fields(a,{'a':'A','bb':'BB'})
x=np.array([(1,10.),(2,20.)],dtype=[('A',int),('B',float)]); y=np.array([1,2,3])
rfn.append_fields(x,'C',[7,8,9],usemask=False)
rfn.append_fields(x,['C','D'],[[7,8]],usemask=False)
rfn.append_fields(x,'C',[7,8],usemask=False,asrecarray=True)
rfn.structured_to_unstructured(np.array([(1,2.5,3),(4,5.5,6)],dtype='i4,f8,i2')), rfn.structured_to_unstructured(np.zeros(2,[('a','i4'),('b','f4,u2'),('c','f4',2)])), rfn.structured_to_unstructured(x,dtype='f4'), np.mean(rfn.structured_to_unstructured(np.array([(1,2,5),(4,5,7)],dtype='i4,f4,f8')[['f0','f2']]),axis=-1)
rfn.structured_to_unstructured(np.zeros(3,'i4,i4')).dtype, rfn.structured_to_unstructured(np.zeros(3,'i4,i4')).base is not None
rfn.unstructured_to_structured(np.arange(6.).reshape(2,3)), rfn.unstructured_to_structured(np.arange(6).reshape(2,3),dtype='i4,f8,U3'), rfn.unstructured_to_structured(np.arange(20).reshape((4,5)),np.dtype([('a','i4'),('b','f4,u2'),('c','f4',2)])), rfn.unstructured_to_structured(np.arange(6).reshape(2,3),names=['x','y','z'])
rfn.unstructured_to_structured(np.arange(6).reshape(2,3),dtype='i4,i4')
rfn.unstructured_to_structured(np.arange(3),names=['x','y'])
rfn.structured_to_unstructured(np.arange(3))
rfn.repack_fields(np.zeros(2,np.dtype('u1,i8,f4',align=True))).dtype, rfn.repack_fields(np.dtype('u1,i8,f4',align=True)), rfn.repack_fields(np.dtype('u1,i8'),align=True), rfn.repack_fields(x[['A']]), rfn.repack_fields(np.dtype([('a','u1'),('b',np.dtype('u1,i8',align=True))]),recurse=True)
rfn.apply_along_fields(np.mean, np.array([(1,2,5),(4,5,7)],dtype='i4,f4,f8')), rfn.apply_along_fields(np.mean, np.array([(1,2,5),(4,5,7)],dtype='i4,f4,f8')[['f0','f2']])
c=np.ones(3,[('a','i4'),('b','f8'),('c','u1')]); d=np.zeros(3,[('b','f8'),('q','i2'),('a','i4')]); rfn.assign_fields_by_name(d,c); print(d); d[...]=9; rfn.assign_fields_by_name(d,c,zero_unassigned=False); print(d)
rfn.require_fields(np.ones(4,[('a','i4'),('b','f8'),('c','u1')]),[('b','f4'),('c','u1')]), rfn.require_fields(np.ones(2,[('a','i4'),('b','f8'),('c','u1')]),[('b','f4'),('newf','u1')])
z1=np.array([('A',1),('B',2)],dtype=[('k','S3'),('v','i8')]); z2=np.array([('A',1.5),('C',2.5)],dtype=[('k','S3'),('w','f8')])
rfn.join_by('k',np.array([(2,10),(1,20)],dtype=[('k',int),('v',int)]),np.array([(1,5),(2,6)],dtype=[('k',int),('v',int)]),usemask=False)
rfn.join_by('q',z1,z2)
rfn.join_by('k',z1,z2,jointype='zz')
rfn.get_names(np.dtype([('A',int),('B',[('BA',int),('BB',int)])])), rfn.get_names_flat(np.dtype([('A',int),('B',[('BA',int),('BB',int)])])), rfn.get_fieldstructure(np.dtype([('A',int),('B',[('BA',int),('BB',[('C','i1')])])])), rfn.flatten_descr(np.dtype([('A',int),('B',[('BA',int),('BB',int)])]))
rfn.rec_append_fields(x,'C',[7,8]), rfn.rec_drop_fields(x,'A'), rfn.rec_join('k',z1,z2)
rfn.recursive_fill_fields(np.array([(1,10.),(2,20.)],dtype=[('A',np.int64),('B',np.float64)]),np.zeros((3,),dtype=[('A',np.int64),('B',np.float64)]))
rfn.drop_fields(x,['A','B'])
rfn.rename_fields(x,{'zz':'Q'})
rfn.append_fields(x,'C',data=[7,8],usemask=False), rfn.append_fields(x,['C','D'],[[7,8],[1.5,2.5]],usemask=False), rfn.append_fields(x,'C',[7,8],dtypes='f4',usemask=False)
rfn.merge_arrays((np.array([1,2]),np.array([10.,20.,30.]))), rfn.merge_arrays((np.array([1,2]).view([('a',np.int64)]),np.array([10.,20.,30.])))
rfn.merge_arrays((x,y[:2])), rfn.merge_arrays((x,y[:2]),flatten=True), rfn.merge_arrays(x), rfn.merge_arrays((x,x),flatten=False), rfn.merge_arrays([x,np.zeros(2,[('q','U3')])],flatten=True,asrecarray=True)
rfn.stack_arrays(x), rfn.stack_arrays((x,x),usemask=False), rfn.stack_arrays((z1,z2),usemask=False)
rfn.join_by('k',z1,z2,usemask=False), rfn.join_by('k',z1,z2,jointype='outer',usemask=False), rfn.join_by('k',z1,z2,jointype='leftouter',usemask=False)
ra=np.array([(1,10.),(2,20.),(5,50.)],dtype=[('k',int),('v',float)]); rb=np.array([(2,'b'),(5,'e'),(7,'g')],dtype=[('k',int),('w','U2')])
[rfn.join_by('k',ra,rb,jointype=j) for j in ('inner','outer','leftouter')]
rfn.join_by('k',ra,rb,jointype='outer').filled(), rfn.join_by('k',ra,rb,jointype='outer',usemask=False), rfn.join_by('k',ra,rb,'outer',defaults={'v':-1.},usemask=False)
rfn.join_by('k',ra,ra), rfn.join_by('k',ra,ra,r1postfix='',usemask=False).dtype.names
rfn.append_fields(ra,'n',[1,2]), rfn.append_fields(ra,['n','m'],[[1,2,3],[4.5,6]]), rfn.append_fields(ra,'n',[1,2],usemask=False)
rfn.merge_arrays((ra['v'],[1,2]),usemask=True), rfn.merge_arrays((ra,np.ma.array([1,2,3],mask=[1,0,0])),usemask=True,flatten=True), rfn.merge_arrays((ra,np.ma.array([1,2,3],mask=[1,0,0])))
rfn.stack_arrays((ra,rb)), rfn.stack_arrays((ra,rb),usemask=False), rfn.stack_arrays((np.arange(2),np.ma.array([3,4],mask=[0,1])))
rm=np.ma.array(ra,mask=[(0,1),(0,0),(1,1)]); rfn.drop_fields(rm,'k'), rfn.drop_fields(rm,'k',usemask=False), type(rfn.merge_arrays((ra,rm['v']),usemask=True,asrecarray=True)).__name__
rfn.find_duplicates(np.ma.array([1,1,1,2,2,3,3],mask=[0,0,1,0,0,0,1]).view([('a',int)]),ignoremask=False,return_index=True), rfn.find_duplicates(np.ma.array([(2,1),(1,1),(2,1)],dtype=[('a',int),('b',int)]),key='a')
"""

typed.write(__file__, SETUP, CODE)
