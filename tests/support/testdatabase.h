// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger/database.h"
#include "postgres.h"

#include <QHash>

#include <cstdio>
#include <cstdlib>

//! The database of a test, for tests that run a second time against PostgreSQL: the file at
//! \a path, or, where LATCHKEY_TEST_DATABASE is "postgres", a database that stands for that path
//! in this process. See add_postgres_run() in tests/CMakeLists.txt.
[[nodiscard]] inline base::Result<std::unique_ptr<ledger::Database>> openTestDatabase(
    const QString &path)
{
    if (qgetenv("LATCHKEY_TEST_DATABASE") != "postgres")
        return ledger::Database::open(path);
    static Postgres *server = nullptr;
    static QHash<QString, QUrl> urls;
    if (server == nullptr) {
        server = new Postgres;
        qAddPostRoutine([] {
            delete server;
            server = nullptr;
            urls.clear();
        });
    }
    if (!server->missing().isEmpty()) {
        // The line by which CTest knows that a test was skipped.
        std::printf("%s\nTotals: 0 passed, 0 failed, 1 skipped\n", qPrintable(server->missing()));
        std::fflush(stdout);
        std::_Exit(0);
    }
    QUrl &url = urls[path];
    if (url.isEmpty())
        url = server->freshDatabase();
    return ledger::Database::connectTo(url, {});
}
