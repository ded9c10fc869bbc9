// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/answer.h"

#include "oauth/words.h"

namespace oauth {

using Kind = net::JsonValue::Kind;

base::Result<net::JsonValue> answerIn(QByteArrayView body)
{
    net::JsonValue answer =
        net::JsonDocument::parse(body.toByteArray(), net::JsonDocument::Manner::Forgiving);
    if (answer.kind() != Kind::Object) {
        return base::fail(base::ErrorCode::Corrupt,
                          Words::tr("The answer of the service cannot be read."),
                          Words::tr("Check the address of the service."));
    }
    return answer;
}

std::optional<double> numberIn(const net::JsonValue &value)
{
    bool isReadable = false;
    double number = 0;
    if (value.kind() == Kind::Number)
        number = value.raw().toByteArray().toDouble(&isReadable);
    else if (const auto text = value.text())
        number = text->trimmed().toDouble(&isReadable);
    return isReadable ? std::optional(number) : std::nullopt;
}

std::optional<QStringList> textsIn(const net::JsonValue &value)
{
    if (value.kind() != Kind::Array)
        return {};
    QStringList found;
    value.forEach([&found](const net::JsonValue &element) {
        if (const auto text = element.text())
            found += *text;
    });
    return found;
}

} // namespace oauth
