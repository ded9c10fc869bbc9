// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/consent.h"
#include "core/services.h"
#include "desktop/answertime.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace desktop {

//! The program that waits longest for the person's answer: who it is, what it wants, and for how
//! long it may. Silence denies.
class ConsentView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the page by the application.")
    //! "" when nobody asks.
    Q_PROPERTY(QString questionId READ questionId NOTIFY changed)
    Q_PROPERTY(QString program READ program NOTIFY changed)
    Q_PROPERTY(QString icon READ icon NOTIFY changed)
    //! The account's mark.
    Q_PROPERTY(QString letters READ letters NOTIFY changed)
    Q_PROPERTY(int tone READ tone NOTIFY changed)
    Q_PROPERTY(Wish wish READ wish NOTIFY changed)
    //! "git wants the token of github/work"
    Q_PROPERTY(QString title READ title NOTIFY changed)
    //! "It can then act as maria@acme.dev on GitHub."
    Q_PROPERTY(QString consequence READ consequence NOTIFY changed)
    //! Who asks, one thing a line: maps of label, value, mono and mark ("", "good", "doubt").
    Q_PROPERTY(QVariantList proof READ proof NOTIFY changed)
    //! Why it is asked again and what speaks against it, or "".
    Q_PROPERTY(QString warning READ warning NOTIFY changed)
    //! Nobody vouches for it, or it has changed.
    Q_PROPERTY(bool doubtful READ isDoubtful NOTIFY changed)
    //! The longest span that can be chosen.
    Q_PROPERTY(Span longest READ longest NOTIFY changed)
    //! What each span means, in the order of Span.
    Q_PROPERTY(QStringList spanSentences READ spanSentences NOTIFY changed)
    //! What the button says for each span.
    Q_PROPERTY(QStringList allowWords READ allowWords NOTIFY changed)
    //! How many wait, this one included.
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY ticked)
    //! "Denied in 52 s"
    Q_PROPERTY(QString timeLeft READ timeLeft NOTIFY ticked)
    Q_PROPERTY(qreal fractionLeft READ fractionLeft NOTIFY ticked)
    //! Why the last answer did not hold, or "".
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    enum class Wish { Use, Change, Remove };
    Q_ENUM(Wish)
    enum class Span { Once, Session, Hours, Always };
    Q_ENUM(Span)

    ConsentView(core::ConsentService &consent,
                core::AccountService &accounts,
                const base::Clock &clock,
                QObject *parent = nullptr);

    [[nodiscard]] QString questionId() const { return m_question.id; }
    [[nodiscard]] QString program() const;
    [[nodiscard]] QString icon() const;
    [[nodiscard]] QString letters() const;
    [[nodiscard]] int tone() const;
    [[nodiscard]] Wish wish() const { return static_cast<Wish>(m_question.wish); }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString consequence() const;
    [[nodiscard]] QVariantList proof() const;
    [[nodiscard]] QString warning() const;
    [[nodiscard]] bool isDoubtful() const { return m_question.isDoubtful; }
    [[nodiscard]] Span longest() const;
    [[nodiscard]] QStringList spanSentences() const;
    [[nodiscard]] QStringList allowWords() const;
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] int secondsLeft() const { return m_time.secondsLeft(); }
    [[nodiscard]] QString timeLeft() const { return m_time.words(); }
    [[nodiscard]] qreal fractionLeft() const { return m_time.fractionLeft(); }
    [[nodiscard]] QString problem() const { return m_problem; }

    //! Whether the window is on the screen: without, nothing here wakes up.
    void setActive(bool active) { m_time.setActive(active); }
    //! Says everything anew, in another language.
    void retranslate() { Q_EMIT changed(); }

    Q_INVOKABLE void allow(desktop::ConsentView::Span span);
    //! Denies this one; the next that waits comes to the front.
    Q_INVOKABLE void deny();

Q_SIGNALS:
    void changed();
    //! Another question is in front now, or this one has become another.
    void asked();
    void ticked();
    //! Nobody asks any more.
    void settled();

private:
    void look();
    void answer(const core::ConsentAnswer &answer);
    [[nodiscard]] std::optional<core::AccountView> account() const;
    [[nodiscard]] QString packageWords() const;

    core::ConsentService &m_consent;
    core::AccountService &m_accounts;
    const base::Clock &m_clock;
    base::Subscription m_changed;
    core::ConsentQuestion m_question;
    int m_count = 0;
    QString m_problem;
    AnswerTime m_time;
};

} // namespace desktop
