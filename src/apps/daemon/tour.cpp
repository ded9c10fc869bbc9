// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/daemon/tour.h"

#include "apps/desk/desk.h"
#include "core/credentialref.h"
#include "core/settingspecs.h"
#include "crypto/random.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTextStream>

namespace apps {

namespace {

//! There is nobody to show a page to.
class NoBrowser final : public core::Browser
{
public:
    [[nodiscard]] base::Result<> open(const QUrl &) override
    {
        return base::fail(base::ErrorCode::Unsupported,
                          QCoreApplication::translate("apps", "There is no browser here."));
    }
};

//! Notices go to the terminal.
class PrintedNotifications final : public core::Notifications
{
public:
    void show(const core::Notification &notification) override
    {
        QTextStream(stdout) << "     " << notification.title << ": " << notification.body << '\n';
    }
    void withdraw(const QString &) override {}
};

void say(const QString &step)
{
    static int number = 0;
    QTextStream(stdout) << QStringLiteral("%1. ").arg(++number, 2) << step << Qt::endl;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("apps", text);
}

base::Result<> expect(bool holds, const char *otherwise)
{
    if (holds)
        return {};
    return base::fail(base::ErrorCode::Internal, tr(otherwise));
}

[[nodiscard]] base::Task<> walk(Desk &desk)
{
    const QString actor = QStringLiteral("tour");
    CO_TRY_VOID(co_await desk.start());
    const core::StoreStatus store = desk.store().status();
    CO_TRY_VOID(expect(store.state == core::StoreState::Ready,
                       QT_TRANSLATE_NOOP("apps", "The store of secrets did not open.")));
    say(tr("A store for secrets is open: %1.").arg(store.place));

    CO_TRY(const core::AccountId id,
           core::AccountId::parse(QStringLiteral("practice"), QStringLiteral("tour")));
    const QByteArray made = "practice-" + crypto::randomToken(24);
    base::Secret typed{QByteArrayView(made)};
    CO_TRY(base::Secret key, core::checkApiKey(std::move(typed)));
    const QString identity = tr("a key made for this tour");
    const QString provider;
    const QDateTime never;
    CO_TRY_VOID(
        co_await desk.accounts().addApiKey(id, provider, identity, std::move(key), never, actor));
    say(tr("An account is kept: %1 (%2).").arg(id.joined(), identity));

    CO_TRY_VOID(expect(desk.accounts().list().size() == 1,
                       QT_TRANSLATE_NOOP("apps", "The account is not in the list.")));
    const auto view = desk.accounts().find(id);
    say(tr("It is listed, standing “%1”. Programs would ask for %2.")
            .arg(view ? core::nameOf(view->standing) : QString(),
                 core::CredentialRef{id, QStringLiteral("api_key")}.toString()));

    const std::chrono::seconds minValid(60);
    const std::stop_token unstopped;
    CO_TRY(
        const core::AccessToken token,
        co_await desk.tokens().take(id, minValid, actor, core::AuditKind::TokenIssued, unstopped));
    CO_TRY_VOID(expect(token.value.equals(made),
                       QT_TRANSLATE_NOOP("apps", "What came back is not what was kept.")));
    say(tr("Its key was asked for and given: %1 characters, the same as were kept.")
            .arg(token.value.size()));

    desk.lock().lock(actor);
    const auto refused =
        co_await desk.tokens().take(id, minValid, actor, core::AuditKind::TokenIssued, unstopped);
    CO_TRY_VOID(expect(!refused && refused.error().code == base::ErrorCode::Locked,
                       QT_TRANSLATE_NOOP("apps", "A locked desk gave something out.")));
    say(tr("Locked, it gives nothing: “%1”").arg(refused.error().message));
    base::Secret nothing;
    CO_TRY_VOID(co_await desk.lock().unlock(std::move(nothing), actor));
    say(tr("Unlocked again."));

    CO_TRY(const QString remark, co_await desk.accounts().remove(id, actor));
    CO_TRY_VOID(expect(desk.accounts().list().isEmpty() && remark.isEmpty(),
                       QT_TRANSLATE_NOOP("apps", "The account was not removed.")));
    say(tr("The account and its key are removed."));

    CO_TRY(const qint64 lines, co_await desk.activity().verify(unstopped));
    say(tr("The record of all this has %1 lines, and each fits the one before.").arg(lines));
    CO_TRY(const QList<core::AuditEvent> events, desk.activity().find({}));
    for (auto event = events.crbegin(); event != events.crend(); ++event) {
        QTextStream(stdout) << "     "
                            << event->at.toLocalTime().toString(QStringLiteral("HH:mm:ss")) << "  "
                            << core::nameOf(event->kind) << "  " << core::nameOf(event->outcome)
                            << "  "
                            << (event->account.isEmpty() ? QString() : event->account.joined())
                            << '\n';
    }
    co_return {};
}

} // namespace

base::Task<> tour()
{
    const QTemporaryDir folder;
    if (!folder.isValid())
        co_return base::fail(base::ErrorCode::Internal, folder.errorString());
    say(tr("A folder of its own, gone at the end: %1").arg(folder.path()));
    base::SystemClock clock;
    base::Settings::Sources sources;
    // The person's own keyring stays out of it.
    sources.commandLine.insert(core::setting::storeKind, QStringLiteral("age_file"));
    base::Settings settings(core::settingSpecs(), sources);
    CO_TRY_VOID(settings.load());
    NoBrowser browser;
    PrintedNotifications notifications;
    Desk::Needs needs{base::Paths::below(folder.path()), settings, clock, browser, notifications};
    CO_TRY(const std::unique_ptr<Desk> desk, Desk::open(std::move(needs)));
    const auto walked = co_await walk(*desk);
    CO_TRY_VOID(co_await desk->stop());
    co_return walked;
}

} // namespace apps
