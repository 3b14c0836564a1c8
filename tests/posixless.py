"""A process that has of POSIX what Windows has: modules are not to be had, and names are gone.

`python tests/posixless.py draft a.yaml` is `amjd draft a.yaml` there. Source of the names: the
documentation of `os` and `signal` ("Availability: Unix"), for Python 3.11; those stay with which
Python itself, built for another system, starts programs.
"""

import os
import select
import signal
import sys
import time

MODULES = (
    "fcntl", "termios", "tty", "pty", "pwd", "grp", "resource", "syslog", "readline", "curses",
    "nis", "spwd",
)  # fmt: skip
_OF_OS = """
    O_ASYNC O_CLOEXEC O_DIRECT O_DIRECTORY O_DSYNC O_FSYNC O_LARGEFILE O_NDELAY O_NOATIME O_NOCTTY
    O_NOFOLLOW O_NONBLOCK O_PATH O_RSYNC O_SYNC O_TMPFILE
    chown chroot confstr copy_file_range ctermid fchdir fchmod fchown fdatasync fork forkpty
    fpathconf fstatvfs get_blocking getegid geteuid getgid getgrouplist getgroups getloadavg
    getpgid getpgrp getpriority getresgid getresuid getsid getuid getxattr initgroups killpg lchown
    listxattr lockf login_tty major makedev memfd_create minor mkfifo mknod nice openpty pathconf
    pidfd_open pipe2 posix_fadvise posix_fallocate posix_spawn posix_spawnp pread preadv pwrite
    pwritev readv register_at_fork removexattr sched_yield sendfile set_blocking setegid seteuid
    setgid setgroups setpgid setpgrp setpriority setregid setresgid setresuid setreuid setsid setuid
    setxattr splice statvfs sync tcgetpgrp tcsetpgrp ttyname uname wait wait3 wait4 waitid
    writev
"""
_OF_SIGNAL = """
    SIGALRM SIGBUS SIGCHLD SIGCLD SIGCONT SIGHUP SIGIO SIGIOT SIGKILL SIGPIPE SIGPOLL SIGPROF SIGPWR
    SIGQUIT SIGSTOP SIGSYS SIGTRAP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGUSR1 SIGUSR2 SIGVTALRM SIGWINCH
    SIGXCPU SIGXFSZ SIG_BLOCK SIG_SETMASK SIG_UNBLOCK ITIMER_REAL ITIMER_PROF ITIMER_VIRTUAL
    alarm getitimer pause pthread_kill pthread_sigmask setitimer siginterrupt sigpending
    sigtimedwait sigwait sigwaitinfo
"""
OF_OS, OF_SIGNAL = _OF_OS.split(), _OF_SIGNAL.split()


def strip() -> None:
    """Take away what Windows does not have."""
    for name in MODULES:
        sys.modules[name] = None  # type: ignore[assignment]
    for module, names in ((os, OF_OS), (signal, OF_SIGNAL), (time, ["tzset"])):
        for name in names:
            if hasattr(module, name):
                delattr(module, name)
    for name in ("poll", "epoll"):
        if hasattr(select, name):
            delattr(select, name)

    def no_select(*_arguments: object) -> None:
        raise OSError(10038, "An operation was attempted on something that is not a socket")

    select.select = no_select


if __name__ == "__main__":
    strip()
    from amjd.__main__ import run

    run()
