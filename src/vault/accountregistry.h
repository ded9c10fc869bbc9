// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports.h"
#include "vault/accountsfile.h"
#include "vault/filemark.h"
#include "vault/turns.h"

#include <QFileSystemWatcher>
#include <QFutureWatcher>
#include <QHash>

namespace vault {

//! The list of accounts in accounts.toml. A person may edit the file while Latchkey runs: it is
//! read again when it changes. While it has a mistake the last good list stays in force, trouble()
//! says where the mistake is, and nothing is written.
class AccountRegistry final : public core::Accounts
{
public:
    //! Reads nothing yet; see load().
    explicit AccountRegistry(QString path);
    ~AccountRegistry() override;

    //! Reads the file, and watches it from now on. A file that is not there is an empty list.
    [[nodiscard]] base::Result<> load();

    [[nodiscard]] QList<core::Account> all() const override;
    [[nodiscard]] std::optional<core::Account> find(const core::AccountId &id) const override;
    //! all() and find() know it before the disk does; when the disk refuses it, it is taken back
    //! and `changed` is announced.
    [[nodiscard]] base::Task<> put(core::Account account) override;
    [[nodiscard]] base::Task<> remove(core::AccountId id) override;

    //! The mistake in the file; nothing while it is in order.
    [[nodiscard]] const std::optional<base::Error> &trouble() const { return m_trouble; }
    //! trouble() has come, gone or changed.
    base::Event<> troubleChanged;

    //! Looks whether the file was changed by hand and reads it if so. The watcher does it by
    //! itself.
    void look();

private:
    struct Reading;
    using Edit = std::function<base::Result<>(AccountsFile &)>;

    [[nodiscard]] base::Result<> read();
    void readInBackground();
    void take(const QByteArray &text, base::Result<AccountsFile> file, const FileMark &mark);
    [[nodiscard]] base::Task<> write(core::AccountId id, Edit edit);
    [[nodiscard]] base::Result<> prepare(const Edit &edit);
    void takeBack();
    void index();
    void watch();
    void setTrouble(std::optional<base::Error> trouble);

    QString m_path;
    std::optional<AccountsFile> m_file;
    QByteArray m_text; //!< as it is on the disk
    QHash<core::AccountId, qsizetype> m_places;
    FileMark m_mark;
    Turns m_turns; //!< one write at a time
    bool m_writing = false;
    std::shared_ptr<int> m_alive = std::make_shared<int>(); //!< expired for who comes back late
    std::optional<base::Error> m_trouble;
    std::unique_ptr<QFileSystemWatcher> m_watcher;
    std::unique_ptr<QFutureWatcher<std::shared_ptr<Reading>>> m_reading;
};

} // namespace vault
