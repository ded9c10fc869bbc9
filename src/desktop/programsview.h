// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/programsmodel.h"

#include <QObject>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace desktop {

//! The page "Programs": who waits for an answer, what is remembered, and the pause.
class ProgramsView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the page by the application.")
    Q_PROPERTY(desktop::ProgramsModel *remembered READ remembered CONSTANT)
    //! Who waits: maps of questionId, icon, title and left ("denied in 52 s").
    Q_PROPERTY(QVariantList waiting READ waiting NOTIFY waitingChanged)
    Q_PROPERTY(int waitingCount READ waitingCount NOTIFY waitingChanged)
    Q_PROPERTY(bool paused READ isPaused NOTIFY pausedChanged)
    //! "until 16:42", or "".
    Q_PROPERTY(QString pausedUntil READ pausedUntil NOTIFY pausedChanged)

public:
    ProgramsView(core::ConsentService &consent,
                 core::AccountService &accounts,
                 const base::Clock &clock,
                 QObject *parent = nullptr);

    [[nodiscard]] ProgramsModel *remembered() const { return m_remembered; }
    [[nodiscard]] QVariantList waiting() const;
    [[nodiscard]] int waitingCount() const;
    [[nodiscard]] bool isPaused() const;
    [[nodiscard]] QString pausedUntil() const;

    //! Whether anybody looks: without, no timer runs.
    void setActive(bool active);
    //! Says everything anew, in another language.
    void retranslate();

    //! For an hour nobody is asked, and who would be is denied; or again as usual.
    Q_INVOKABLE void setPaused(bool paused);
    //! Brings the window with the questions to the front.
    Q_INVOKABLE void showQuestions() { Q_EMIT questionsRequested(); }

Q_SIGNALS:
    void waitingChanged();
    void pausedChanged();
    void questionsRequested();

private:
    void look();

    core::ConsentService &m_consent;
    core::AccountService &m_accounts;
    const base::Clock &m_clock;
    ProgramsModel *m_remembered;
    base::Subscription m_changed;
    bool m_active = false;
    QTimer m_tick;
};

} // namespace desktop
