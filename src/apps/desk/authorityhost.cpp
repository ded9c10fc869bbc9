// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk/authorityhost.h"

#include "apps/desk/authorityask.h"
#include "apps/desk/publicurl.h"
#include "apps/desk/trustedproxies.h"
#include "base/logging.h"
#include "core/actorscope.h"
#include "core/authoritysettings.h"
#include "core/settingspecs.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QPromise>

namespace apps {

namespace {

constexpr std::size_t requestsKept = 200;

using State = core::AuthorityStatus::State;

} // namespace

AuthorityHost::AuthorityHost(Needs needs)
    : m_needs(std::move(needs))
{
    m_thread.setObjectName(QStringLiteral("authority"));
    m_subscriptions +=
        m_needs.lock.changed.subscribe([this](const core::LockService::State &state) {
            if (state == core::LockService::State::Unlocked && m_house)
                m_scope.launch(unlockKeys());
        });
    m_subscriptions += m_needs.settings.changed.subscribe([this](const QString &key) {
        if (key.startsWith(QLatin1String("authority.")) && !m_isSetting)
            m_scope.launch(settle());
    });
}

AuthorityHost::~AuthorityHost()
{
    // stop() has been awaited; this is for a start that failed half way.
    m_thread.quit();
    m_thread.wait();
}

base::Result<AuthorityHouse::Options> AuthorityHost::options() const
{
    using namespace core::setting;
    const base::Settings &settings = m_needs.settings;
    AuthorityHouse::Options options = m_needs.options;
    options.port = static_cast<quint16>(settings.number(authorityPort));
    options.keyPeriod = std::chrono::hours(settings.number(authorityKeyPeriodHours));
    options.metricsArePublic = settings.flag(authorityMetricsPublic);
    options.unusedClientLife = std::chrono::hours(settings.number(authorityUnusedClientHours));
    options.needsDpopNonce = settings.flag(authorityRequireDpopNonce);
    options.remembersConsent = settings.flag(authorityRememberConsent);
    if (options.publicUrl.isEmpty()) {
        TRY(options.publicUrl, publicUrlFrom(settings.text(authorityPublicUrl)));
    }
    if (options.trustedProxies.isEmpty()) {
        const QString proxies = settings.text(authorityTrustedProxies);
        TRY(options.trustedProxies, trustedProxiesFrom(proxies.split(u' ', Qt::SkipEmptyParts)));
    }
    options.policiesAreStrict = settings.flag(authorityStrictPolicies);
    return options;
}

AuthorityHouse::Reports AuthorityHost::reports()
{
    // The thread ends before this object does, so nothing is posted to a host that is gone.
    QObject *here = &m_here;
    AuthorityHouse::Reports reports;
    reports.status = [this, here](core::AuthorityStatus status) {
        QMetaObject::invokeMethod(here, [this, status] { take(status); });
    };
    reports.requests = [this, here](QList<core::AuthorityRequest> requests) {
        QMetaObject::invokeMethod(here, [this, requests] {
            for (const core::AuthorityRequest &request : requests) {
                m_requests.push_front(request);
                requestSeen.announce(request);
            }
            if (m_requests.size() > requestsKept)
                m_requests.resize(requestsKept);
        });
    };
    reports.approvals = [this, here](QList<core::ApprovalQuestion> questions) {
        QMetaObject::invokeMethod(here, [this, questions] {
            m_approvals = questions;
            approvalsChanged.announce();
        });
    };
    return reports;
}

void AuthorityHost::take(core::AuthorityStatus status)
{
    // A report that was under way when the house was closed.
    if (m_status.state == State::Off || m_status.state == State::Failed)
        return;
    if (std::exchange(m_status, status) != status)
        statusChanged.announce();
}

void AuthorityHost::fail(const base::Error &error)
{
    qCWarning(lcAuthority) << "The authority does not run:" << error.message;
    m_status = {};
    m_status.state = State::Failed;
    m_status.reason = error.message;
    m_status.remedy = error.remedy;
    statusChanged.announce();
}

base::Task<> AuthorityHost::start()
{
    return settle();
}

base::Task<> AuthorityHost::settle()
{
    m_isUnsettled = true;
    if (m_isChanging || m_isStopping)
        co_return {}; // whoever is at it goes round once more
    m_isChanging = true;
    base::Result<> outcome;
    while (std::exchange(m_isUnsettled, false) && !m_isStopping) {
        CO_TRY_VOID(co_await close());
        m_status = {};
        statusChanged.announce();
        outcome = co_await open();
    }
    m_isChanging = false;
    m_settled.announce();
    const base::Result<> result = outcome;
    co_return result;
}

base::Task<> AuthorityHost::open()
{
    if (!m_needs.settings.flag(core::setting::authorityEnabled))
        co_return {};
    const auto wanted = options();
    if (!wanted) {
        fail(wanted.error());
        co_return base::fail(wanted.error());
    }
    m_status.state = State::Starting;
    statusChanged.announce();
    m_there = std::make_unique<QObject>();
    m_there->moveToThread(&m_thread);
    m_thread.start();
    using House = std::unique_ptr<AuthorityHouse>;
    const std::function<base::Task<House>()> work =
        [this, options = *wanted, told = reports()]() -> base::Task<House> {
        co_return AuthorityHouse::open(options, told, m_handed, m_needs.clock);
    };
    auto opened = co_await base::sendErrand<House>(m_there.get(), work);
    if (!opened) {
        const base::Error error = opened.error();
        CO_TRY_VOID(co_await close());
        fail(error);
        co_return base::fail(error);
    }
    m_house = *std::move(opened);
    setApprover(m_hasApprover);
    CO_TRY_VOID(co_await unlockKeys());
    co_return {};
}

base::Task<> AuthorityHost::unlockKeys()
{
    const std::function<base::Task<>(AuthorityHouse &)> work = [](AuthorityHouse &house) {
        return house.unlock();
    };
    const auto unlocked = co_await ask<void>(work);
    // A locked desk is a state, not a failure: the keys are read when it is opened.
    if (!unlocked && unlocked.error().code != base::ErrorCode::Locked)
        qCWarning(lcAuthority) << "The authority's keys cannot be read:"
                               << unlocked.error().message;
    co_return {};
}

base::Task<> AuthorityHost::close()
{
    if (m_house) {
        const std::function<base::Task<>(AuthorityHouse &)> work = [](AuthorityHouse &house) {
            return house.drain();
        };
        const auto drained = co_await ask<void>(work);
        if (!drained)
            qCWarning(lcAuthority)
                << "The authority did not end in order:" << drained.error().message;
        // What was made on that thread ends there.
        const std::function<base::Task<>()> end = [this]() -> base::Task<> {
            m_house.reset();
            co_return {};
        };
        const auto ended = co_await base::sendErrand<void>(m_there.get(), end);
        if (!ended)
            qCWarning(lcAuthority) << ended.error().message;
    }
    m_thread.quit();
    m_thread.wait();
    m_there.reset();
    m_approvals.clear();
    approvalsChanged.announce();
    co_return {};
}

base::Task<> AuthorityHost::stop()
{
    m_isStopping = true;
    CO_TRY_VOID(co_await m_scope.stop());
    if (m_isChanging) {
        // A start or a change that somebody else awaits: it ends before the thread does.
        const auto ended = std::make_shared<QPromise<void>>();
        ended->start();
        const QFuture<void> end = ended->future();
        const auto waiting = m_settled.subscribe([ended] { ended->finish(); });
        co_await end;
    }
    CO_TRY_VOID(co_await close());
    co_return {};
}

base::Task<> AuthorityHost::setOn(bool on)
{
    m_isSetting = true;
    const auto set = [this, on] {
        const core::ActorScope by(QStringLiteral("window"));
        return m_needs.settings.set(core::setting::authorityEnabled, on);
    }();
    m_isSetting = false;
    CO_TRY_VOID(set);
    CO_TRY_VOID(co_await settle());
    co_return {};
}

void AuthorityHost::forget()
{
    if (!m_house)
        return;
    const std::function<base::Task<>(AuthorityHouse &)> work =
        [](AuthorityHouse &house) -> base::Task<> {
        house.lock();
        co_return {};
    };
    m_scope.launch(ask<void>(work));
}

} // namespace apps
