// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcetree.h"

#include <QDir>
#include <QFile>
#include <QTest>

namespace {

//! Everything that a person writes here, by language.
const QStringList everywhere{QStringLiteral("src"), QStringLiteral("qml"), QStringLiteral("tests")};
const QStringList cpp{QStringLiteral("h"), QStringLiteral("cpp")};
const QStringList sources{QStringLiteral("h"),
                          QStringLiteral("cpp"),
                          QStringLiteral("qml"),
                          QStringLiteral("mjs"),
                          QStringLiteral("py")};

QString roomOf(const QString &path)
{
    return path.section(u'/', 1, 1);
}

} // namespace

//! Holds the sources to the plan that CMake drew and to the laws that a compiler does not know.
//! Every rule lists the places that break it.
class HouseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_plan = housePlan(QStringLiteral(PLAN_FILE));
        m_product = sourceFiles({QStringLiteral("src")}, cpp);
        m_all = sourceFiles(everywhere, sources);
        QVERIFY(m_plan.size() > 1);
        QVERIFY(m_product.size() > 10);
    }

    void includesFollowThePlan_data()
    {
        QTest::addColumn<QString>("room");
        for (auto room = m_plan.cbegin(); room != m_plan.cend(); ++room)
            QTest::newRow(qPrintable(room.key())) << room.key();
    }

    void includesFollowThePlan()
    {
        QFETCH(const QString, room);
        static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*\"(\\w+)/"),
                                                QRegularExpression::MultilineOption);
        QStringList strays;
        for (const SourceFile &file : m_product) {
            if (roomOf(file.path) != room)
                continue;
            for (auto match = include.globalMatch(file.text); match.hasNext();) {
                const auto hit = match.next();
                const QString other = hit.captured(1);
                const bool isRoom = m_plan.contains(other) || other == QStringLiteral("apps");
                if (isRoom && other != room && !m_plan.value(room).contains(other))
                    strays += file.at(hit.capturedStart(1)) + QStringLiteral(" -> ") + other;
            }
        }
        verifyNone(strays);
    }

    void qmlImportsFollowThePlan()
    {
        const QHash<QString, QStringList> plan{
            {QStringLiteral("Theme"), {}},
            {QStringLiteral("Controls"), {QStringLiteral("Theme")}},
            {QStringLiteral("Pages"), {QStringLiteral("Theme"), QStringLiteral("Controls")}},
            {QStringLiteral("Wizard"), {QStringLiteral("Theme"), QStringLiteral("Controls")}},
            {QStringLiteral("Shell"),
             {QStringLiteral("Theme"),
              QStringLiteral("Controls"),
              QStringLiteral("Pages"),
              QStringLiteral("Wizard")}}};
        const QStringList stateful{
            QStringLiteral("Pages"), QStringLiteral("Wizard"), QStringLiteral("Shell")};
        static const QRegularExpression import(QStringLiteral("^import\\s+Latchkey\\.(\\w+)"),
                                               QRegularExpression::MultilineOption);
        QStringList strays;
        for (const SourceFile &file :
             sourceFiles({QStringLiteral("qml")}, {QStringLiteral("qml")})) {
            const QString module = roomOf(file.path);
            if (!plan.contains(module)) {
                strays += file.path + QStringLiteral(" is in a module that the plan does not know");
                continue;
            }
            for (auto match = import.globalMatch(file.text); match.hasNext();) {
                const auto hit = match.next();
                const QString other = hit.captured(1);
                // Whatever is no module of qml/ is the C++ half, seen by what has state.
                const bool allowed = plan.contains(other)
                                         ? other == module || plan.value(module).contains(other)
                                         : stateful.contains(module);
                if (!allowed)
                    strays += file.at(hit.capturedStart(1)) + QStringLiteral(" -> ") + other;
            }
        }
        verifyNone(strays);
    }

    void oneLibraryOneRoom_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QStringList>("rooms");
        const auto row = [](const char *name, const char *header, const char *rooms) {
            QTest::newRow(name) << QString::fromUtf8(header)
                                << QString::fromUtf8(rooms).split(u' ');
        };
        row("QtKeychain", "qt6keychain/|QKeychain", "vault");
        row("Network Auth", "QtNetworkAuth|Q(Abstract)?OAuth", "oauth");
        row("Sql", "QtSql|QSql", "ledger");
        row("SQLite", "sqlite3\\.h", "ledger");
        row("OpenSSL", "openssl/", "crypto base");
        row("Argon2", "argon2", "crypto");
        row("libsodium", "sodium", "crypto");
        row("spdlog", "spdlog/", "base");
        row("toml++", "toml\\+\\+/|toml\\.hpp", "base");
        row("qrcodegen", "qrcodegen", "qr");
        row("zxcvbn", "zxcvbn", "authority");
        row("Quick and Qml", "QtQuick|QtQml|QQuick|QQml|QJSEngine|qqml", "desktop apps");
        row("Widgets",
            "QtWidgets|QApplication|QSystemTrayIcon|QMenu|QAction|QWidget|QMessageBox",
            "tray apps");
        row("Gui", "QtGui|QGuiApplication|QIcon|QClipboard|QPixmap|QWindow", "tray desktop apps");
        row("DBus", "QtDBus|QDBus", "tray vault agent apps");
        row("HTTP", "QNetworkAccessManager|QNetworkReply", "net");
        row("HTTP server", "QtHttpServer|QHttpServer|QAbstractHttpServer", "web");
        row("WebSockets", "QtWebSockets|QWebSocket", "web");
        row("Prometheus", "prometheus/", "web");
        row("Client", "latchkey/|latchkey\\.h", "client cli apps");
    }

    void oneLibraryOneRoom()
    {
        QFETCH(const QString, header);
        QFETCH(const QStringList, rooms);
        const QRegularExpression include(
            QStringLiteral("^\\s*#\\s*include\\s*[<\"](%1)[^>\"]*[>\"]").arg(header),
            QRegularExpression::MultilineOption);
        QStringList strays;
        for (const SourceFile &file : m_product) {
            if (!rooms.contains(roomOf(file.path)))
                strays += file.places(include, file.text);
        }
        verifyNone(strays);
    }

    //! The command line is called a hundred times a minute, and the client is for other programs:
    //! no Qt, and nothing that costs time before main().
    void plainRoomsKnowNoQt()
    {
        static const QRegularExpression include(
            QStringLiteral("^\\s*#\\s*include\\s*<(Q|Qt|iostream|fstream|sstream|regex|locale)\\b?"
                           "[A-Za-z/]*>"),
            QRegularExpression::MultilineOption);
        QStringList strays;
        for (const SourceFile &file : m_product) {
            const QString room = roomOf(file.path);
            if (room == QStringLiteral("client") || room == QStringLiteral("cli"))
                strays += file.places(include, file.text);
        }
        verifyNone(strays);
    }

    //! GCC 12 destroys a braced or captured temporary twice when it is an argument inside co_await
    //! (also github.com/equeim/tremotesf2/pull/551). Name it first, then await.
    void awaitsOnlyNamedArguments()
    {
        QStringList strays;
        for (const SourceFile &file : m_all)
            strays += unnamedAwaits(file);
        verifyNone(strays);
    }

    //! The compiler warns about an unread task only where the function says [[nodiscard]].
    void noTaskIsForgotten()
    {
        QHash<QString, QString> headers;
        for (const SourceFile &file : m_product) {
            if (file.path.endsWith(QStringLiteral(".h")))
                headers.insert(file.path.chopped(2), file.code);
        }
        QStringList strays;
        for (const SourceFile &file : m_product) {
            const bool source = file.path.endsWith(QStringLiteral(".cpp"));
            strays +=
                forgettableTasks(file, source ? headers.value(file.path.chopped(4)) : QString());
        }
        verifyNone(strays);
    }

    void filesAreShort()
    {
        QStringList strays;
        for (const SourceFile &file : m_all) {
            const qsizetype lines = file.text.count(u'\n');
            if (lines > 500)
                strays += QStringLiteral("%1: %2 lines").arg(file.path).arg(lines);
        }
        verifyNone(strays);
    }

    //! Qt's own are Qt's business.
    void thereIsNoLocator()
    {
        static const QRegularExpression locator(QStringLiteral(
            "\\b(?!Q[A-Z])\\w+::(globalI|i)nstance\\s*\\(|(->|\\.)(globalI|i)nstance\\s*\\("
            "|\\bstatic\\b[^;=({]*\\b(globalI|i)nstance\\s*\\("));
        QStringList strays;
        for (const SourceFile &file : m_product)
            strays += file.places(locator, file.code);
        verifyNone(strays);
    }

    void everyFileNamesItsLicence()
    {
        QStringList strays;
        for (const SourceFile &file : m_all) {
            if (!file.text.left(300).contains(QStringLiteral("SPDX-License-Identifier: ")))
                strays += file.path;
        }
        verifyNone(strays);
    }

    void everyHeaderIsReadOnce()
    {
        QStringList strays;
        for (const SourceFile &file : m_all) {
            if (file.path.endsWith(QStringLiteral(".h"))
                && !file.text.contains(QStringLiteral("\n#pragma once\n")))
                strays += file.path;
        }
        verifyNone(strays);
    }

    //! Words that name a drawer instead of a thing.
    void namesSayWhatAThingIs()
    {
        static const QRegularExpression fileName(
            QStringLiteral("(^|/)[^/]*(utils?|helpers?|manager|misc|stuff)\\.\\w+$|impl\\.\\w+$"));
        static const QRegularExpression className(
            QStringLiteral(
                "^(class|struct)\\s+(\\w*(Utils?|Helpers?|Manager|Impl))\\b(?=[^;]*\\{)"),
            QRegularExpression::MultilineOption);
        // TokenManager is the plan's own word for the service that keeps tokens fresh.
        const QStringList plannedNames{QStringLiteral("tokenmanager")};
        QStringList strays;
        for (const SourceFile &file : m_all) {
            const QString stem = file.path.section(u'/', -1).section(u'.', 0, 0);
            if (plannedNames.contains(stem) || plannedNames.contains(stem.section(u'_', 1)))
                continue;
            if (fileName.match(file.path).hasMatch())
                strays += file.path;
            strays += file.places(className, file.code);
        }
        verifyNone(strays);
    }

    void nothingIsLeftForLater()
    {
        // Put together here, so that this file does not break its own rule.
        const QString words = QStringLiteral("TO") + QStringLiteral("DO|FIX")
                              + QStringLiteral("ME|XX") + QStringLiteral("X|HA")
                              + QStringLiteral("CK|[Nn]ot imple") + QStringLiteral("mented");
        const QRegularExpression later(QStringLiteral("\\b(%1)\\b").arg(words));
        QStringList strays;
        for (const SourceFile &file : m_all)
            strays += file.places(later, file.text);
        verifyNone(strays);
    }

    //! A line without a category cannot be filtered, and bypasses nobody's redactor by accident.
    void logLinesHaveACategory()
    {
        static const QRegularExpression bare(
            QStringLiteral("\\bq(Debug|Info|Warning|Critical)\\s*\\(|\\bstd::(cout|cerr)\\b"));
        QStringList strays;
        for (const SourceFile &file : m_product) {
            if (roomOf(file.path) != QStringLiteral("apps"))
                strays += file.places(bare, file.code);
        }
        verifyNone(strays);
    }

    void nobodySleeps()
    {
        static const QRegularExpression sleep(
            QStringLiteral("\\b(qSleep|QThread::[mu]?sleep|sleep_for|sleep_until|usleep)\\s*\\("));
        QStringList strays;
        for (const SourceFile &file : m_all)
            strays += file.places(sleep, file.code);
        verifyNone(strays);
    }

    //! A visible text that is no qsTr() stays English for ever.
    void visibleWordsAreTranslated()
    {
        static const QRegularExpression bare(
            QStringLiteral("\\b(text|title|placeholderText|description|label|hint|name)\\s*:\\s*"
                           "\"(?!Latchkey\")[^\"]*[A-Za-z]{3,}[^\"]* [^\"]*\""));
        QStringList strays;
        for (const SourceFile &file : sourceFiles({QStringLiteral("qml")}, {QStringLiteral("qml")}))
            strays += file.places(bare, file.text);
        verifyNone(strays);
    }

    void onlyRoomsAreInTheHouse()
    {
        const QStringList files =
            QDir(QStringLiteral(SOURCE_ROOT "/src")).entryList(QDir::Files, QDir::Name);
        QCOMPARE(files,
                 (QStringList{QStringLiteral("CMakeLists.txt"), QStringLiteral("README.md")}));
    }

    void everyRoomHasItsParagraph()
    {
        QFile file(QStringLiteral(SOURCE_ROOT "/src/README.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QStringList strays;
        for (auto room = m_plan.cbegin(); room != m_plan.cend(); ++room) {
            if (!text.contains(QStringLiteral("\n**%1/**").arg(room.key())))
                strays += room.key();
        }
        verifyNone(strays);
    }

private:
    static void verifyNone(const QStringList &strays)
    {
        QVERIFY2(strays.isEmpty(), qPrintable(u'\n' + strays.join(u'\n')));
    }

    QHash<QString, QSet<QString>> m_plan;
    QList<SourceFile> m_product;
    QList<SourceFile> m_all;
};

QTEST_GUILESS_MAIN(HouseTest)
#include "tst_house.moc"
