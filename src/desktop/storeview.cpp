// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/storeview.h"

#include <QDir>
#include <QPointer>

namespace desktop {

namespace {

//! Shorter ones are guessed in an afternoon, Argon2id or not.
constexpr qsizetype leastPassphrase = 8;

} // namespace

StoreView::StoreView(core::StoreService &store, core::AccountService &accounts, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_accounts(accounts)
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

} // namespace desktop
