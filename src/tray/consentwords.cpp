// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/consentwords.h"

#include "core/consent.h"
#include "tray/programwords.h"

namespace tray {

namespace {

bool isConsent(core::AuditKind kind)
{
    return kind == core::AuditKind::ConsentGiven || kind == core::AuditKind::ConsentRefused
           || kind == core::AuditKind::ConsentRevoked;
}

//! What decided, in the record's word and for people.
struct Reason
{
    const char *word;
    const char *said;
};

constexpr Reason reasons[]{
    {"once", QT_TRANSLATE_NOOP("tray::ConsentWords", "once")},
    {"session", QT_TRANSLATE_NOOP("tray::ConsentWords", "this session")},
    {"hours", QT_TRANSLATE_NOOP("tray::ConsentWords", "for hours")},
    {"always", QT_TRANSLATE_NOOP("tray::ConsentWords", "always")},
    {"person", QT_TRANSLATE_NOOP("tray::ConsentWords", "you said no")},
    {"policy", QT_TRANSLATE_NOOP("tray::ConsentWords", "by the setting")},
    {"rule", QT_TRANSLATE_NOOP("tray::ConsentWords", "by a rule")},
    {"refused_before", QT_TRANSLATE_NOOP("tray::ConsentWords", "you said no before")},
    {"paused", QT_TRANSLATE_NOOP("tray::ConsentWords", "questions were paused")},
    {"silence", QT_TRANSLATE_NOOP("tray::ConsentWords", "nobody answered")},
    {"nobody", QT_TRANSLATE_NOOP("tray::ConsentWords", "nobody could answer")},
    {"flood", QT_TRANSLATE_NOOP("tray::ConsentWords", "too many questions")},
    {"locked", QT_TRANSLATE_NOOP("tray::ConsentWords", "the store was locked")},
    {"revoked", QT_TRANSLATE_NOOP("tray::ConsentWords", "it has to ask again")},
    {"end_changed", QT_TRANSLATE_NOOP("tray::ConsentWords", "another end")},
    {"account_removed", QT_TRANSLATE_NOOP("tray::ConsentWords", "the account is gone")},
};

} // namespace

QString ConsentWords::deed(const core::AuditEvent &event)
{
    const QStringList parts = event.detail.split(QLatin1String("; "));
    const QString wish = parts.value(2);
    // Here, too, the program is who it is about; whoever took it back stands behind.
    if (event.kind == core::AuditKind::ConsentRevoked)
        return parts.value(0) == QLatin1String("end_changed") ? tr("may have it until another day")
                                                              : tr("lost its approval");
    const bool given = event.kind == core::AuditKind::ConsentGiven;
    if (wish == nameOf(core::Wish::Change))
        return given ? tr("was allowed to change it") : tr("was not allowed to change it");
    if (wish == nameOf(core::Wish::Remove))
        return given ? tr("was allowed to remove it") : tr("was not allowed to remove it");
    return given ? tr("was allowed the token") : tr("was denied the token");
}

QString ConsentWords::detail(const core::AuditEvent &event)
{
    if (!isConsent(event.kind))
        return {};
    const QStringList parts = event.detail.split(QLatin1String("; "));
    QString words = ProgramWords::plain(parts.value(0));
    for (const Reason &reason : reasons) {
        if (words == QLatin1String(reason.word))
            words = tr(reason.said);
    }
    if (!words.isEmpty())
        words.front() = words.front().toUpper();
    // Of an interpreter and its script, the script is what somebody wrote.
    QString path = parts.value(1);
    const auto script = path.indexOf(QLatin1String(" /"));
    path = ProgramWords::path(script > 0 ? path.mid(script + 1) : path);
    return path.isEmpty() ? words : tr("%1 · %2", "reason and path").arg(words, path);
}

} // namespace tray
