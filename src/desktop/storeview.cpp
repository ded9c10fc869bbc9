// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/storeview.h"

#include "base/atomicfile.h"
#include "tray/clipboardguard.h"

#include <QCoroFuture>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QtConcurrentRun>

namespace desktop {

namespace {

//! Shorter ones are guessed in an afternoon, Argon2id or not.
constexpr qsizetype leastPassphrase = 8;

base::Result<> writeKeyFile(const QString &path, const base::Secret &key)
{
    // The folder's other files are the person's: none is written over.
    if (QFileInfo::exists(path))
        return base::fail(base::ErrorCode::Conflict,
                          StoreView::tr("%1 is there already. Name a file that is not there yet.")
                              .arg(QDir::toNativeSeparators(path)));
    base::Secret line = base::Secret::zeroed(key.size() + 1);
    const QByteArrayView text = key.expose();
    std::copy(text.begin(), text.end(), line.data());
    line.data()[key.size()] = '\n';
    return base::writeAtomically(path, line.expose());
}

[[nodiscard]] base::Task<QString> keptIn(QString path, base::Secret key)
{
    const auto kept = std::make_shared<const base::Secret>(std::move(key));
    const QFuture<base::Result<>> writing =
        QtConcurrent::run([path, kept] { return writeKeyFile(path, *kept); });
    const base::Result<> written = co_await writing;
    if (!written)
        co_return base::fail(written.error());
    co_return StoreView::tr("The recovery key is in %1. Move it to a safe place away from this "
                            "computer.")
        .arg(QDir::toNativeSeparators(path));
}

[[nodiscard]] base::Task<QString> copied(tray::ClipboardGuard *clipboard, base::Secret key)
{
    clipboard->copy(std::move(key));
    const qint64 seconds = clipboard->span().count();
    co_return seconds > 0
        ? StoreView::tr("The recovery key is on the clipboard for %1 seconds.").arg(seconds)
        : StoreView::tr("The recovery key is on the clipboard.");
}

} // namespace

StoreView::StoreView(core::StoreService &store,
                     core::AccountService &accounts,
                     Recovering recovering,
                     QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_accounts(accounts)
    , m_recovering(recovering)
{
    m_storeChanged = m_store.changed.subscribe([this] { Q_EMIT changed(); });
}

StoreView::~StoreView()
{
    m_stop.request_stop();
}

StoreView::State StoreView::state() const
{
    if (m_moving)
        return State::Moving;
    switch (m_store.status().state) {
    case core::StoreState::Ready:
        return State::Ready;
    case core::StoreState::Locked:
        return State::Locked;
    case core::StoreState::Unavailable:
        return State::Unavailable;
    }
    Q_UNREACHABLE();
}

QString StoreView::kind() const
{
    return nameOf(m_store.status().kind);
}

QString StoreView::place() const
{
    QString place = m_store.status().place;
    if (place.startsWith(QDir::homePath() + QLatin1Char('/')))
        place.replace(0, QDir::homePath().size(), QLatin1Char('~'));
    return place;
}

QString StoreView::words() const
{
    const core::StoreStatus status = m_store.status();
    const auto accounts = m_accounts.list().size();
    const QString of = accounts == 1 ? tr("the secrets of 1 account")
                                     : tr("the secrets of %1 accounts").arg(accounts);
    switch (status.kind) {
    case core::StoreKind::Keyring:
        return tr("%1 keeps %2, opened with your session.").arg(place(), of);
    case core::StoreKind::AgeFile:
        return status.usesKeyFile ? tr("%1 keeps %2, opened with a key file.").arg(place(), of)
                                  : tr("%1 keeps %2, opened with a passphrase.").arg(place(), of);
    case core::StoreKind::Memory:
        return tr("Memory keeps %1 until Latchkey ends.").arg(of);
    }
    Q_UNREACHABLE();
}

QString StoreView::reason() const
{
    return m_store.status().reason;
}

bool StoreView::keyringAvailable() const
{
    return m_store.status().keyringAvailable;
}

bool StoreView::usesKeyFile() const
{
    return m_store.status().usesKeyFile;
}

void StoreView::checkPassphrase(const QString &passphrase, const QString &again)
{
    QString problem;
    if (!passphrase.isEmpty() && passphrase.size() < leastPassphrase)
        problem = tr("Use at least %1 characters; four words that do not belong together are good.")
                      .arg(leastPassphrase);
    else if (!again.isEmpty() && passphrase != again)
        problem = tr("The two are not the same.");
    if (problem == m_passphraseProblem)
        return;
    m_passphraseProblem = problem;
    Q_EMIT passphraseProblemChanged();
}

void StoreView::moveTo(const QString &kind, const QString &passphrase)
{
    QString typed = passphrase;
    auto secret = base::Secret::take(typed.toUtf8());
    base::wipe(typed);
    if (m_moving)
        return;
    m_moving = true;
    m_done = 0;
    m_total = 0;
    m_message.clear();
    m_trouble = false;
    m_stop = std::stop_source();
    Q_EMIT changed();
    Q_EMIT progressChanged();
    const auto target =
        kind == QLatin1String("age_file") ? core::StoreKind::AgeFile : core::StoreKind::Keyring;
    const QPointer<StoreView> self(this);
    auto progress = [self](int done, int total) {
        if (!self)
            return;
        self->m_done = done;
        self->m_total = total;
        Q_EMIT self->progressChanged();
    };
    QCoro::connect(
        m_store.moveTo(target, std::move(secret), std::move(progress), m_stop.get_token()),
        this,
        [this](const base::Result<> &result) {
            m_moving = false;
            m_trouble = !result;
            if (result)
                m_message = tr("The secrets have moved. Every entry was checked.");
            else if (result.error().code == base::ErrorCode::Cancelled)
                m_message = tr("Stopped. Everything is where it was.");
            else
                m_message = tr("%1 Everything is where it was.").arg(result.error().message);
            Q_EMIT changed();
        });
}

void StoreView::cancelMove()
{
    m_stop.request_stop();
}

QString StoreView::remark() const
{
    return m_store.status().remark;
}

bool StoreView::hasRecoveryKey() const
{
    const core::StoreStatus status = m_store.status();
    return status.kind == core::StoreKind::AgeFile && !status.usesKeyFile;
}

QString StoreView::recoveryFile() const
{
    return QDir::toNativeSeparators(
        QDir::home().filePath(QStringLiteral("latchkey-recovery-key.txt")));
}

void StoreView::saveRecoveryKey(const QString &passphrase, const QString &file)
{
    QString path = QDir::fromNativeSeparators(file.trimmed());
    if (path.startsWith(QLatin1String("~/")))
        path.replace(0, 1, QDir::homePath());
    if (!QDir::isAbsolutePath(path)) {
        settleRecovery(Recovery::Refused,
                       tr("Name the file with its folder: %1").arg(recoveryFile()));
        return;
    }
    recover(passphrase, [path](base::Secret key) { return keptIn(path, std::move(key)); });
}

void StoreView::copyRecoveryKey(const QString &passphrase)
{
    tray::ClipboardGuard *clipboard = m_recovering.clipboard;
    if (clipboard == nullptr)
        return;
    recover(passphrase,
            [clipboard](base::Secret key) { return copied(clipboard, std::move(key)); });
}

void StoreView::beginRecovery()
{
    if (m_recovery != Recovery::Working)
        settleRecovery(Recovery::Asking, {});
}

void StoreView::recover(const QString &passphrase, Taker take)
{
    QString typed = passphrase;
    auto secret = base::Secret::take(typed.toUtf8());
    base::wipe(typed);
    if (m_recovery == Recovery::Working)
        return;
    settleRecovery(Recovery::Working, {});
    QCoro::connect(m_store.recoveryKey(std::move(secret), QStringLiteral("window")),
                   this,
                   [this, take = std::move(take)](base::Result<base::Secret> key) {
                       if (!key) {
                           settleRecovery(Recovery::Refused, key.error().message);
                           return;
                       }
                       QCoro::connect(
                           take(*std::move(key)), this, [this](const base::Result<QString> &done) {
                               settleRecovery(done ? Recovery::Done : Recovery::Refused,
                                              done ? *done : done.error().message);
                           });
                   });
}

void StoreView::settleRecovery(Recovery recovery, const QString &message)
{
    m_recovery = recovery;
    m_recoveryMessage = message;
    Q_EMIT recoveryChanged();
}

void StoreView::keepOlderCopy()
{
    if (m_recovering.restores == nullptr)
        return;
    QCoro::connect(m_recovering.restores->keepOlderCopy(QStringLiteral("window")),
                   this,
                   [this](const base::Result<> &kept) {
                       m_trouble = !kept;
                       m_message = kept ? QString() : kept.error().message;
                       Q_EMIT changed();
                   });
}

} // namespace desktop
