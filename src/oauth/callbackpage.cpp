// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/callbackpage.h"

#include "oauth/words.h"

#include <QLocale>

namespace oauth {

namespace {

//! The colours are those of the window's theme; text on every ground is at least 4.5:1.
constexpr char frame[] = R"(<!DOCTYPE html>
<html lang="%LANGUAGE%">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>%TITLE% · Latchkey</title>
<style>
:root { --canvas: #f5f5f8; --surface: #fff; --line: #e5e5eb; --ink: #1a1b22; --ink2: #555661;
  --sunken: #f1f1f5; --good: #14744a; --bad: #b4232c; --plain: #4b50d2; }
@media (prefers-color-scheme: dark) {
  :root { --canvas: #141418; --surface: #1a1a1f; --line: #2b2b33; --ink: #ededf2; --ink2: #b0b1bc;
    --sunken: #121216; --good: #62cb98; --bad: #ff8c88; --plain: #a5a9ff; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: flex; align-items: center; justify-content: center;
  padding: 24px; background: var(--canvas); color: var(--ink);
  font: 13px/1.5 Inter, system-ui, "Segoe UI", Cantarell, sans-serif; }
main { width: 100%; max-width: 440px; padding: 32px; background: var(--surface);
  border: 1px solid var(--line); border-radius: 14px; text-align: center; }
.mark { position: relative; display: inline-block; height: 60px; }
.sign { position: absolute; right: -9px; bottom: -9px; border-radius: 50%;
  background: var(--surface); padding: 3px; line-height: 0; color: var(--%TONE%); }
h1 { margin: 24px 0 8px; font-size: 20px; line-height: 1.3; font-weight: 600;
  letter-spacing: -.3px; }
p { margin: 0; color: var(--ink2); overflow-wrap: anywhere; }
.remark { margin-top: 16px; padding: 8px 12px; background: var(--sunken); border-radius: 8px;
  color: var(--ink); }
</style>
</head>
<body>
<main>
<div class="mark" aria-hidden="true">
<svg width="60" height="60" viewBox="0 0 24 24"><rect x="1" y="1" width="22" height="22" rx="5.5"
 fill="#4b50c8"/><path fill="#149f95" d="M17 1h.5A5.5 5.5 0 0 1 23 6.5v11a5.5 5.5 0 0 1-5.5 5.5H17Z"/>
<path fill="#fbfbff" d="M9 4a5 5 0 0 1 1 9.9V15h2v2h-2v1h10v2H8v-6.1A5 5 0 0 1 9 4Z"/>
<path fill="#0d9488" d="M9 7a1 1 0 0 1 1 1v2a1 1 0 0 1-2 0V8a1 1 0 0 1 1-1Z"/></svg>
<span class="sign"><svg width="22" height="22" viewBox="0 0 24 24" fill="none"
 stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">%SIGN%</svg></span>
</div>
<h1>%TITLE%</h1>
<p>%SENTENCE%</p>
%REMARK%</main>
</body>
</html>
)";

QLatin1StringView toneName(CallbackPage::Tone tone)
{
    switch (tone) {
    case CallbackPage::Tone::Good:
        return QLatin1StringView("good");
    case CallbackPage::Tone::Bad:
        return QLatin1StringView("bad");
    case CallbackPage::Tone::Plain:
        break;
    }
    return QLatin1StringView("plain");
}

//! Lucide's circle-check, octagon-x and info (ISC licence): shape tells as much as colour.
QLatin1StringView sign(CallbackPage::Tone tone)
{
    switch (tone) {
    case CallbackPage::Tone::Good:
        return QLatin1StringView(
            "<circle cx=\"12\" cy=\"12\" r=\"10\"/><path d=\"m9 12 2 2 4-4\"/>");
    case CallbackPage::Tone::Bad:
        return QLatin1StringView(
            "<path d=\"m15 9-6 6M9 9l6 6\"/><path d=\"M2.6 16.7a2 2 0 0 1-.6-1.4"
            "V8.7a2 2 0 0 1 .6-1.4l4.7-4.7A2 2 0 0 1 8.7 2h6.6a2 2 0 0 1 1.4.6"
            "l4.7 4.7a2 2 0 0 1 .6 1.4v6.6a2 2 0 0 1-.6 1.4l-4.7 4.7a2 2 0 0 1"
            "-1.4.6H8.7a2 2 0 0 1-1.4-.6z\"/>");
    case CallbackPage::Tone::Plain:
        break;
    }
    return QLatin1StringView(
        "<circle cx=\"12\" cy=\"12\" r=\"10\"/><path d=\"M12 16v-4M12 8h.01\"/>");
}

} // namespace

QByteArray toHtml(const CallbackPage &page)
{
    const QString remark =
        page.remark.isEmpty()
            ? QString()
            : QStringLiteral("<p class=\"remark\">%1</p>\n").arg(page.remark.toHtmlEscaped());
    // One pass, so that a word which looks like a placeholder stays a word.
    const QMap<QString, QString> values{
        {QStringLiteral("LANGUAGE"), QLocale().bcp47Name().toHtmlEscaped()},
        {QStringLiteral("TITLE"), page.title.toHtmlEscaped()},
        {QStringLiteral("SENTENCE"), page.sentence.toHtmlEscaped()},
        {QStringLiteral("REMARK"), remark},
        {QStringLiteral("TONE"), toneName(page.tone)},
        {QStringLiteral("SIGN"), sign(page.tone)}};
    const QString text = QString::fromUtf8(frame);
    QString out;
    qsizetype from = 0;
    for (;;) {
        const qsizetype open = text.indexOf(u'%', from);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u'%', open + 1);
        if (close < 0)
            break;
        const auto value = values.constFind(text.mid(open + 1, close - open - 1));
        const bool known = value != values.cend();
        out += text.mid(from, open - from) + (known ? *value : QStringLiteral("%"));
        from = known ? close + 1 : open + 1;
    }
    return (out + text.mid(from)).toUtf8();
}

CallbackPage signedInPage(const QString &provider)
{
    return {CallbackPage::Tone::Good,
            Words::tr("%1 said yes").arg(provider),
            Words::tr("Latchkey goes on by itself. You can close this page."),
            {}};
}

CallbackPage refusedPage(const QString &provider, const QString &words)
{
    return {CallbackPage::Tone::Bad,
            Words::tr("No sign-in at %1").arg(provider),
            Words::tr("Nothing was kept. You can close this page and try again in Latchkey."),
            words};
}

CallbackPage strayPage()
{
    return {
        CallbackPage::Tone::Plain,
        Words::tr("Nothing to see here"),
        Words::tr("Latchkey waits at this address for the answer to one sign-in. This was not it."),
        {}};
}

CallbackPage overPage()
{
    return {CallbackPage::Tone::Plain,
            Words::tr("This sign-in has its answer"),
            Words::tr("You can close this page."),
            {}};
}

} // namespace oauth
