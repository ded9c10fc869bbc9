// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/accountdetails.h"

#include "core/settingspecs.h"
#include "tray/accountverbs.h"
#include "tray/erroraction.h"
#include "tray/phrases.h"

#include <QDate>

namespace desktop {

namespace {

const auto actor = QStringLiteral("window");
constexpr int recentLines = 5;

} // namespace

AccountDetails::AccountDetails(Needs needs, QObject *parent)
    : QObject(parent)
    , m_needs(std::move(needs))
{
    m_tick.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &AccountDetails::read);
    m_changed = m_needs.accounts.changed.subscribe([this](const core::AccountId &id) {
        if (id != m_id)
            return;
        read();
        readFacts();
    });
    m_reset = m_needs.accounts.reset.subscribe([this] { read(); });
    m_appended = m_needs.activity.appended.subscribe([this](const core::AuditEvent &event) {
        if (m_state != State::Closed && event.account == m_id)
            readRecent();
    });
    tray::AccountVerbs *verbs = &m_needs.verbs;
    connect(verbs, &tray::AccountVerbs::busyChanged, this, [this](const core::AccountId &id) {
        if (id == m_id)
            read();
    });
    connect(
        verbs, &tray::AccountVerbs::copied, this, [this](const core::AccountId &id, int seconds) {
            if (id == m_id)
                say(seconds > 0 ? tr("Copied. Cleared from the clipboard in %1 s.").arg(seconds)
                                : tr("Copied."));
        });
    connect(verbs, &tray::AccountVerbs::refreshed, this, [this](const core::AccountId &id) {
        if (id == m_id)
            say(tr("Refreshed."));
    });
    connect(verbs,
            &tray::AccountVerbs::failed,
            this,
            [this](const core::AccountId &id, const base::Error &error) {
                if (id == m_id)
                    complain(error);
            });
}

void AccountDetails::setActive(bool active)
{
    m_active = active;
    if (active)
        read();
    else
        m_tick.stop();
}

void AccountDetails::show(const QString &accountKey)
{
    const auto id = core::AccountId::parse(accountKey);
    if (!id)
        return;
    if (*id == m_id && m_state != State::Closed)
        return;
    m_id = *id;
    m_facts.reset();
    dismissMessage();
    m_state = State::Shown;
    read();
    readFacts();
    readRecent();
}

void AccountDetails::close()
{
    if (m_state == State::Closed)
        return;
    ++m_epoch;
    m_state = State::Closed;
    m_id = {};
    m_view.reset();
    m_facts.reset();
    m_tick.stop();
    Q_EMIT changed();
    Q_EMIT closed();
}

void AccountDetails::read()
{
    if (m_state == State::Closed)
        return;
    m_view = m_needs.accounts.find(m_id);
    if (!m_view) {
        close();
        return;
    }
    m_state = m_needs.verbs.isBusy(m_id) ? State::Busy : State::Shown;
    Q_EMIT changed();
    schedule();
}

void AccountDetails::readFacts()
{
    if (m_state == State::Closed || m_view->account.kind != core::AccountKind::OAuth)
        return;
    const int epoch = ++m_epoch;
    QCoro::connect(
        m_needs.tokens.facts(m_id), this, [this, epoch](base::Result<core::TokenSet> facts) {
            if (epoch != m_epoch || !facts)
                return; // the drawer shows what is known without them
            m_facts = *std::move(facts);
            Q_EMIT changed();
        });
}

void AccountDetails::readRecent()
{
    m_recent.clear();
    core::AuditFilter filter;
    filter.account = m_id;
    filter.limit = recentLines;
    const QDateTime now = m_needs.clock.now();
    if (const auto events = m_needs.activity.find(filter)) {
        for (const core::AuditEvent &event : *events) {
            m_recent.append(QVariantMap{
                {QStringLiteral("icon"), tray::Phrases::actorIcon(event.actor)},
                {QStringLiteral("name"), tray::Phrases::actor(event.actor)},
                {QStringLiteral("what"), tray::Phrases::deed(event)},
                {QStringLiteral("at"), tray::Phrases::clock(event.at, now).text},
                {QStringLiteral("exact"), tray::Phrases::exact(event.at)},
                {QStringLiteral("outcome"), nameOf(event.outcome)},
            });
        }
    }
    Q_EMIT recentChanged();
}

void AccountDetails::schedule()
{
    m_tick.stop();
    if (!m_active || !m_view)
        return;
    const QDateTime now = m_needs.clock.now();
    const tray::TimedWords words =
        tray::Phrases::standing(m_view->state, m_view->standing, now, tray::TimeStyle::Relative);
    if (words.until == std::numeric_limits<qint64>::max())
        return;
    const qint64 wait = words.until - now.toMSecsSinceEpoch();
    m_tick.start(std::chrono::milliseconds(std::clamp<qint64>(wait, 100, 3'600'000)));
}

void AccountDetails::copyToken()
{
    if (m_state != State::Closed)
        m_needs.verbs.copy(m_id, actor);
}

void AccountDetails::copyText(const QString &text)
{
    m_needs.verbs.copyText(text);
}

void AccountDetails::refresh()
{
    if (m_state != State::Closed)
        m_needs.verbs.refresh({m_id}, actor);
}

void AccountDetails::remove()
{
    if (m_state != State::Closed)
        m_needs.verbs.remove({m_id}, actor);
}

void AccountDetails::signInAgain()
{
    if (m_state != State::Closed)
        Q_EMIT signInRequested(accountKey());
}

void AccountDetails::setWarnBefore(const QStringList &spans)
{
    if (!m_view)
        return;
    core::Account account = m_view->account;
    account.warnBefore.clear();
    for (const QString &span : spans) {
        const auto seconds = core::parseSpan(span);
        if (!seconds) {
            complain(seconds.error());
            return;
        }
        account.warnBefore.append(*seconds);
    }
    change(account);
}

void AccountDetails::setIdentity(const QString &identity)
{
    if (!m_view)
        return;
    core::Account account = m_view->account;
    account.identity = identity.trimmed();
    change(account);
}

void AccountDetails::setLabels(const QStringList &labels)
{
    if (!m_view)
        return;
    core::Account account = m_view->account;
    account.labels = labels;
    change(account);
}

void AccountDetails::setExpires(const QString &date)
{
    if (!m_view)
        return;
    core::Account account = m_view->account;
    const auto end = tray::endOfDay(date);
    if (!end) {
        complain(end.error());
        return;
    }
    account.expires = *end;
    change(account);
}

void AccountDetails::setConsent(const QString &policy)
{
    if (!m_view)
        return;
    const auto chosen = core::consentPolicyFrom(policy);
    if (!chosen) {
        complain(chosen.error());
        return;
    }
    core::Account account = m_view->account;
    account.consent = *chosen;
    change(account);
}

void AccountDetails::change(const core::Account &account)
{
    if (account == m_view->account)
        return;
    QCoro::connect(
        m_needs.accounts.change(account, actor), this, [this](const base::Result<> &result) {
            if (!result)
                complain(result.error());
        });
}

void AccountDetails::say(const QString &message, const QString &action, const QString &label)
{
    m_message = message;
    m_action = action;
    m_actionLabel = label;
    m_trouble = false;
    Q_EMIT messageChanged();
}

void AccountDetails::complain(const base::Error &error)
{
    if (error.code == base::ErrorCode::Cancelled)
        return;
    const tray::ErrorAction action = tray::errorAction(error.code);
    m_message = error.message.isEmpty() ? action.title : error.message;
    if (!error.remedy.isEmpty())
        m_message += QLatin1Char(' ') + error.remedy;
    m_action = action.key;
    m_actionLabel = action.label;
    m_trouble = true;
    Q_EMIT messageChanged();
}

void AccountDetails::dismissMessage()
{
    if (!m_message.isEmpty())
        say({});
}

void AccountDetails::act()
{
    const QString action = m_action;
    dismissMessage();
    if (!action.isEmpty())
        Q_EMIT acted(action, accountKey());
}

} // namespace desktop
