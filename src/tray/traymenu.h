// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/authority.h"
#include "core/consent.h"
#include "core/services.h"
#include "tray/traypicture.h"

#include <QMenu>
#include <QTimer>

#include <memory>

namespace tray {

class AccountVerbs;

//! The menu of the tray icon: what needs a person, copying, every service, the window's doors.
//! It stays small however many accounts there are: what does not fit is behind "More…".
class TrayMenu : public QObject
{
    Q_OBJECT

public:
    struct Needs
    {
        core::AccountService &accounts;
        core::LockService &lock;
        core::ConsentService &consent;
        core::AuthorityService &authority;
        const base::Clock &clock;
        AccountVerbs &verbs;
    };

    //! How many of each the menu shows.
    static constexpr int mostAsking = 5;
    static constexpr int mostNeedy = 5;
    static constexpr int mostLastUsed = 5;
    static constexpr int mostServices = 12;
    static constexpr int mostOfService = 8;

    explicit TrayMenu(Needs needs, QObject *parent = nullptr);
    ~TrayMenu() override;

    [[nodiscard]] QMenu *menu() const { return m_menu.get(); }
    //! The first line, which says how all stand; also the tip's words.
    [[nodiscard]] QString summary() const { return m_summary; }
    [[nodiscard]] TrayState worst() const { return m_worst; }
    //! Menus on dark grounds have light icons.
    void setGround(PanelGround ground);
    //! Says everything anew, in another language.
    void retranslate();

Q_SIGNALS:
    //! The worst state or the summary may have changed.
    void rebuilt();
    void openRequested();
    void addRequested();
    void settingsRequested();
    void accountRequested(const QString &accountKey);
    void signInRequested(const QString &accountKey);
    void unlockRequested();
    //! Somebody waits to be allowed: show who.
    void approvalRequested();
    //! A program waits for an answer: show which.
    void consentRequested();
    void lockRequested();
    void quitRequested();

private:
    void rebuildSoon();
    void rebuild();
    void build(const QList<core::AccountView> &views);
    void freshen();
    [[nodiscard]] std::size_t shapeOf(const QList<core::AccountView> &views) const;
    void addConsent();
    void addApproval();
    void addPause();
    [[nodiscard]] bool isPaused() const;
    void addSummary(const QList<core::AccountView> &views);
    void addLastUsed(const QList<core::AccountView> &views);
    void addServices(const QList<core::AccountView> &views);
    void addDoors();
    void addAccount(QMenu *menu, const core::AccountView &view);
    void addMore(QMenu *menu);
    [[nodiscard]] QString stateWords(const core::AccountView &view) const;
    [[nodiscard]] QString needWords(const core::AccountView &view) const;
    [[nodiscard]] QIcon glyph(core::Standing standing);

    //! A line whose words grow old.
    struct Aging
    {
        QAction *action;
        core::AccountId account;
        bool needs; //!< needWords() instead of stateWords()
    };

    Needs m_needs;
    base::Subscription m_changed;
    base::Subscription m_reset;
    base::Subscription m_locked;
    base::Subscription m_asked;
    base::Subscription m_programAsked;
    std::unique_ptr<QMenu> m_menu;
    QList<Aging> m_aging;
    QString m_summary;
    TrayState m_worst = TrayState::Ok;
    PanelGround m_ground = PanelGround::Light;
    std::size_t m_shape = 0; //!< of what the lines are made from, times left out
    bool m_stale = false;
    bool m_pauseShown = false; //!< the menu says that questions are paused
    QHash<int, QIcon> m_glyphs; //!< by standing
    QTimer m_soon;
};

} // namespace tray
