"""Writes python_times.txt: dates and spans as a learner meets them, under the real NumPy.

Run it with numpy 2.4: `python tests/golden/python_times.py`.
"""
import typed

SETUP = """
import datetime
import numpy as np
"""

CODE = r"""
np.datetime64('2005-02-25'), np.datetime64(1,'Y'), np.datetime64('2005-02'), np.datetime64('2005-02','D'), np.datetime64('2005-02-25T03:30'), np.datetime64('nat'), np.datetime64('2005-02-25T03:30:01.123456789')
str(np.datetime64('2005-02-25T03:30')), str(np.timedelta64(5,'D')), str(np.timedelta64(5)), repr(np.timedelta64(5)), repr(np.timedelta64('nat','D')), str(np.datetime64('nat'))
np.timedelta64(1,'D'), np.timedelta64(4,'h'), np.timedelta64(1,'D')-np.timedelta64(4,'h'), np.timedelta64(1,'W')/np.timedelta64(1,'D'), np.timedelta64(1,'W')%np.timedelta64(10,'D'), np.timedelta64(1,'W')//np.timedelta64(2,'D')
np.array(['2007-07-13','2006-01-13','2010-08-13'],dtype='datetime64')
np.array(['2001-01-01T12:00','2002-02-03T13:56:03.172'],dtype='datetime64')
np.array([0, 1577836800], dtype='datetime64[s]')
np.array([0, 1577836800000]).astype('datetime64[ms]')
np.arange('2005-02','2005-03',dtype='datetime64[D]')
np.arange('2005-02','2005-06',dtype='datetime64')
np.arange(np.datetime64('2005-02-01'),np.datetime64('2005-02-05'))
np.arange(np.datetime64('2005-02-01'),np.datetime64('2005-02-09'),np.timedelta64(2,'D')), np.arange('2005-02-01','2005-02-09',2,dtype='datetime64[D]')
np.datetime64('2005')==np.datetime64('2005-01-01'), np.datetime64('2010-03-14T15')==np.datetime64('2010-03-14T15:00:00.00'), np.datetime64('2005')<np.datetime64('2006-01')
np.datetime64('2009-01-01')-np.datetime64('2008-01-01'), np.datetime64('2009')+np.timedelta64(20,'D'), np.datetime64('2011-06-15T00:00')+np.timedelta64(12,'h'), np.datetime64('2009-01-01')+1, 1+np.datetime64('2009-01-01'), np.datetime64('2009-01-01')-1
np.datetime64('nat')-np.datetime64('2009-01-01'), np.datetime64('2009-01-01')+np.timedelta64('nat')
np.timedelta64(1,'Y'), np.timedelta64(np.timedelta64(1,'Y'),'M'), np.timedelta64(1,'Y')/np.timedelta64(1,'M')
np.timedelta64(np.timedelta64(1,'Y'),'D')
np.timedelta64(1,'M')+np.timedelta64(1,'D')
np.dtype('datetime64[D]'), np.dtype('M8[ns]'), np.dtype('m8[s]'), np.dtype('M8'), str(np.dtype('M8[D]')), np.dtype('M8[D]').name, np.dtype('M8[D]').str, np.dtype('M8[25s]'), np.dtype('M8[D]').kind, np.dtype('M8[D]').type, np.dtype('m8[D]').num, np.dtype('M8[D]').num, np.dtype('M8[D]').char, np.dtype('m8[D]').char, np.dtype('timedelta64').name
np.datetime_data('M8[25s]'), np.datetime_data(np.dtype('m8[D]'))
np.array(['2024-01-01','NaT'],dtype='M8[D]'), np.array([1,2,'nat'],dtype='m8[D]'), np.array([1,200],dtype='m8[s]'), print(np.array(['2024-01-01','NaT'],dtype='M8[D]')), print(np.array([1,'nat'],'m8[h]'))
np.array(['2024-01-01','2024-03-01'],dtype='M8[D]')-np.datetime64('2024-01-01')
np.array(['2024-01-01','2024-03-01'],dtype='M8[D]').astype('M8[M]'), np.array(['2024-01-01','2024-03-01'],dtype='M8[D]').astype(int), np.array(['2024-01-01'],dtype='M8[D]').astype(str), np.array(['2024-01-01'],dtype='M8[D]').astype('M8[s]'), np.array(['2024-01-01'],dtype='M8[D]').astype('M8[Y]').astype(int)+1970
np.array(['2024-01-01','2023-03-01'],dtype='M8[D]').min(), np.sort(np.array(['2024-01-01','nat','2023-03-01'],dtype='M8[D]')), np.array(['2024-01-01','2023-03-01'],dtype='M8[D]').argsort(), np.array(['2024-01-01','nat','2023-03-01'],dtype='M8[D]').max()
np.diff(np.array(['2024-01-01','2024-01-05'],dtype='M8[D]')), np.array([1,2],'m8[D]').sum(), np.array([1,2],'m8[D]').mean(), np.cumsum(np.array([1,2],'m8[D]')), np.array(['2024-01-01','2024-01-05'],dtype='M8[D]').mean()
np.array([1,2],'m8[D]')*2, np.array([1,2],'m8[D]')*1.5, np.array([3,4],'m8[D]')/2, np.array([3,4],'m8[D]')//2, -np.array([1],'m8[D]'), abs(np.array([-1],'m8[D]')), np.array([3,4],'m8[D]')/np.array([2,2],'m8[D]'), 2*np.array([1],'m8[D]'), np.array([3],'m8[D]')/1.5
np.isnat(np.datetime64('NaT')), np.isnat(np.array(['nat','2024'],dtype='M8[D]')), np.isfinite(np.array(['nat','2024'],dtype='M8[D]')), np.isnan(np.array(['nat'],'M8[D]'))
np.datetime64('2024-01-01').item(), np.datetime64('2024-01-01T01:02:03').item(), np.datetime64('2024-01-01T01:02:03.000000001').item(), np.timedelta64(1,'D').item(), np.timedelta64(5,'ns').item(), np.datetime64('nat').item(), np.timedelta64(1,'Y').item(), np.datetime64('2024').item()
np.array(['2024-01-01'],dtype='M8[D]').tolist(), np.datetime64('2024-01-01').tolist()
np.datetime64(datetime.date(2024,1,2)), np.datetime64(datetime.datetime(2024,1,2,3)), np.timedelta64(datetime.timedelta(days=1)), np.array([datetime.date(2024,1,2)]), np.array([datetime.date(2024,1,2)],dtype='M8'), np.array([datetime.datetime(2024,1,2)],dtype='M8[s]'), np.array([np.datetime64('2024-01-01'), np.datetime64('2024-01')])
np.datetime64('xyz')
np.datetime64('2024-13-01')
np.datetime64('2024-02-30')
np.datetime64('2024-01-01','s'), np.datetime64('2024-01-01T05','D')
np.datetime64()
np.datetime64(5)
np.datetime64('2024')+np.datetime64('2024')
np.array(['2024'],'M8[D]')*2
np.array(['2024'],'M8[D]')==np.array([1])
np.array(['2024-01-01'],'M8[D]')=='2024-01-01'
np.array(['2024-01-01','2024-02-01'],'M8[D]')>np.datetime64('2024-01-15')
np.promote_types('M8[D]','M8[s]'), np.promote_types('m8[D]','m8[h]'), np.promote_types('m8[D]','i8'), np.promote_types('M8[2D]','M8[3D]'), np.result_type('M8[D]','M8[M]')
np.promote_types('M8[D]','f8')
np.can_cast('M8[D]','M8[s]'), np.can_cast('M8[s]','M8[D]'), np.can_cast('M8[s]','M8[D]','same_kind'), np.can_cast('i8','m8[D]'), np.can_cast('i8','M8[D]'), np.can_cast('m8[D]','i8'), np.can_cast('m8[Y]','m8[D]'), np.can_cast('M8[Y]','M8[D]'), np.can_cast('m8[Y]','m8[D]','same_kind'),np.can_cast('i8','m8[D]','same_kind'), np.can_cast('M8[D]','m8[D]','same_kind'), np.can_cast('M8[D]','U10'), np.can_cast('m8[D]','f8','same_kind')
np.zeros(2,'M8[D]'), np.zeros(2,'m8[s]'), np.full(2,np.datetime64('2024-01-01')), np.empty(0,'M8[D]'), np.ones(2,'m8[D]')
np.where([True,False],np.datetime64('2024-01-01'),np.datetime64('2025-01-01')), np.unique(np.array(['2024','2024'],'M8[Y]')), np.concatenate([np.array(['2024'],'M8[Y]'),np.array(['2024-02-01'],'M8[D]')])
np.maximum(np.datetime64('2024'),np.datetime64('2025')), np.searchsorted(np.array(['2024','2025'],'M8[Y]'),np.datetime64('2025')), np.array(['2024-01-01'],'M8[D]').view('i8'), np.array([1]).view('M8[D]')
np.datetime64('1969-12-31'), np.datetime64('1969-12-31').astype(int), np.datetime64('0001-01-01'), np.datetime64('-0001-01-01'), np.datetime64('10000-01-01'), np.datetime64('1600-02-29'), np.datetime64('1969-12-31T23:59:59').astype('M8[h]'), np.datetime64(-1,'s')
np.timedelta64(90,'m').astype('m8[h]'), np.timedelta64(90,'m').astype(int), np.timedelta64(90,'m')/60, float(np.timedelta64(3,'D')/np.timedelta64(1,'h')), np.timedelta64(10,'s')==np.timedelta64(10000,'ms')
np.timedelta64(3,'D') > 2, np.timedelta64(2.7,'D')
np.timedelta64('5','D')
np.issubdtype('M8[D]', np.datetime64), np.issubdtype('m8[D]', np.timedelta64), np.issubdtype(np.timedelta64, np.signedinteger)
np.datetime64('2024-01-15').astype('M8[W]'), np.datetime64('2024-01-15T12:34:56').astype('datetime64[m]'), np.datetime64('2024-05-17').astype('M8[M]') - np.datetime64('2024-01','M')
np.array(['2024-01-01','2024-01-02'], dtype='M8[D]')[0], np.array([1,2],'m8[D]')[0], np.array(['2024-01-01'],'M8[D]').item(), np.array(['2024'],'M8[Y]').nbytes
np.linspace(0,1,2).astype('m8[s]'), np.array([1.5,np.nan]).astype('m8[s]'), np.array(['nat'],'m8[s]').astype(float), np.array([5],'m8[s]').astype(float)
f"{np.datetime64('2024-01-01')} {np.timedelta64(2,'h')}"
np.array('2024-01-01', dtype='M8'), repr(np.array(5,'m8[D]')), str(np.array('2024-01-01', dtype='M8'))
np.ptp(np.array(['2024-01-01','2024-01-05'],'M8[D]')), np.array(['2024-01-01','2024-01-05'],'M8[D]').max() - np.datetime64('2024-01-01')
np.datetime64('today') is None, np.datetime64('now').dtype
q = np.array(['2024-01-01','2024-01-02'],'M8[D]'); q[0] = '2025-05-05'; q[1] = np.datetime64('2020-02'); print(q)
np.datetime_as_string(np.datetime64('2024-01-01'), unit='s'), np.timedelta64(1,'D').astype('m8[h]'), np.timedelta64(25,'h').astype('m8[D]')
np.array(['2024-02-28'],'M8[D]') + np.arange(3), np.datetime64('2024-01-31') + np.timedelta64(1,'W')
"""

typed.write(__file__, SETUP, CODE)
