// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/authorityevents.h"

#include "tray/phrases.h"

#include <QVariantMap>

namespace desktop {

namespace {

constexpr int pageSize = 100;
constexpr auto typingPause = std::chrono::milliseconds(150);

} // namespace

AuthorityEvents::AuthorityEvents(core::AuthorityService &authority,
                                 const base::Clock &clock,
                                 QObject *parent)
    : AuthorityList(parent)
    , m_authority(authority)
    , m_clock(clock)
{
    m_typingPause.setSingleShot(true);
    m_typingPause.setInterval(typingPause);
    connect(&m_typingPause, &QTimer::timeout, this, &AuthorityEvents::reload);
}

int AuthorityEvents::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant AuthorityEvents::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const core::AuthorityEvent &event = m_rows[index.row()];
    switch (role) {
    case TimeRole:
        return tray::Phrases::clock(event.at, m_clock.now()).text;
    case Qt::DisplayRole:
    case WhatRole:
        return wordsOf(event.kind);
    case OutcomeRole:
        return event.outcome;
    case WhoRole:
        return event.user;
    case ClientRole:
        return event.client;
    case TraceRole:
        return event.traceId;
    case DetailRole:
        return event.detail;
    default:
        return {};
    }
}

QHash<int, QByteArray> AuthorityEvents::roleNames() const
{
    return {{TimeRole, "time"},
            {WhatRole, "what"},
            {OutcomeRole, "outcome"},
            {WhoRole, "who"},
            {ClientRole, "client"},
            {TraceRole, "trace"},
            {DetailRole, "detail"}};
}

QString AuthorityEvents::wordsOf(const QString &kind)
{
    // Behind a name: of the person it is about, or of who did it; else "The authority".
    static const QHash<QString, const char *> known{
        {QStringLiteral("signed_in"), QT_TR_NOOP("signed in")},
        {QStringLiteral("signed_out"), QT_TR_NOOP("signed out")},
        {QStringLiteral("sign_in_failed"), QT_TR_NOOP("could not sign in")},
        {QStringLiteral("token_issued"), QT_TR_NOOP("was given a token")},
        {QStringLiteral("token_revoked"), QT_TR_NOOP("ended a token")},
        {QStringLiteral("allowed"), QT_TR_NOOP("allowed a client")},
        {QStringLiteral("denied"), QT_TR_NOOP("denied a client")},
        {QStringLiteral("refresh_replayed"), QT_TR_NOOP("refused a used refresh token")},
        {QStringLiteral("keys_rotated"), QT_TR_NOOP("rotated the signing key")},
        {QStringLiteral("key_revoked"), QT_TR_NOOP("revoked a signing key")},
        {QStringLiteral("user_added"), QT_TR_NOOP("was added")},
        {QStringLiteral("user_changed"), QT_TR_NOOP("was changed")},
        {QStringLiteral("user_removed"), QT_TR_NOOP("was removed")},
        {QStringLiteral("user_activated"), QT_TR_NOOP("may sign in again")},
        {QStringLiteral("user_deactivated"), QT_TR_NOOP("was shut out")},
        {QStringLiteral("client_added"), QT_TR_NOOP("added a client")},
        {QStringLiteral("client_changed"), QT_TR_NOOP("changed a client")},
        {QStringLiteral("client_removed"), QT_TR_NOOP("removed a client")},
        {QStringLiteral("client_secret_renewed"), QT_TR_NOOP("gave a client a new secret")},
        {QStringLiteral("policies_refused"), QT_TR_NOOP("refused new policies")},
        {QStringLiteral("policies_mended"), QT_TR_NOOP("has whole policies again")}};
    if (const char *words = known.value(kind))
        return tr(words);
    return QString(kind).replace(QLatin1Char('_'), QLatin1Char(' '));
}

bool AuthorityEvents::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_fetching;
}

void AuthorityEvents::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent) || m_rows.isEmpty())
        return;
    m_fetching = true;
    core::AuthorityEventFilter filter = filterNow();
    filter.before = m_rows.constLast().sequence;
    QCoro::connect(
        m_authority.events(filter),
        this,
        [this, epoch = m_epoch](const base::Result<QList<core::AuthorityEvent>> &events) {
            m_fetching = false;
            if (epoch != m_epoch)
                return;
            m_more = events && events->size() == pageSize;
            if (!events || events->isEmpty())
                return;
            beginInsertRows({}, count(), count() + static_cast<int>(events->size()) - 1);
            m_rows += *events;
            endInsertRows();
            learnKinds(*events);
            settle();
        });
}

void AuthorityEvents::setOutcome(const QString &outcome)
{
    if (outcome == m_outcome)
        return;
    m_outcome = outcome;
    Q_EMIT filterChanged();
    reload();
}

void AuthorityEvents::setUser(const QString &user)
{
    if (user == m_user)
        return;
    m_user = user;
    Q_EMIT filterChanged();
    m_typingPause.start();
}

void AuthorityEvents::setKind(const QString &kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    Q_EMIT filterChanged();
    reload();
}

QVariantList AuthorityEvents::kinds() const
{
    const auto entry = [](const QString &value, const QString &text) {
        return QVariantMap{{QStringLiteral("value"), value}, {QStringLiteral("text"), text}};
    };
    QVariantList list{entry(QString(), tr("Every event"))};
    for (const QString &kind : m_kinds)
        list << entry(kind, wordsOf(kind));
    return list;
}

void AuthorityEvents::learnKinds(const QList<core::AuthorityEvent> &events)
{
    const auto before = m_kinds.size();
    for (const core::AuthorityEvent &event : events) {
        if (!m_kinds.contains(event.kind))
            m_kinds << event.kind;
    }
    if (m_kinds.size() != before)
        Q_EMIT kindsChanged();
}

core::AuthorityEventFilter AuthorityEvents::filterNow() const
{
    core::AuthorityEventFilter filter;
    filter.kind = m_kind;
    filter.outcome = m_outcome;
    filter.user = m_user.trimmed();
    filter.limit = pageSize;
    return filter;
}

void AuthorityEvents::reload()
{
    m_typingPause.stop();
    const int epoch = ++m_epoch;
    QCoro::connect(
        m_authority.events(filterNow()),
        this,
        [this, epoch](base::Result<QList<core::AuthorityEvent>> events) {
            if (epoch != m_epoch)
                return;
            if (!events)
                return fail(events.error());
            // Not before the rows are there: a view asks for more while it is being reset.
            m_more = false;
            const bool more = events->size() == pageSize;
            learnKinds(*events);
            place(m_rows, std::move(*events), [](const auto &row) { return row.sequence; });
            m_more = more;
            settle(!m_outcome.isEmpty() || !m_kind.isEmpty() || !m_user.trimmed().isEmpty());
        });
}

void AuthorityEvents::clearFilters()
{
    m_outcome.clear();
    m_kind.clear();
    m_user.clear();
    Q_EMIT filterChanged();
    reload();
}

} // namespace desktop
