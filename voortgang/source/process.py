"""Asking whether a process still runs, without touching it."""

import os
import sys

_QUERY_LIMITED_INFORMATION = 0x1000
_STILL_ACTIVE = 259
_ACCESS_DENIED = 5

if sys.platform == "win32":
    import ctypes

    def is_running(pid: int) -> bool:
        """Tell whether a process of this number runs; when in doubt, yes."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # os.kill would end the process
        kernel.OpenProcess.restype = ctypes.c_void_p
        handle = kernel.OpenProcess(_QUERY_LIMITED_INFORMATION, False, pid)  # noqa: FBT003 -- its API
        if not handle:
            return ctypes.get_last_error() == _ACCESS_DENIED
        try:
            code = ctypes.c_ulong()
            asked = kernel.GetExitCodeProcess(ctypes.c_void_p(handle), ctypes.byref(code))
            return not asked or code.value == _STILL_ACTIVE
        finally:
            kernel.CloseHandle(ctypes.c_void_p(handle))

else:

    def is_running(pid: int) -> bool:
        """Tell whether a process of this number runs; when in doubt, yes."""
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except (OSError, OverflowError):
            return True
        return True
