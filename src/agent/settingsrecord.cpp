// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/settingsrecord.h"

#include "agent/recorder.h"
#include "core/actorscope.h"

#include <algorithm>

namespace agent {

SettingsRecord::SettingsRecord(base::Settings &settings, core::Audit &audit)
    : m_settings(settings)
    , m_audit(audit)
{
    m_onChange = m_settings.changed.subscribe([this](const QString &key) { write(key); });
}

void SettingsRecord::write(const QString &key)
{
    const QList<base::SettingSpec> &specs = m_settings.specs();
    const auto spec = std::find_if(
        specs.cbegin(), specs.cend(), [&key](const auto &each) { return each.key == key; });
    // Numbers and words of a list say what has happened; a free text may be anything.
    const bool isFree =
        spec == specs.cend() || spec->fallback.typeId() == QMetaType::QStringList
        || (spec->fallback.typeId() == QMetaType::QString && spec->choices.isEmpty());
    const QString detail = isFree ? key : QStringLiteral("%1 = %2").arg(key, m_settings.text(key));
    const QString actor = core::ActorScope::current();
    record(m_audit,
           core::AuditKind::SettingChanged,
           {},
           actor.isEmpty() ? QStringLiteral("latchkey") : actor,
           core::AuditOutcome::Done,
           detail);
}

} // namespace agent
