// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/daemon/passwordprompt.h"

#include <QCoreApplication>
#include <QScopeGuard>
#include <QTextStream>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <termios.h>
#include <unistd.h>
#endif

namespace apps {

namespace {

constexpr std::size_t longestLine = 1024; // bytes; the rules for passwords are narrower

base::Result<base::Secret> firstLine()
{
    base::Secret line = base::Secret::zeroed(longestLine);
    std::size_t size = 0;
    for (int letter = std::getchar(); letter != EOF && letter != '\n'; letter = std::getchar()) {
        if (size == line.size())
            return base::fail(
                base::ErrorCode::InvalidInput,
                QCoreApplication::translate("apps", "The password is too long."),
                QCoreApplication::translate("apps", "At most 128 letters are taken."));
        line.data()[size++] = static_cast<unsigned char>(letter);
    }
    if (size > 0 && line.data()[size - 1] == '\r')
        --size;
    return base::Secret(line.expose().first(static_cast<qsizetype>(size)));
}

} // namespace

base::Result<base::Secret> readPassword()
{
#ifdef Q_OS_UNIX
    termios before{};
    if (isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &before) == 0) {
        QTextStream(stderr) << QCoreApplication::translate("apps", "Password: ") << Qt::flush;
        termios silent = before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
        const auto shownAgain = qScopeGuard([&before] {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
            QTextStream(stderr) << '\n';
        });
        return firstLine();
    }
#endif
    return firstLine();
}

} // namespace apps
