// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "core/services.h"

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <optional>

namespace tray {
class AccountVerbs;
} // namespace tray

namespace desktop {

//! Everything about one account, for the drawer.
class AccountDetails : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the page by the application.")
    Q_PROPERTY(State state READ state NOTIFY changed)
    //! What went wrong or was done last, for people; "" when there is nothing to say.
    Q_PROPERTY(QString message READ message NOTIFY messageChanged)
    //! What would help against it: "", "sign_in", "unlock", "retry", "settings".
    Q_PROPERTY(QString action READ action NOTIFY messageChanged)
    Q_PROPERTY(QString actionLabel READ actionLabel NOTIFY messageChanged)
    Q_PROPERTY(bool messageIsTrouble READ messageIsTrouble NOTIFY messageChanged)

    Q_PROPERTY(QString accountKey READ accountKey NOTIFY changed)
    Q_PROPERTY(QString service READ service NOTIFY changed)
    Q_PROPERTY(QString account READ account NOTIFY changed)
    Q_PROPERTY(QString letters READ letters NOTIFY changed)
    Q_PROPERTY(int tone READ tone NOTIFY changed)
    Q_PROPERTY(QString identity READ identity NOTIFY changed)
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    Q_PROPERTY(QString standing READ standing NOTIFY changed)
    Q_PROPERTY(QString when READ when NOTIFY changed)
    //! "16:24" or "14 December"; "" without an end.
    Q_PROPERTY(QString until READ until NOTIFY changed)
    //! Whether the bar of its life can be drawn.
    Q_PROPERTY(bool lifeKnown READ lifeKnown NOTIFY changed)
    //! What is left of its life, 0..1.
    Q_PROPERTY(qreal remaining READ remaining NOTIFY changed)
    //! Where it is refreshed and where we warn, as fractions that are left; below 0: no mark.
    Q_PROPERTY(qreal refreshAt READ refreshAt NOTIFY changed)
    Q_PROPERTY(qreal warnAt READ warnAt NOTIFY changed)
    Q_PROPERTY(QString refreshWords READ refreshWords NOTIFY changed)
    Q_PROPERTY(QString warnWords READ warnWords NOTIFY changed)

    Q_PROPERTY(QString issued READ issued NOTIFY changed)
    Q_PROPERTY(QString refreshToken READ refreshToken NOTIFY changed)
    Q_PROPERTY(QString issuer READ issuer NOTIFY changed)
    Q_PROPERTY(QString client READ client NOTIFY changed)
    Q_PROPERTY(QString keptIn READ keptIn NOTIFY changed)
    Q_PROPERTY(QString added READ added NOTIFY changed)
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed)
    Q_PROPERTY(QStringList scopes READ scopes NOTIFY changed)
    Q_PROPERTY(QStringList labels READ labels NOTIFY changed)
    Q_PROPERTY(QStringList references READ references NOTIFY changed)
    //! Who had it lately: maps of icon, name, what, at, outcome.
    Q_PROPERTY(QVariantList recent READ recent NOTIFY recentChanged)

    Q_PROPERTY(bool canCopy READ canCopy NOTIFY changed)
    Q_PROPERTY(bool canRefresh READ canRefresh NOTIFY changed)
    Q_PROPERTY(bool canSignIn READ canSignIn NOTIFY changed)
    //! The warning times in force, longest first: "24h", "1h", "5m".
    Q_PROPERTY(QStringList warnBefore READ warnBefore NOTIFY changed)
    //! Whether they are the account's own.
    Q_PROPERTY(bool warnBeforeIsOwn READ warnBeforeIsOwn NOTIFY changed)
    //! The end that a person gave to an API key, "2026-12-31"; "" for none.
    Q_PROPERTY(QString expires READ expires NOTIFY changed)
    //! What happens when a program asks for it: "default", "ask", "allow", "deny".
    Q_PROPERTY(QString consent READ consent NOTIFY changed)
    Q_PROPERTY(bool canSetExpires READ canSetExpires NOTIFY changed)

public:
    //! Nothing open; shown; shown while a verb is under way.
    enum class State { Closed, Shown, Busy };
    Q_ENUM(State)

    struct Needs
    {
        core::AccountService &accounts;
        core::TokenService &tokens;
        core::StoreService &store;
        core::ActivityService &activity;
        const base::Clock &clock;
        tray::AccountVerbs &verbs;
        std::function<QList<std::chrono::seconds>()> generalWarnBefore;
    };

    explicit AccountDetails(Needs needs, QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString message() const { return m_message; }
    [[nodiscard]] QString action() const { return m_action; }
    [[nodiscard]] QString actionLabel() const { return m_actionLabel; }
    [[nodiscard]] bool messageIsTrouble() const { return m_trouble; }
    [[nodiscard]] QString accountKey() const;
    [[nodiscard]] QString service() const;
    [[nodiscard]] QString account() const;
    [[nodiscard]] QString letters() const;
    [[nodiscard]] int tone() const;
    [[nodiscard]] QString identity() const;
    [[nodiscard]] QString kind() const;
    [[nodiscard]] QString standing() const;
    [[nodiscard]] QString when() const;
    [[nodiscard]] QString until() const;
    [[nodiscard]] bool lifeKnown() const;
    [[nodiscard]] qreal remaining() const;
    [[nodiscard]] qreal refreshAt() const;
    [[nodiscard]] qreal warnAt() const;
    [[nodiscard]] QString refreshWords() const;
    [[nodiscard]] QString warnWords() const;
    [[nodiscard]] QString issued() const;
    [[nodiscard]] QString refreshToken() const;
    [[nodiscard]] QString issuer() const;
    [[nodiscard]] QString client() const;
    [[nodiscard]] QString keptIn() const;
    [[nodiscard]] QString added() const;
    [[nodiscard]] QString trouble() const;
    [[nodiscard]] QStringList scopes() const;
    [[nodiscard]] QStringList labels() const;
    [[nodiscard]] QStringList references() const;
    [[nodiscard]] QVariantList recent() const { return m_recent; }
    [[nodiscard]] bool canCopy() const;
    [[nodiscard]] bool canRefresh() const;
    [[nodiscard]] bool canSignIn() const;
    [[nodiscard]] QStringList warnBefore() const;
    [[nodiscard]] bool warnBeforeIsOwn() const;
    [[nodiscard]] QString expires() const;
    [[nodiscard]] bool canSetExpires() const;
    [[nodiscard]] QString consent() const;

    //! Whether anybody looks: without, no timer runs.
    void setActive(bool active);
    //! Says everything anew, in another language.
    void retranslate()
    {
        read();
        readRecent();
    }

    //! Opens the drawer for the account.
    Q_INVOKABLE void show(const QString &accountKey);
    Q_INVOKABLE void close();
    Q_INVOKABLE void copyToken();
    Q_INVOKABLE void copyText(const QString &text);
    Q_INVOKABLE void refresh();
    Q_INVOKABLE void remove();
    //! Asks for the wizard: signInRequested() follows.
    Q_INVOKABLE void signInAgain();
    //! Own warning times ("24h", "1h", "5m"); an empty list: the setting's again.
    Q_INVOKABLE void setWarnBefore(const QStringList &spans);
    Q_INVOKABLE void setIdentity(const QString &identity);
    Q_INVOKABLE void setLabels(const QStringList &labels);
    //! "2026-12-31", or "" for none.
    Q_INVOKABLE void setExpires(const QString &date);
    //! "default", "ask", "allow", "deny".
    Q_INVOKABLE void setConsent(const QString &policy);
    Q_INVOKABLE void dismissMessage();
    //! Does what the message's button says.
    Q_INVOKABLE void act();

Q_SIGNALS:
    void changed();
    void recentChanged();
    void messageChanged();
    void signInRequested(const QString &accountKey);
    void acted(const QString &action, const QString &accountKey);
    //! The account that was shown is gone; the drawer has closed.
    void closed();

private:
    void read();
    void readFacts();
    void readRecent();
    void change(const core::Account &account);
    void say(const QString &message, const QString &action = {}, const QString &label = {});
    void complain(const base::Error &error);
    void schedule();
    [[nodiscard]] QDateTime warnsAt() const;

    Needs m_needs;
    base::Subscription m_changed;
    base::Subscription m_reset;
    base::Subscription m_appended;
    State m_state = State::Closed;
    core::AccountId m_id;
    std::optional<core::AccountView> m_view;
    std::optional<core::TokenSet> m_facts;
    QVariantList m_recent;
    QString m_message;
    QString m_action;
    QString m_actionLabel;
    bool m_trouble = false;
    bool m_active = false;
    int m_epoch = 0; //!< an answer for an account that is no longer shown is dropped
    QTimer m_tick;
};

} // namespace desktop
