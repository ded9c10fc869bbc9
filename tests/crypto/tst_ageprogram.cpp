// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/age.h"
#include "crypto/random.h"
#include "support/verifyresult.h"

#include <QDeadlineTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <csignal>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace crypto::age;

namespace {

constexpr std::chrono::seconds patience{60};

//! Runs a program on a terminal of its own and types \a answer at each prompt that ends in ": ".
int runOnTerminal(const QStringList &command, const QByteArray &answer)
{
    std::vector<QByteArray> words;
    for (const QString &word : command)
        words.push_back(word.toLocal8Bit());
    std::vector<char *> arguments;
    for (QByteArray &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);

    int terminal = -1;
    const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
    if (child == 0) {
        execv(arguments[0], arguments.data());
        _exit(127);
    }
    // Without a terminal there is no child, and kill(-1) would end every process of the user.
    if (child < 0)
        return -1;
    const QDeadlineTimer deadline(patience);
    QByteArray said;
    pollfd ready{terminal, POLLIN, 0};
    while (poll(&ready, 1, static_cast<int>(deadline.remainingTime())) > 0) {
        char buffer[256];
        const ssize_t size = read(terminal, buffer, sizeof buffer);
        if (size <= 0)
            break;
        said.append(buffer, size);
        if (said.endsWith(": ")) {
            said.clear();
            const QByteArray line = answer + '\n';
            if (write(terminal, line.constData(), static_cast<std::size_t>(line.size())) < 0)
                break;
        }
    }
    if (deadline.hasExpired())
        kill(child, SIGKILL);
    int status = -1;
    waitpid(child, &status, 0);
    close(terminal);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

//! Files go both ways between Latchkey and the age program.
class AgeProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_program = QStandardPaths::findExecutable(QStringLiteral("age"));
        if (m_program.isEmpty())
            QSKIP("The program age is not installed.");
        QVERIFY(m_folder.isValid());
    }

    void exchangesFilesByKey_data() { addFiles(); }

    void exchangesFilesByKey()
    {
        QFETCH(const int, size);
        QFETCH(const Armor, armor);
        const QByteArray plain = crypto::randomBytes(size);
        const auto me = std::make_shared<Identity>(Identity::generate());
        write("key.txt", "# test\n" + me->toString().expose().toByteArray() + '\n');

        const auto ours = encrypt(plain, {me->recipient()}, armor);
        VERIFY_RESULT(ours);
        write("ours.age", *ours);
        run({QStringLiteral("-d"), QStringLiteral("-i"), path("key.txt"), path("ours.age")}, plain);

        write("plain", plain);
        QStringList arguments{QStringLiteral("-r"),
                              me->recipient().toString(),
                              QStringLiteral("-o"),
                              path("theirs.age"),
                              path("plain")};
        if (armor == Armor::Yes)
            arguments.prepend(QStringLiteral("-a"));
        run(arguments, {});
        const auto opened = decrypt(read("theirs.age"), {me});
        VERIFY_RESULT(opened);
        QCOMPARE(opened->expose().toByteArray(), plain);
    }

    void readsTheKeysOfAgeKeygen()
    {
        const QString keygen = QStandardPaths::findExecutable(QStringLiteral("age-keygen"));
        if (keygen.isEmpty())
            QSKIP("The program age-keygen is not installed.");
        QProcess process;
        process.start(keygen, {});
        QVERIFY(process.waitForFinished());
        const QByteArray file = process.readAllStandardOutput();

        const auto keys = Identity::parseKeyFile(base::Secret(file));

        VERIFY_RESULT(keys);
        QCOMPARE(keys->size(), 1);
        QVERIFY(file.contains(keys->constFirst()->recipient().toString().toLatin1()));
    }

    void exchangesFilesByPassphrase_data()
    {
        QTest::addColumn<Armor>("armor");
        QTest::newRow("binary") << Armor::No;
        QTest::newRow("armored") << Armor::Yes;
    }

    void exchangesFilesByPassphrase()
    {
        QFETCH(const Armor, armor);
        const QByteArray plain = crypto::randomBytes(70'000);
        const QByteArray passphrase = "correct horse battery staple";

        const auto ours = encrypt(plain, base::Secret(passphrase), defaultLogN, armor);
        VERIFY_RESULT(ours);
        write("ours.age", *ours);
        QCOMPARE(runOnTerminal({m_program,
                                QStringLiteral("-d"),
                                QStringLiteral("-o"),
                                path("opened"),
                                path("ours.age")},
                               passphrase),
                 0);
        QCOMPARE(read("opened"), plain);

        write("plain", plain);
        QStringList command{m_program,
                            QStringLiteral("-p"),
                            QStringLiteral("-o"),
                            path("theirs.age"),
                            path("plain")};
        if (armor == Armor::Yes)
            command.insert(1, QStringLiteral("-a"));
        QCOMPARE(runOnTerminal(command, passphrase), 0);
        const auto opened = decrypt(read("theirs.age"), base::Secret(passphrase));
        VERIFY_RESULT(opened);
        QCOMPARE(opened->expose().toByteArray(), plain);
    }

private:
    static void addFiles()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<Armor>("armor");
        for (const int size : {0, 1, 65536, 65537, 300'000}) {
            QTest::addRow("%d bytes", size) << size << Armor::No;
            QTest::addRow("%d bytes, armored", size) << size << Armor::Yes;
        }
    }

    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QLatin1String(name));
    }

    void write(const char *name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QFile::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    [[nodiscard]] QByteArray read(const char *name) const
    {
        QFile file(path(name));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray("nothing there");
    }

    void run(const QStringList &arguments, const QByteArray &expected) const
    {
        QProcess process;
        process.start(m_program, arguments);
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        QCOMPARE(process.readAllStandardOutput(), expected);
    }

    QString m_program;
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(AgeProgram)
#include "tst_ageprogram.moc"
