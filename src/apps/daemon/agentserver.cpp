// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/daemon/agentserver.h"

#include "apps/daemon/complain.h"
#include "apps/daemon/handedsockets.h"
#include "apps/desk/agentlock.h"
#include "base/logging.h"
#include "base/standardfiles.h"
#include "core/settingspecs.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLocalSocket>
#include <QTimer>

#include <cstdlib>

namespace apps {

namespace {

constexpr int exitTemporary = 75; // sysexits.h: EX_TEMPFAIL
constexpr int longestTurn = 10'000; // ms that an agent may take to come or to go
constexpr int betweenLooks = 50; // ms

//! Before the event loop, so it may wait.
bool somebodyAnswers(const QString &path)
{
    QLocalSocket socket;
    socket.connectToServer(path);
    return socket.waitForConnected(1000);
}

//! Also before the event loop runs.
void quitSoon()
{
    QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
}

} // namespace

AgentServer::AgentServer(AgentOptions options, base::Settings &settings, ServiceNotice &notice)
    : m_options(std::move(options))
    , m_settings(settings)
    , m_notice(notice)
{
    connect(&m_signals, &StopSignals::raised, this, [this] { end(QStringLiteral("a signal")); });
    connect(&m_signals, &StopSignals::reloadAsked, this, &AgentServer::reload);
}

AgentServer::~AgentServer() = default;

int AgentServer::run()
{
    const auto handed = takeHandedSockets();
    if (!handed)
        return complain(handed.error(), EXIT_FAILURE);
    const auto turn = open(*handed);
    if (!turn) {
        qCCritical(lcAgent).noquote() << turn.error().message << turn.error().remedy;
        return complain(turn.error(),
                        turn.error().code == base::ErrorCode::Conflict ? exitTemporary
                                                                       : EXIT_FAILURE);
    }
    if (*turn == Turn::Theirs)
        return yield(*handed);
    begin();
    QCoreApplication::exec();
    m_subscriptions.clear();
    m_desk.reset();
    qCInfo(lcAgent) << "Ended in order.";
    return m_exitCode;
}

base::Result<AgentServer::Turn> AgentServer::open(const QList<Door::Handed> &handed)
{
    QElapsedTimer watch;
    watch.start();
    // At the sockets of a service manager it is the manager who answers, so that tells nothing.
    const int patience = handed.isEmpty() ? longestTurn : 2000;
    for (;;) {
        Door door{Door::Kind::Socket, handed};
        auto opened = Desk::open({m_options.paths,
                                  m_settings,
                                  m_clock,
                                  m_browser,
                                  m_notifications,
                                  {},
                                  std::move(door),
                                  QCoreApplication::applicationVersion(),
                                  false,
                                  [this](const QString &reason) {
                                      const QString why =
                                          reason.isEmpty() ? QStringLiteral("a program") : reason;
                                      QMetaObject::invokeMethod(
                                          this, [this, why] { end(why); }, Qt::QueuedConnection);
                                  }});
        if (opened) {
            m_desk = *std::move(opened);
            return Turn::Ours;
        }
        if (opened.error().code != base::ErrorCode::Conflict)
            return base::fail(opened.error());
        if (handed.isEmpty() && somebodyAnswers(m_options.paths.agentSocket()))
            return Turn::Theirs;
        if (watch.elapsed() > patience) {
            if (!handed.isEmpty())
                return Turn::Theirs;
            return base::fail(base::ErrorCode::Conflict,
                              opened.error().message,
                              tr("It does not answer. End it, or wait for it to end."));
        }
        QEventLoop pause;
        bool isOver = false;
        connect(&m_signals, &StopSignals::raised, &pause, [&] {
            isOver = true;
            pause.quit();
        });
        QTimer::singleShot(betweenLooks, &pause, &QEventLoop::quit);
        pause.exec();
        if (isOver)
            return base::fail(base::ErrorCode::Cancelled,
                              tr("Ended while another Latchkey was still running."));
    }
}

int AgentServer::yield(const QList<Door::Handed> &handed)
{
    const auto holder = AgentLock::holder(m_options.paths);
    const QString who = holder ? tr("Latchkey runs for you already: %1, process %2.")
                                     .arg(holder->program)
                                     .arg(holder->pid)
                               : tr("Latchkey runs for you already.");
    qCInfo(lcAgent).noquote() << who;
    // Where the log is shown it has been read already.
    if (m_options.log.echo == base::LogEcho::None)
        QTextStream(stderr) << who << Qt::endl;
    sendAway(handed);
    m_notice.ready(who);
    m_notice.stopping(who);
    return EXIT_SUCCESS;
}

void AgentServer::begin()
{
    const QStringList warnings = m_desk->warnings();
    for (const QString &warning : warnings)
        qCWarning(lcAgent).noquote() << warning;
    m_subscriptions += m_desk->doorOpened.subscribe([this](const base::Result<> &opened) {
        if (opened) {
            base::leaveStartersFile();
            m_notice.ready(status());
            return;
        }
        m_exitCode = complain(opened.error(), EXIT_FAILURE);
        end(QStringLiteral("no socket"));
    });
    m_subscriptions += m_settings.changed.subscribe([this](const QString &key) {
        if (key != core::setting::logLevel)
            return;
        m_options.log.level = m_settings.text(key);
        if (const auto again = base::startLogging(m_options.log); !again)
            qCWarning(lcAgent).noquote() << again.error().message;
    });
    qCInfo(lcAgent).noquote() << "latchkeyd" << QCoreApplication::applicationVersion()
                              << "begins, process" << QCoreApplication::applicationPid();
    QCoro::connect(m_desk->start(), this, [](const base::Result<> &started) {
        if (!started)
            qCWarning(lcAgent).noquote() << started.error().message;
    });
}

void AgentServer::end(const QString &why)
{
    if (std::exchange(m_isEnding, true))
        return;
    qCInfo(lcAgent).noquote() << "Asked to end by" << why
                              << "- what is under way is finished first.";
    m_notice.stopping(tr("Finishing what is under way"));
    // A refresh that is on its way rotates its token, so it may end by its own time-out. After that
    // nothing is worth waiting for, and every file is whole at every moment.
    const std::chrono::seconds patience(m_settings.number(core::setting::networkTimeoutSeconds)
                                        + 5);
    QTimer::singleShot(patience, this, [] {
        qCWarning(lcAgent) << "Something did not end; leaving all the same.";
        base::stopLogging();
        std::_Exit(EXIT_SUCCESS);
    });
    QCoro::connect(m_desk->stop(), this, [](const base::Result<> &) { quitSoon(); });
}

void AgentServer::reload()
{
    if (m_isEnding)
        return;
    m_notice.reloading();
    const auto reloaded = m_desk->reload();
    if (reloaded)
        qCInfo(lcAgent) << "The configuration was read again.";
    else
        qCWarning(lcAgent).noquote()
            << "The configuration was read again; it has a mistake:" << reloaded.error().message;
    m_notice.ready(reloaded ? status() : reloaded.error().message);
}

QString AgentServer::status() const
{
    return tr("Listening; accounts: %1").arg(m_desk->accounts().list().size());
}

} // namespace apps
