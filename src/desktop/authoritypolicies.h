// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/authority.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace desktop {

//! The policies in force, and a place to ask them something.
class AuthorityPolicies : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the page by the application.")
    Q_PROPERTY(QString folder READ folder NOTIFY changed)
    Q_PROPERTY(QStringList files READ files NOTIFY changed)
    //! "4 policies in 2 files, read 3 h ago"
    Q_PROPERTY(QString words READ words NOTIFY changed)
    //! Why the newest files are not in force: "admin.cedar:12:7: …"; "" when they are.
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed)
    //! The files were wrong from the start: there is nothing before them to stay in force.
    Q_PROPERTY(bool denying READ isDenying NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    //! Whom a question is about at first: the owner of this desktop, `User::"…"`.
    Q_PROPERTY(QString owner READ owner NOTIFY ownerChanged)
    Q_PROPERTY(Verdict verdict READ verdict NOTIFY answered)
    //! Ids of the policies that decided.
    Q_PROPERTY(QStringList determining READ determining NOTIFY answered)
    //! Of the policies, or why the question could not be asked.
    Q_PROPERTY(QStringList errors READ errors NOTIFY answered)
    //! "in 14 µs"
    Q_PROPERTY(QString took READ took NOTIFY answered)

public:
    enum class Verdict { None, Allowed, Denied, Failed };
    Q_ENUM(Verdict)

    AuthorityPolicies(core::AuthorityService &authority,
                      const base::Clock &clock,
                      QObject *parent = nullptr);

    [[nodiscard]] QString folder() const { return m_status.folder; }
    [[nodiscard]] QStringList files() const { return m_status.files; }
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString trouble() const { return m_trouble; }
    [[nodiscard]] bool isDenying() const { return !trouble().isEmpty() && m_status.policies == 0; }
    [[nodiscard]] QString owner() const { return m_owner; }
    [[nodiscard]] bool isBusy() const { return m_busy > 0; }
    [[nodiscard]] Verdict verdict() const { return m_verdict; }
    [[nodiscard]] QStringList determining() const { return m_answer.determining; }
    [[nodiscard]] QStringList errors() const { return m_answer.errors; }
    [[nodiscard]] QString took() const;

    //! Says everything anew: another language, or time has passed.
    void retranslate();
    //! Asks how the policies stand.
    Q_INVOKABLE void reload();
    //! Reads the files again.
    Q_INVOKABLE void readAgain();
    Q_INVOKABLE void ask(const QString &principal,
                         const QString &action,
                         const QString &resource,
                         const QString &context);

Q_SIGNALS:
    void changed();
    void ownerChanged();
    void answered();
    void done(const QString &words);

private:
    void findOwner();

    core::AuthorityService &m_authority;
    const base::Clock &m_clock;
    core::PolicyStatus m_status;
    QString m_trouble;
    QString m_owner = QStringLiteral("User::\"ada\"");
    core::PolicyAnswer m_answer;
    Verdict m_verdict = Verdict::None;
    int m_busy = 0;
    int m_epoch = 0;
};

} // namespace desktop
