"""Peer of drift-over-columns.sh: the same two files with numpy and scipy. Arguments: folder rows columns.

For each column: the two-sample Kolmogorov-Smirnov test of scipy, and the stability index and Jensen-Shannon distance
over deciles of the training column. No entities, no missing shares, no false-discovery control.
"""
import sys
import time

import numpy
from scipy.spatial.distance import jensenshannon
from scipy.stats import ks_2samp

folder, rows, columns = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
started, processor = time.time(), time.process_time()
moved = 0
for column in range(columns):
    before, now = (numpy.fromfile(f"{folder}/{name}.f32", "<f4", rows, offset=4 * rows * column) for name in ("training", "window"))
    before, now = before[~numpy.isnan(before)], now[~numpy.isnan(now)]
    edges = numpy.unique(numpy.quantile(before, numpy.linspace(0.1, 0.9, 9)))
    p = (numpy.bincount(numpy.searchsorted(edges, before), minlength=len(edges) + 1) + 0.5) / len(before)
    q = (numpy.bincount(numpy.searchsorted(edges, now), minlength=len(edges) + 1) + 0.5) / len(now)
    psi = float(((q - p) * numpy.log(q / p)).sum())
    jensenshannon(p, q, 2)
    moved += bool(ks_2samp(before, now, method="asymp").pvalue < 0.05 / columns and psi >= 0.2)
print(f"scipy: {rows:,} rows x {columns:,} columns, twice: {time.time() - started:.2f} s, processor {time.process_time() - processor:.2f} s, {moved} moved")
