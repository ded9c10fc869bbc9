// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "policy/request.h"

#include <QByteArrayView>

#include <memory>

namespace policy {

//! The entities that policies know of; immutable and cheap to copy.
class EntityStore
{
public:
    EntityStore();

    //! Reads Cedar's entities JSON: [{"uid", "attrs", "parents", "tags"}, …]. InvalidInput names
    //! \a name and the entity: a value that Cedar does not have, the same uid twice, a circle.
    [[nodiscard]] static base::Result<EntityStore> parse(QByteArrayView json, const QString &name);
    //! The same from values.
    [[nodiscard]] static base::Result<EntityStore> from(QList<Entity> entities,
                                                        const QString &name = {});

    [[nodiscard]] const QList<Entity> &entities() const { return *m_entities; }

private:
    std::shared_ptr<const QList<Entity>> m_entities;
};

} // namespace policy
