"""Runs a command and tells the processor time of it and of every process that it began and left behind, such as a database that ends after it.

Usage: processor_time.py NAME COMMAND ARGUMENT...; Linux only. What the command prints goes to standard error.
"""
import ctypes
import os
import resource
import subprocess
import sys
import time

PR_SET_CHILD_SUBREAPER = 36

if ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0):
    sys.exit("this system does not hand orphans to whoever asks for them")
started = time.perf_counter()
process = subprocess.Popen(sys.argv[2:], stdout=sys.stderr)
_, status, own = os.wait4(process.pid, 0)
seconds = time.perf_counter() - started
while True:
    try:
        os.wait()
    except ChildProcessError:
        break
everything = resource.getrusage(resource.RUSAGE_CHILDREN)
its_own = own.ru_utime + own.ru_stime
others = everything.ru_utime + everything.ru_stime - its_own
print(f"{sys.argv[1]}  {seconds:.1f} s, processor {its_own + others:.1f} s: {its_own:.1f} s its own "
      f"({own.ru_stime:.1f} s of it the system's), {others:.1f} s of processes left behind; peak memory {own.ru_maxrss / 1024:.0f} MB")
sys.exit(os.waitstatus_to_exitcode(status))
