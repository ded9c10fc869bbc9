// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/notice.h"

#include "tray/erroraction.h"

namespace desktop {

void Notice::tell(const QString &text, const QString &detail, const QString &accountKey)
{
    m_kind = Kind::Done;
    m_text = text;
    m_detail = detail;
    m_action.clear();
    m_actionLabel.clear();
    m_accountKey = accountKey;
    Q_EMIT changed();
}

void Notice::complain(const base::Error &error, const QString &accountKey)
{
    // What a person stopped needs no telling.
    if (error.code == base::ErrorCode::Cancelled)
        return;
    const tray::ErrorAction action = tray::errorAction(error.code);
    m_kind = Kind::Trouble;
    m_text = error.message.isEmpty() ? action.title : error.message;
    m_detail = error.remedy;
    m_action = action.key;
    m_actionLabel = action.label;
    m_accountKey = accountKey;
    Q_EMIT changed();
}

void Notice::dismiss()
{
    if (m_kind == Kind::None)
        return;
    m_kind = Kind::None;
    m_text.clear();
    m_detail.clear();
    m_action.clear();
    m_actionLabel.clear();
    m_accountKey.clear();
    Q_EMIT changed();
}

void Notice::act()
{
    const QString action = m_action;
    const QString accountKey = m_accountKey;
    dismiss();
    if (!action.isEmpty())
        Q_EMIT acted(action, accountKey);
}

} // namespace desktop
