// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace desktop {

//! One sentence at the top of the window about what has just happened; a new one takes the place
//! of the old.
class Notice : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Handed to the page by the application.")
    Q_PROPERTY(Kind kind READ kind NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(QString detail READ detail NOTIFY changed)
    //! "", "sign_in", "unlock", "retry", "settings"
    Q_PROPERTY(QString action READ action NOTIFY changed)
    Q_PROPERTY(QString actionLabel READ actionLabel NOTIFY changed)
    //! The account it is about; "" for none.
    Q_PROPERTY(QString accountKey READ accountKey NOTIFY changed)

public:
    enum class Kind { None, Done, Trouble };
    Q_ENUM(Kind)

    using QObject::QObject;

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QString detail() const { return m_detail; }
    [[nodiscard]] QString action() const { return m_action; }
    [[nodiscard]] QString actionLabel() const { return m_actionLabel; }
    [[nodiscard]] QString accountKey() const { return m_accountKey; }

    void tell(const QString &text, const QString &detail = {}, const QString &accountKey = {});
    void complain(const base::Error &error, const QString &accountKey = {});

    Q_INVOKABLE void dismiss();
    //! Does what the button says: acted() follows, and the notice goes.
    Q_INVOKABLE void act();

Q_SIGNALS:
    void changed();
    void acted(const QString &action, const QString &accountKey);

private:
    Kind m_kind = Kind::None;
    QString m_text;
    QString m_detail;
    QString m_action;
    QString m_actionLabel;
    QString m_accountKey;
};

} // namespace desktop
