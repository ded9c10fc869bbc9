// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace base {

//! Lets one process at a time at something: the kernel's own lock on a file, which goes with its
//! holder however that ends, whatever is left in the file, which tells who has it.
class FileLock
{
public:
    //! Who has it.
    struct Holder
    {
        qint64 pid = 0;
        QString program; //!< "latchkeyd"
    };

    //! What becomes of the file when we let go. A holder that is killed leaves it in any case.
    enum class Afterwards { Stays, Goes };

    explicit FileLock(QString fileName, Afterwards afterwards = Afterwards::Stays);
    //! Lets go.
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    //! Conflict: somebody has it, also after \a patience, in which the thread waits. Denied: the
    //! file cannot be written.
    [[nodiscard]] Result<> take(std::chrono::milliseconds patience = {});
    //! Nobody, as far as the file tells; only take() knows.
    [[nodiscard]] static std::optional<Holder> holderOf(const QString &fileName);

private:
    class Grip;

    QString m_fileName;
    Afterwards m_afterwards;
    std::unique_ptr<Grip> m_grip;
};

} // namespace base
