// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/pages/formpostpage.h"

#include "authority/people/pages/markup.h"
#include "authority/people/pages/page.h"

namespace authority {

namespace {

const QByteArray script = QByteArrayLiteral("document.forms[0].submit()");

} // namespace

web::Response formPostPage(const WayBack &back,
                           const PageLanguage &language,
                           const QByteArray &site)
{
    Page page;
    page.title = language.translate("authority", "Going back");
    page.sentence =
        language.translate("authority", "You go back to %1. If nothing happens, press the button.")
            .arg(back.host);
    page.sign = Page::Sign::Plain;
    QString fields;
    for (const auto &[name, value] : back.fields)
        fields += markup::hidden(QString::fromLatin1(name), QString::fromUtf8(value));
    page.content =
        QStringLiteral("<form method=\"post\" action=\"%1\">\n%2%3</form>\n<script>%4</script>\n")
            .arg(back.url.toHtmlEscaped(),
                 fields,
                 markup::button({language.translate("authority", "Go on")}),
                 QString::fromLatin1(script));
    auto response = toResponse(page, language, site);
    const QByteArray target = policySource(back.formTarget);
    response.set("Content-Security-Policy", contentSecurityPolicy(Permitted{target, script}));
    // With same-origin the client would be told "Origin: null", which some take for an attack.
    response.set("Referrer-Policy", "strict-origin");
    return response;
}

} // namespace authority
