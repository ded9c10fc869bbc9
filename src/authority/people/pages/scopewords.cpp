// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/pages/scopewords.h"

namespace authority {

QList<markup::Row> scopeRows(const QStringList &scopes, const PageLanguage &in)
{
    QList<markup::Row> rows;
    for (const QString &scope : scopes) {
        markup::Row row;
        const auto say = [&](const char *icon, const QString &title, const QString &remark = {}) {
            row.icon = markup::icon(QString::fromLatin1(icon));
            row.title = title;
            row.remark = remark;
        };
        if (scope == QLatin1String("openid"))
            say("user", in.translate("authority", "Know that it is you"));
        else if (scope == QLatin1String("profile"))
            say("app", in.translate("authority", "See your name and your roles"));
        else if (scope == QLatin1String("email"))
            say("mail", in.translate("authority", "See your e-mail address"));
        else if (scope == QLatin1String("offline_access"))
            say("clock",
                in.translate("authority", "Stay signed in while you are away"),
                in.translate("authority", "Until you end it on your account page."));
        else if (scope == QLatin1String("admin"))
            say("shield",
                in.translate("authority", "Administer this authority in your name"),
                in.translate("authority",
                             "People, sessions, keys and clients, as far as you may."));
        else if (scope == QLatin1String("policy"))
            say("shield", in.translate("authority", "Ask what policies allow"));
        else {
            say("key", scope);
            row.end = markup::tag(in.translate("authority", "its own"));
        }
        rows.append(row);
    }
    return rows;
}

} // namespace authority
