// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "qr/code.h"
#include "support/verifyresult.h"

class CodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasItsThreeFinders()
    {
        const auto code = qr::Code::encode("otpauth://totp/Latchkey:ada?secret=JBSWY3DPEHPK3PXP");

        VERIFY_RESULT(code);
        const int last = code->side() - 1;
        // A finder is a dark ring of seven around a light one.
        QVERIFY(code->isDark(0, 0) && code->isDark(6, 6) && !code->isDark(1, 1));
        QVERIFY(code->isDark(last, 0) && !code->isDark(last - 1, 1));
        QVERIFY(code->isDark(0, last) && !code->isDark(1, last - 1));
        QVERIFY(!code->isDark(-1, 0) && !code->isDark(0, last + 1));
    }

    void refusesWhatDoesNotFit()
    {
        VERIFY_ERROR(qr::Code::encode(QByteArray(5000, 'a')), base::ErrorCode::InvalidInput);
        VERIFY_ERROR(qr::Code::encode(""), base::ErrorCode::InvalidInput);
    }

    void escapesTheLabelOfThePicture()
    {
        const auto code = qr::Code::encode("x");
        VERIFY_RESULT(code);

        const QString svg = code->toSvg(QStringLiteral("\"><script>"));

        QVERIFY(svg.startsWith(QStringLiteral("<svg ")));
        QVERIFY(svg.contains(QStringLiteral("&quot;&gt;&lt;script&gt;")));
        QVERIFY(!svg.contains(QStringLiteral("style")));
    }
};

QTEST_GUILESS_MAIN(CodeTest)
#include "tst_code.moc"
