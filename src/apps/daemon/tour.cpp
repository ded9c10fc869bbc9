// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/daemon/tour.h"

#include "apps/daemon/tourbrowser.h"
#include "apps/desk/authorityhost.h"
#include "apps/desk/desk.h"
#include "core/credentialref.h"
#include "core/settingspecs.h"
#include "crypto/digest.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QPromise>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTextStream>

namespace apps {

namespace {

const QString actor = QStringLiteral("tour");

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

//! Ends with the sign-in, or when it has taken too long.
[[nodiscard]] base::Task<> signIn(Desk &desk, core::AccountId id)
{
    core::SignInRequest request;
    request.account = id;
    request.provider = QStringLiteral("practice");
    request.actor = actor;
    const auto ended = std::make_shared<QPromise<core::SignInProgress>>();
    ended->start();
    const QFuture<core::SignInProgress> end = ended->future();
    const auto following =
        desk.signIn().progress.subscribe([ended](const core::SignInProgress &progress) {
            using Step = core::SignInProgress::Step;
            const bool isOver = progress.step == Step::Done || progress.step == Step::Failed
                                || progress.step == Step::Cancelled;
            if (!isOver || ended->future().isFinished())
                return;
            ended->addResult(progress);
            ended->finish();
        });
    CO_TRY(const QString signInId, desk.signIn().begin(request));
    // The sign-in has a time limit of its own.
    const core::SignInProgress progress = co_await end;
    if (progress.error)
        co_return base::fail(*progress.error);
    CO_TRY_VOID(expect(progress.step == core::SignInProgress::Step::Done,
                       QT_TRANSLATE_NOOP("apps", "The sign-in was broken off.")));
    co_return {};
}

//! Takes a token as a program would, and shows that it opens what it should.
[[nodiscard]] base::Task<QByteArray> useToken(Desk &desk, core::AccountId id, QString issuer)
{
    const std::chrono::seconds minValid(60);
    const std::stop_token unstopped;
    CO_TRY(
        const core::AccessToken token,
        co_await desk.tokens().take(id, minValid, actor, core::AuditKind::TokenIssued, unstopped));
    net::HttpClient http;
    net::Request request(net::Method::Get, QUrl(issuer + QStringLiteral("/oauth/userinfo")));
    QByteArray bearer = "Bearer ";
    bearer += token.value.expose();
    request.withSecret("Authorization", base::Secret::take(std::move(bearer)));
    CO_TRY(const net::Response answer, co_await http.send(std::move(request), unstopped));
    CO_TRY_VOID(expect(answer.status == 200,
                       QT_TRANSLATE_NOOP("apps", "The token did not open what it should.")));
    const QByteArray digest = crypto::digest(crypto::Hash::Sha256, token.value.expose());
    co_return digest;
}

[[nodiscard]] base::Task<> lockAndUnlock(Desk &desk, core::AccountId id)
{
    const std::chrono::seconds minValid(60);
    const std::stop_token unstopped;
    desk.lock().lock(actor);
    const auto refused =
        co_await desk.tokens().take(id, minValid, actor, core::AuditKind::TokenIssued, unstopped);
    CO_TRY_VOID(expect(!refused && refused.error().code == base::ErrorCode::Locked,
                       QT_TRANSLATE_NOOP("apps", "A locked desk gave something out.")));
    say(tr("Locked, it gives nothing: “%1”").arg(refused.error().message));
    base::Secret nothing;
    CO_TRY_VOID(co_await desk.lock().unlock(std::move(nothing), actor));
    say(tr("Unlocked again."));
    co_return {};
}

[[nodiscard]] base::Task<> readRecord(Desk &desk)
{
    const std::stop_token unstopped;
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

//! Answers the authority's question as the person at the screen would.
base::Subscription allowEverything(AuthorityHost &authority)
{
    authority.setApprover(true);
    return authority.approvalsChanged.subscribe([&authority] {
        const QList<core::ApprovalQuestion> questions = authority.approvals();
        for (const core::ApprovalQuestion &question : questions) {
            say(QCoreApplication::translate(
                    "apps", "It asks: allow %1 to sign you in as %2? The tour says yes.")
                    .arg(question.clientName, question.user));
            authority.answerApproval(question.id, true);
        }
    });
}

[[nodiscard]] base::Task<> walk(Desk &desk)
{
    CO_TRY_VOID(co_await desk.start());
    const core::StoreStatus store = desk.store().status();
    CO_TRY_VOID(expect(store.state == core::StoreState::Ready,
                       QT_TRANSLATE_NOOP("apps", "The store of secrets did not open.")));
    say(tr("A store for secrets is open: %1.").arg(store.place));

    AuthorityHost &authority = desk.authority();
    const core::AuthorityStatus status = authority.status();
    if (status.issuer.isEmpty())
        co_return base::fail(base::ErrorCode::Unreachable, status.reason, status.remedy);
    say(tr("Latchkey’s own OpenID provider runs on this machine: %1").arg(status.issuer));
    const base::Subscription answering = allowEverything(authority);

    CO_TRY(const core::AccountId id,
           core::AccountId::parse(QStringLiteral("practice"), QStringLiteral("tour")));
    say(tr(
        "Signing in there in the browser, as with any service: code, PKCE, a page to allow it."));
    CO_TRY_VOID(co_await signIn(desk, id));
    const auto view = desk.accounts().find(id);
    CO_TRY_VOID(expect(desk.accounts().list().size() == 1 && view.has_value(),
                       QT_TRANSLATE_NOOP("apps", "The account is not in the list.")));
    say(tr("Signed in as %1. The account is kept and listed: %2, standing “%3”.")
            .arg(view->account.identity, id.joined(), core::nameOf(view->standing)));
    say(tr("Programs would ask for %1.")
            .arg(core::CredentialRef{id, QStringLiteral("token")}.toString()));

    CO_TRY(const QByteArray first, co_await useToken(desk, id, status.issuer));
    say(tr("A token was asked for and given, and the provider answers to it."));
    const std::stop_token unstopped;
    CO_TRY_VOID(co_await desk.tokens().refresh(id, actor, unstopped));
    CO_TRY(const QByteArray second, co_await useToken(desk, id, status.issuer));
    CO_TRY_VOID(expect(first != second, QT_TRANSLATE_NOOP("apps", "The token was not renewed.")));
    say(tr("Renewed: a new token, which works as well."));

    CO_TRY_VOID(co_await lockAndUnlock(desk, id));
    CO_TRY(const QString remark, co_await desk.accounts().remove(id, actor));
    CO_TRY_VOID(expect(desk.accounts().list().isEmpty() && remark.isEmpty(),
                       QT_TRANSLATE_NOOP("apps", "The account was not removed.")));
    say(tr("The account is removed, and its tokens are ended at the provider."));
    CO_TRY_VOID(co_await readRecord(desk));
    co_return {};
}

//! A port that nobody has now: the tour must not meet an authority that is in use.
QString freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return QString::number(server.serverPort());
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
    sources.commandLine.insert(core::setting::authorityPort, freePort());
    base::Settings settings(core::settingSpecs(), sources);
    CO_TRY_VOID(settings.load());
    TourBrowser browser(clock);
    PrintedNotifications notifications;
    Desk::Needs needs{base::Paths::below(folder.path()), settings, clock, browser, notifications};
    CO_TRY(const std::unique_ptr<Desk> desk, Desk::open(std::move(needs)));
    const auto walked = co_await walk(*desk);
    CO_TRY_VOID(co_await browser.stop());
    CO_TRY_VOID(co_await desk->stop());
    co_return walked;
}

} // namespace apps
