// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/authority.h"
#include "desktop/answertime.h"

#include <QHash>
#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace desktop {

//! The question that waits longest for the person: who wants to sign them in, and what it learns.
//! Silence denies.
class ApprovalView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the page by the application.")
    //! "" when nobody asks.
    Q_PROPERTY(QString questionId READ questionId NOTIFY changed)
    Q_PROPERTY(QString clientName READ clientName NOTIFY changed)
    Q_PROPERTY(QString clientId READ clientId NOTIFY changed)
    Q_PROPERTY(QString letters READ letters NOTIFY changed)
    Q_PROPERTY(int tone READ tone NOTIFY changed)
    Q_PROPERTY(QString user READ user NOTIFY changed)
    //! What the page in the browser shows, too: whose browser asks. "" when there is no page.
    Q_PROPERTY(QString number READ number NOTIFY changed)
    //! "It learns…", one thing a line: maps of icon and text.
    Q_PROPERTY(QVariantList grants READ grants NOTIFY changed)
    //! "It returns to": a host, or in words that it shows a code.
    Q_PROPERTY(QString returnsTo READ returnsTo NOTIFY changed)
    //! "has never asked", "allowed before"
    Q_PROPERTY(QString before READ before NOTIFY changed)
    Q_PROPERTY(Doubt doubt READ doubt NOTIFY changed)
    //! How many wait, this one included.
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY ticked)
    //! "Denied in 52 s"
    Q_PROPERTY(QString timeLeft READ timeLeft NOTIFY ticked)
    Q_PROPERTY(qreal fractionLeft READ fractionLeft NOTIFY ticked)

public:
    //! None: known or Latchkey's own. New: never asked before. Stranger: it registered itself.
    enum class Doubt { None, New, Stranger };
    Q_ENUM(Doubt)

    ApprovalView(core::AuthorityService &authority,
                 const base::Clock &clock,
                 QObject *parent = nullptr);

    [[nodiscard]] QString questionId() const { return m_question.id; }
    [[nodiscard]] QString clientName() const;
    [[nodiscard]] QString clientId() const { return m_question.clientId; }
    [[nodiscard]] QString letters() const;
    [[nodiscard]] int tone() const;
    [[nodiscard]] QString user() const { return m_question.user; }
    [[nodiscard]] QString number() const { return m_question.number; }
    [[nodiscard]] QVariantList grants() const;
    [[nodiscard]] QString returnsTo() const;
    [[nodiscard]] QString before() const;
    [[nodiscard]] Doubt doubt() const;
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] int secondsLeft() const { return m_time.secondsLeft(); }
    [[nodiscard]] QString timeLeft() const { return m_time.words(); }
    [[nodiscard]] qreal fractionLeft() const { return m_time.fractionLeft(); }

    //! Whether the window is on the screen: without, nothing here wakes up.
    void setActive(bool active) { m_time.setActive(active); }
    //! Says everything anew, in another language.
    void retranslate() { Q_EMIT changed(); }

    Q_INVOKABLE void allow();
    Q_INVOKABLE void deny();
    //! Denies all that wait: the window was closed.
    Q_INVOKABLE void denyAll();

Q_SIGNALS:
    void changed();
    //! Another question is in front now.
    void asked();
    void ticked();
    //! Nobody asks any more.
    void settled();

private:
    void look();

    core::AuthorityService &m_authority;
    const base::Clock &m_clock;
    base::Subscription m_changed;
    core::ApprovalQuestion m_question;
    QHash<QString, QDateTime> m_firstSeen;
    int m_count = 0;
    AnswerTime m_time;
};

} // namespace desktop
