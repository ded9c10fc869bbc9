// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/programs/programfinder.h"

#include "agent/programs/programlook.h"
#include "agent/words.h"
#include "base/logging.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QFile>
#include <QMutex>
#include <QMutexLocker>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>

#include <optional>

namespace agent {

ProgramFinder::ProgramFinder(Parts parts)
    : m_limit(parts.limit)
    , m_look(std::make_shared<ProgramLook>(parts.ownTool, parts.packages))
    , m_workers(std::make_unique<QThreadPool>())
{
    m_workers->setMaxThreadCount(4);
}

ProgramFinder::ProgramFinder()
    : ProgramFinder(Parts{})
{}

ProgramFinder::~ProgramFinder()
{
    m_workers->clear();
    // A thread that some program's file system holds would hold us as well: it is left behind, with
    // its share of m_look.
    if (!m_workers->waitForDone(1000))
        static_cast<void>(m_workers.release());
}

base::Task<core::ProgramPointer> ProgramFinder::identify(core::Peer peer)
{
    std::function<Answer()> work = [look = m_look, peer] { return look->identify(peer); };
    co_return co_await onWorker(std::move(work));
}

base::Task<core::ProgramPointer> ProgramFinder::vouch(core::ProgramPointer program)
{
    std::function<Answer()> work = [look = m_look, program]() -> Answer {
        return look->vouch(*program);
    };
    co_return co_await onWorker(std::move(work));
}

QString ProgramFinder::besideUs(const QString &name)
{
    const QString folder = QCoreApplication::applicationDirPath() + QLatin1Char('/');
    const QString built = folder + QStringLiteral("../cli/") + name;
    return !QFile::exists(folder + name) && QFile::exists(built) ? built : folder + name;
}

base::Task<core::ProgramPointer> ProgramFinder::onWorker(std::function<Answer()> work)
{
    struct Desk
    {
        QMutex mutex;
        std::optional<Answer> answer;
        QPromise<void> done;
    };
    const auto desk = std::make_shared<Desk>();
    desk->done.start();
    m_workers->start([desk, work = std::move(work)] {
        Answer answer = work();
        const QMutexLocker locked(&desk->mutex);
        desk->answer = std::move(answer);
        desk->done.finish();
    });
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&limit, &QTimer::timeout, &limit, [desk] {
        const QMutexLocker locked(&desk->mutex);
        if (!desk->answer)
            desk->done.finish();
    });
    limit.start(m_limit);
    const QFuture<void> done = desk->done.future();
    co_await done;
    const QMutexLocker locked(&desk->mutex);
    if (!desk->answer) {
        qCWarning(lcAgent) << "Finding out about a program took too long.";
        co_return base::fail(base::ErrorCode::TimedOut,
                             Words::tr("The system does not tell who asks."),
                             {},
                             base::Retryable::Yes);
    }
    const Answer answer = *desk->answer;
    co_return answer;
}

} // namespace agent
