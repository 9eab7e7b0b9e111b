"""The machine that the figures were taken on."""

from __future__ import annotations

import os
import platform
from pathlib import Path

__all__ = ["busy", "cores", "machine"]


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def machine() -> str:
    """Processor, cores, memory and Python, in one line."""
    return (
        f"{_processor()}, {cores()} cores, {_memory()}, "
        f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    )


def busy() -> str:
    """A warning where other work takes up processors now: a contended torch is slow, and flatters us. Else nothing."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    if load < cores() / 4:
        return ""
    return f"Other work is running here (load {load:.1f} on {cores()} cores): take no figure below as true."


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "processor not told"
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "")


def _memory() -> str:
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"
    except (ValueError, OSError, AttributeError):
        return "memory not told"
