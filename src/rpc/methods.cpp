// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/methods.h"

#include "rpc/methods/subjects.h"

namespace rpc {

void MethodTable::add(QList<Method> methods)
{
    for (Method &method : methods) {
        Q_ASSERT_X(!m_places.contains(method.name), "rpc::MethodTable", qPrintable(method.name));
        m_places.insert(method.name, m_methods.size());
        m_methods.append(std::move(method));
    }
}

const Method *MethodTable::find(const QString &name) const
{
    const auto place = m_places.constFind(name);
    return place == m_places.constEnd() ? nullptr : &m_methods[*place];
}

MethodTable allMethods()
{
    MethodTable table;
    table.add(tokenMethods());
    table.add(accountMethods());
    table.add(signInMethods());
    table.add(referenceMethods());
    table.add(sopsMethods());
    table.add(doctorMethods());
    table.add(statusMethods());
    table.add(lockMethods());
    table.add(storeMethods());
    table.add(topicMethods());
    table.add(auditMethods());
    table.add(consentMethods());
    table.add(configMethods());
    return table;
}

} // namespace rpc
