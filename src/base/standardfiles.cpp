// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/standardfiles.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace base {

#ifdef Q_OS_UNIX

void holdStandardFiles()
{
    // The lowest free number is the one that is missing.
    for (int file = STDIN_FILENO; file <= STDERR_FILENO; ++file) {
        if (::fcntl(file, F_GETFD) < 0 && errno == EBADF)
            static_cast<void>(::open("/dev/null", O_RDWR));
    }
}

void leaveStartersFile()
{
    struct stat found = {};
    if (::fstat(STDERR_FILENO, &found) != 0 || !S_ISREG(found.st_mode) || found.st_nlink != 0)
        return;
    const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    if (nothing < 0)
        return;
    ::dup2(nothing, STDERR_FILENO);
    ::close(nothing);
}

#else

void holdStandardFiles() {}
void leaveStartersFile() {}

#endif

} // namespace base
