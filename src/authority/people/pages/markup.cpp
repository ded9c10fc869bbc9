// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/pages/markup.h"

#include <QHash>

namespace authority::markup {

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QString attribute(const char *name, const QString &value)
{
    return value.isEmpty() ? QString()
                           : s(" %1=\"%2\"").arg(QString::fromLatin1(name), value.toHtmlEscaped());
}

QString element(const char *name, const char *className, const QString &content)
{
    return s("<%1 class=\"%2\">%3</%1>\n")
        .arg(QString::fromLatin1(name), QString::fromLatin1(className), content);
}

} // namespace

QString line(const Line &line)
{
    const QString id = s("f-") + line.name;
    QString notes;
    QString describedBy;
    if (!line.troubles.isEmpty()) {
        QString items;
        for (const QString &trouble : line.troubles)
            items += s("<span>%1</span>").arg(trouble.toHtmlEscaped());
        notes +=
            s("<p class=\"trouble\" id=\"%1-trouble\">%2</p>\n").arg(id.toHtmlEscaped(), items);
        describedBy = id + s("-trouble");
    }
    if (!line.hint.isEmpty()) {
        notes += s("<p class=\"hint\" id=\"%1-hint\">%2</p>\n")
                     .arg(id.toHtmlEscaped(), line.hint.toHtmlEscaped());
        describedBy = (describedBy + s(" ") + id + s("-hint")).trimmed();
    }
    const QString attributes = attribute("type", line.type) + attribute("id", id)
                               + attribute("name", line.name) + attribute("value", line.value)
                               + attribute("autocomplete", line.complete)
                               + attribute("inputmode", line.keyboard)
                               + attribute("maxlength", QString::number(line.longest))
                               + attribute("aria-describedby", describedBy)
                               + (line.troubles.isEmpty() ? QString() : s(" aria-invalid=\"true\""))
                               + (line.isCode ? s(" class=\"code\"") : QString())
                               + (line.isFocused ? s(" autofocus") : QString())
                               + s(" required autocapitalize=\"none\" spellcheck=\"false\"");
    return s("<div class=\"line\"><label for=\"%1\">%2</label>\n<input%3>\n%4</div>\n")
        .arg(id.toHtmlEscaped(), line.label.toHtmlEscaped(), attributes, notes);
}

QString button(const Button &button)
{
    static const QHash<Look, QString> looks{{Look::Primary, s("primary")},
                                            {Look::Secondary, s("secondary")},
                                            {Look::Plain, s("plain")},
                                            {Look::Danger, s("danger")}};
    const QString value =
        button.value.isEmpty() ? QString() : s(" name=\"do\"") + attribute("value", button.value);
    return s("<button class=\"%1%2\" type=\"submit\"%3%4>%5</button>\n")
        .arg(looks.value(button.look),
             button.isSleepy ? s(" sleepy") : QString(),
             value,
             button.focus == Focus::Yes ? s(" autofocus") : QString(),
             button.label.toHtmlEscaped());
}

QString buttons(const QString &content)
{
    return element("div", "buttons", content);
}

QString hidden(const QString &name, const QString &value)
{
    return s("<input type=\"hidden\"%1 value=\"%2\">\n")
        .arg(attribute("name", name), value.toHtmlEscaped());
}

QString hiddenUser(const QString &name)
{
    return s("<input type=\"text\" name=\"username\" autocomplete=\"username\" value=\"%1\" hidden "
             "readonly>\n")
        .arg(name.toHtmlEscaped());
}

QString tick(const QString &name, const QString &label, bool isOn)
{
    return s("<label class=\"tick\"><input type=\"checkbox\" name=\"%1\" value=\"yes\"%2>"
             "<span>%3</span></label>\n")
        .arg(name.toHtmlEscaped(), isOn ? s(" checked") : QString(), label.toHtmlEscaped());
}

QString form(const QString &action, const QString &csrf, const QString &content)
{
    return s("<form method=\"post\" action=\"%1\">\n%2%3</form>\n")
        .arg(action.toHtmlEscaped(), hidden(s("csrf"), csrf), content);
}

QString link(const QString &to, const QString &words)
{
    return s("<a href=\"%1\">%2</a>").arg(to.toHtmlEscaped(), words.toHtmlEscaped());
}

QString paragraph(const QString &words)
{
    return s("<p>%1</p>\n").arg(words.toHtmlEscaped());
}

QString note(const QString &words)
{
    return element("p", "note", words.toHtmlEscaped());
}

QString heading(const QString &words)
{
    return s("<h2>%1</h2>\n").arg(words.toHtmlEscaped());
}

QString section(const QString &title, const QString &content)
{
    return s("<section>%1%2</section>\n").arg(heading(title), content);
}

QString aside(const QString &content)
{
    return element("p", "aside", content);
}

QString banner(Tone tone, const QString &words)
{
    static const QHash<Tone, QString> tones{{Tone::Good, s("good")},
                                            {Tone::Warn, s("warn")},
                                            {Tone::Bad, s("bad")},
                                            {Tone::Plain, s("neutral")}};
    static const QHash<Tone, QString> icons{{Tone::Good, s("check")},
                                            {Tone::Warn, s("alert")},
                                            {Tone::Bad, s("alert")},
                                            {Tone::Plain, s("info")}};
    return s("<div class=\"banner %1\" role=\"%2\">%3<span>%4</span></div>\n")
        .arg(tones.value(tone),
             tone == Tone::Bad ? s("alert") : s("status"),
             icon(icons.value(tone), 16),
             words.toHtmlEscaped());
}

QString tag(const QString &word)
{
    return s("<span class=\"tag\">%1</span>").arg(word.toHtmlEscaped());
}

QString rows(const QList<Row> &rows)
{
    QString items;
    for (const Row &row : rows) {
        const QString remark = row.remark.isEmpty()
                                   ? QString()
                                   : s("<small>%1</small>").arg(row.remark.toHtmlEscaped());
        items += s("<li>%1<div><b>%2</b>%3</div>%4</li>\n")
                     .arg(row.icon, row.title.toHtmlEscaped(), remark, row.end);
    }
    return s("<ul class=\"rows\">%1</ul>\n").arg(items);
}

QString codes(const QStringList &codes)
{
    QString items;
    for (const QString &code : codes)
        items += s("<li>%1</li>").arg(code.toHtmlEscaped());
    return s("<ul class=\"codes\">%1</ul>\n").arg(items);
}

QString icon(const QString &name, int size)
{
    static const QHash<QString, QString> drawings{
        {s("alert"),
         s("<path d=\"m21.7 18-8-14a2 2 0 0 0-3.5 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 "
           "1.7-3M12 9v4M12 17h.01\"/>")},
        {s("app"),
         s("<rect width=\"18\" height=\"18\" x=\"3\" y=\"3\" rx=\"2\"/>"
           "<path d=\"M3 9h18M9 21V9\"/>")},
        {s("check"), s("<circle cx=\"12\" cy=\"12\" r=\"10\"/><path d=\"m9 12 2 2 4-4\"/>")},
        {s("clock"), s("<circle cx=\"12\" cy=\"12\" r=\"10\"/><path d=\"M12 6v6l4 2\"/>")},
        {s("info"), s("<circle cx=\"12\" cy=\"12\" r=\"10\"/><path d=\"M12 16v-4M12 8h.01\"/>")},
        {s("key"),
         s("<path d=\"m15.5 7.5 2.3 2.3a1 1 0 0 0 1.4 0l2.1-2.1a1 1 0 0 0 0-1.4L19 4M21 "
           "2l-9.6 9.6\"/><circle cx=\"7.5\" cy=\"15.5\" r=\"5.5\"/>")},
        {s("mail"),
         s("<rect width=\"20\" height=\"16\" x=\"2\" y=\"4\" rx=\"2\"/>"
           "<path d=\"m22 7-9 5.7a2 2 0 0 1-2 0L2 7\"/>")},
        {s("monitor"),
         s("<rect width=\"20\" height=\"14\" x=\"2\" y=\"3\" rx=\"2\"/>"
           "<path d=\"M8 21h8M12 17v4\"/>")},
        {s("phone"),
         s("<rect width=\"14\" height=\"20\" x=\"5\" y=\"2\" rx=\"2\"/>"
           "<path d=\"M12 18h.01\"/>")},
        {s("shield"),
         s("<path d=\"M20 13c0 5-3.5 7.5-7.7 9a1 1 0 0 1-.6 0C7.5 20.5 4 18 4 13V6a1 1 "
           "0 0 1 1-1c2 0 4.500-1.200 6.200-2.700a1.200 1.200 0 0 1 1.600 0C14.500 "
           "3.800 17 5 19 5a1 1 0 0 1 1 1z\"/>")},
        {s("user"),
         s("<path d=\"M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2\"/>"
           "<circle cx=\"12\" cy=\"7\" r=\"4\"/>")},
        {s("stop"),
         s("<path d=\"m15 9-6 6M9 9l6 6\"/><path d=\"M2.6 16.7a2 2 0 0 1-.6-1.4V8.7a2 2 0 "
           "0 1 .6-1.4l4.7-4.7A2 2 0 0 1 8.7 2h6.600a2 2 0 0 1 1.400.600l4.700 4.700a2 2 "
           "0 0 1 .600 1.400v6.600a2 2 0 0 1-.600 1.400l-4.700 4.700a2 2 0 0 "
           "1-1.400.600H8.700a2 2 0 0 1-1.400-.600z\"/>")}};
    return s("<svg class=\"icon\" aria-hidden=\"true\" width=\"%1\" height=\"%1\" viewBox=\"0 0 24 "
             "24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.8\" "
             "stroke-linecap=\"round\" stroke-linejoin=\"round\">%2</svg>")
        .arg(QString::number(size), drawings.value(name));
}

} // namespace authority::markup
