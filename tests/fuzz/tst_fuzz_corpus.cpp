// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "targets.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using Target = void (*)(QByteArrayView);
Q_DECLARE_METATYPE(Target)

//! Feeds the committed corpus to every fuzzer's entry point; a check that fails aborts the run.
class FuzzCorpusTest : public QObject
{
    Q_OBJECT

    static void rows(const char *folder, Target target)
    {
        QDirIterator files(QStringLiteral(FUZZ_CORPUS "/") + QString::fromLatin1(folder),
                           QDir::Files);
        int count = 0;
        for (; files.hasNext(); ++count) {
            const QString path = files.next();
            QTest::addRow("%s/%s", folder, qPrintable(files.fileName())) << path << target;
        }
        QVERIFY2(count > 0, folder);
    }

private Q_SLOTS:
    void everySeedPasses_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<Target>("target");
        rows("callback_request", fuzz::callbackRequest);
        rows("token_reply", fuzz::tokenReply);
        rows("accounts_file", fuzz::accountsFile);
        rows("provider_file", fuzz::providerFile);
        rows("age_header", fuzz::ageHeader);
        rows("toml_edit", fuzz::tomlEdit);
        rows("redactor", fuzz::redactor);
        rows("request_head", fuzz::requestHead);
        rows("cedar_policy", fuzz::cedarPolicy);
        rows("reference", fuzz::reference);
        rows("vals_text", fuzz::valsText);
        rows("sops_reader", fuzz::sopsReader);
        rows("authorize_request", fuzz::authorizeRequest);
        rows("client_metadata", fuzz::clientMetadata);
        rows("client_proof", fuzz::clientProof);
        rows("rpc_request", fuzz::rpcRequest);
        rows("oidc_agent", fuzz::oidcAgentRequest);
        rows("consent_rule", fuzz::consentRule);
        rows("command_line", fuzz::commandLine);
        rows("git_request", fuzz::gitRequest);
        rows("dotenv", fuzz::dotenv);
        rows("template_text", fuzz::templateText);
        rows("mask", fuzz::mask);
    }
    void everySeedPasses()
    {
        QFETCH(const QString, path);
        QFETCH(const Target, target);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();

        target(bytes);

        // Cut off anywhere, and with any byte changed, it must not crash either.
        for (qsizetype i = 0; i < std::min<qsizetype>(bytes.size(), 600); ++i) {
            target(QByteArrayView(bytes).first(i));
            QByteArray changed = bytes;
            changed[i] = char(changed[i] ^ (1 << (i % 8)));
            target(changed);
        }
    }

    void everyTargetStandsNoiseAndNothing()
    {
        QByteArray noise(4096, '\0');
        quint32 state = 1;
        for (char &byte : noise) {
            state = state * 1664525u + 1013904223u;
            byte = char(state >> 24);
        }
        for (const Target target : {fuzz::callbackRequest,
                                    fuzz::tokenReply,
                                    fuzz::accountsFile,
                                    fuzz::providerFile,
                                    fuzz::ageHeader,
                                    fuzz::tomlEdit,
                                    fuzz::redactor,
                                    fuzz::cedarPolicy,
                                    fuzz::reference,
                                    fuzz::valsText,
                                    fuzz::sopsReader,
                                    fuzz::requestHead,
                                    fuzz::rpcRequest,
                                    fuzz::oidcAgentRequest}) {
            target({});
            target(noise);
        }
    }
};

QTEST_GUILESS_MAIN(FuzzCorpusTest)
#include "tst_fuzz_corpus.moc"
