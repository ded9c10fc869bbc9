// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk/trustedproxies.h"

#include <QCoreApplication>

namespace apps {

base::Result<QList<web::Subnet>> trustedProxiesFrom(const QStringList &texts)
{
    QList<web::Subnet> proxies;
    for (const QString &text : texts) {
        const web::Subnet subnet = QHostAddress::parseSubnet(text);
        if (subnet.second < 0) {
            return base::fail(
                base::ErrorCode::InvalidInput,
                QCoreApplication::translate("apps", "“%1” is no address or network.").arg(text),
                QCoreApplication::translate("apps", "Give it as 10.0.0.5 or 10.0.0.0/24"));
        }
        proxies += subnet;
    }
    return proxies;
}

} // namespace apps
