// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/rpchouse.h"
#include "support/otherend.h"

#include <QSocketNotifier>
#include <QTest>

#include <fcntl.h>

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

//! Tells who has the number now, and lets something happen while it looks.
class SlowPrograms final : public core::Programs
{
public:
    base::Task<core::ProgramPointer> identify(core::Peer) override
    {
        ++looks;
        if (meanwhile)
            meanwhile();
        const core::ProgramPointer found = samplePrograms().first();
        co_return found;
    }
    static QList<core::ProgramPointer> samplePrograms()
    {
        const auto program = std::make_shared<core::Program>();
        program->name = s("git");
        program->executable = s("/usr/bin/git");
        return {program};
    }
    std::function<void()> meanwhile;
    int looks = 0;
};

//! Sends one line, and gives the one that comes back.
QByteArray asked(int socket, const QByteArray &line)
{
    ::fcntl(socket, F_SETFL, O_NONBLOCK);
    if (::write(socket, line.constData(), std::size_t(line.size())) != line.size())
        return {};
    QByteArray got;
    const auto hasLine = [&] {
        char room[4096];
        const ssize_t size = ::read(socket, room, sizeof room);
        if (size > 0)
            got.append(room, size);
        return got.endsWith('\n') || got.endsWith('}') || size == 0;
    };
    static_cast<void>(QTest::qWaitFor(hasLine, 10'000));
    return got;
}

} // namespace

//! Who is answered is who has connected, not who has its process id by now.
class PeersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        house.emplace();
        // The house's own programs are not asked; these are.
        house->server.reset();
        programs = std::make_unique<SlowPrograms>();
        house->make(*programs);
        VERIFY_RESULT(house->settings.set(core::setting::socketOidcAgent, true));
        house->listen();
    }
    void cleanup()
    {
        house.reset();
        programs.reset();
    }
    void cleanupTestCase() { settleEverything(); }

    void whoIsThereIsAnswered()
    {
        const OtherEnd other(house->paths.agentSocket());
        QVERIFY(other.isConnected);
        const QByteArray answer = asked(other.socket, request);
        QVERIFY2(answer.contains("token-of-github/work"), answer.constData());
        QCOMPARE(house->consent.asked.size(), 1);
    }

    void whoHasGoneWhileOneLookedIsNobody()
    {
        OtherEnd other(house->paths.agentSocket());
        QVERIFY(other.isConnected);
        programs->meanwhile = [&other] { other.endProcess(); };

        const QByteArray answer = asked(other.socket, request);

        QVERIFY(programs->looks > 0);
        QVERIFY2(answer.contains("\"not_found\""), answer.constData());
        QVERIFY(!answer.contains("token-of"));
        QVERIFY(house->consent.asked.isEmpty());
    }

    void whoHadGoneBeforeItWasLetInIsNobody()
    {
        OtherEnd other(house->paths.agentSocket());
        QVERIFY(other.isConnected);
        other.endProcess();
        const QByteArray answer = asked(other.socket, request);
        QVERIFY2(answer.contains("\"not_found\""), answer.constData());
        QVERIFY(house->consent.asked.isEmpty());
    }

    void whatWasFoundOutInTimeStays()
    {
        OtherEnd other(house->paths.agentSocket());
        QVERIFY(other.isConnected);
        QVERIFY(asked(other.socket, request).contains("token-of-github/work"));
        // Its child has the connection now, say; the program that was let in is the same.
        other.endProcess();
        QVERIFY(asked(other.socket, request).contains("token-of-github/work"));
        QCOMPARE(programs->looks, 1);
    }

    void oidcAgentsDoorLooksAsCarefully()
    {
        const QString path = house->paths.runtime + s("/oidc-agent.sock");
        OtherEnd other(path);
        QVERIFY(other.isConnected);
        const QByteArray wish = R"({"request":"access_token","account":"work"})";
        QVERIFY(asked(other.socket, wish).contains("token-of-github/work"));
        OtherEnd gone(path);
        QVERIFY(gone.isConnected);
        programs->meanwhile = [&gone] { gone.endProcess(); };
        const QByteArray answer = asked(gone.socket, wish);
        QVERIFY2(answer.contains("\"failure\""), answer.constData());
        QVERIFY(!answer.contains("token-of"));
    }

private:
    const QByteArray request =
        R"({"jsonrpc":"2.0","method":"get_token","params":["github","work"],"id":1})"
        "\n";
    std::optional<RpcHouse> house;
    std::unique_ptr<SlowPrograms> programs;
};

QTEST_GUILESS_MAIN(PeersTest)
#include "tst_peers.moc"
