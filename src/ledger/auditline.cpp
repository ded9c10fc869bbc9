// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/auditline.h"

#include "crypto/digest.h"
#include "ledger/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ledger {

namespace {

constexpr QByteArrayView hashKey(",\"hash\":\"");
constexpr qsizetype hashLength = 64;
constexpr qsizetype usualLength = 512;

//! Appends \a text as QJsonDocument writes it.
void append(QByteArray &out, const QString &text)
{
    // Nearly every word is one that stands in JSON as it is.
    const qsizetype begin = out.size();
    out.resize(begin + text.size() + 2);
    char *at = out.data() + begin;
    *at++ = '"';
    for (const QChar letter : text) {
        const char16_t c = letter.unicode();
        if (c < u' ' || c > u'~' || c == u'"' || c == u'\\') {
            out.truncate(begin);
            const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
            out += QByteArrayView(list).sliced(1).chopped(1);
            return;
        }
        *at++ = static_cast<char>(c);
    }
    *at = '"';
}

//! Appends \a time as Qt::ISODateWithMs has it, which takes a tenth of a line's time.
void append(QByteArray &out, const QDateTime &time)
{
    const QDate date = time.date();
    if (date.year() < 1000 || date.year() > 9999) {
        append(out, time.toString(Qt::ISODateWithMs));
        return;
    }
    const int ofDay = time.time().msecsSinceStartOfDay();
    char text[] = "\"0000-00-00T00:00:00.000Z\"";
    const auto put = [&text](int last, int number) {
        for (; number > 0; number /= 10)
            text[last--] = static_cast<char>('0' + number % 10);
    };
    put(4, date.year());
    put(7, date.month());
    put(10, date.day());
    put(13, ofDay / 3'600'000);
    put(16, ofDay / 60'000 % 60);
    put(19, ofDay / 1000 % 60);
    put(23, ofDay % 1000);
    out += QByteArrayView(text);
}

QByteArray hashOf(QByteArrayView text)
{
    return crypto::digest(crypto::Hash::Sha256, text).toHex();
}

base::Error notALine()
{
    return {base::ErrorCode::Corrupt, Words::tr("This line was changed."), {}, {}};
}

} // namespace

QByteArray noHash()
{
    return QByteArray(hashLength, '0');
}

AuditLine AuditLine::of(const core::AuditEvent &event)
{
    AuditLine line;
    line.sequence = event.sequence;
    line.at = event.at.toUTC();
    line.kind = core::nameOf(event.kind);
    line.actor = event.actor;
    line.account = event.account.isEmpty() ? QString() : event.account.joined();
    line.outcome = core::nameOf(event.outcome);
    line.detail = event.detail;
    line.traceId = event.traceId;
    return line;
}

std::optional<core::AuditEvent> AuditLine::event() const
{
    const auto known = core::auditKindFrom(kind);
    const auto ended = core::auditOutcomeFrom(outcome);
    if (!known || !ended)
        return std::nullopt;
    core::AuditEvent event;
    event.sequence = sequence;
    event.at = at;
    event.kind = *known;
    event.actor = actor;
    if (const qsizetype slash = account.indexOf(QLatin1Char('/')); slash > 0)
        event.account = {account.left(slash), account.mid(slash + 1)};
    event.outcome = *ended;
    event.detail = detail;
    event.traceId = traceId;
    return event;
}

QByteArray AuditLine::written()
{
    QByteArray text;
    text.reserve(usualLength + detail.size());
    text += "{\"seq\":" + QByteArray::number(sequence);
    const auto add = [&text](QByteArrayView key, const QString &value) {
        text += key;
        append(text, value);
    };
    text += ",\"ts\":";
    append(text, at.toUTC());
    add(",\"kind\":", kind);
    add(",\"actor\":", actor);
    add(",\"account\":", account);
    add(",\"outcome\":", outcome);
    add(",\"detail\":", detail);
    add(",\"trace_id\":", traceId);
    if (through > 0) {
        text += ",\"through\":" + QByteArray::number(through) + ",\"through_hash\":\"" + throughHash
                + '"';
    }
    text += ",\"prev\":\"" + previous + '"';
    hash = hashOf(text);
    text += hashKey;
    text += hash;
    text += "\"}";
    return text;
}

base::Result<AuditLine> AuditLine::parse(QByteArrayView text)
{
    const qsizetype body = text.size() - hashKey.size() - hashLength - 2;
    if (body <= 0 || text.sliced(body, hashKey.size()) != hashKey)
        return base::fail(notALine());
    const QByteArray hash = text.sliced(body + hashKey.size(), hashLength).toByteArray();
    if (hashOf(text.first(body)) != hash)
        return base::fail(notALine());
    const QJsonDocument document = QJsonDocument::fromJson(text.toByteArray());
    if (!document.isObject())
        return base::fail(notALine());

    const QJsonObject object = document.object();
    const auto word = [&](const char *key) { return object.value(QLatin1String(key)).toString(); };
    AuditLine line;
    line.sequence = object.value(QLatin1String("seq")).toInteger();
    line.at = QDateTime::fromString(word("ts"), Qt::ISODateWithMs).toUTC();
    line.kind = word("kind");
    line.actor = word("actor");
    line.account = word("account");
    line.outcome = word("outcome");
    line.detail = word("detail");
    line.traceId = word("trace_id");
    line.through = object.value(QLatin1String("through")).toInteger();
    line.throughHash = word("through_hash").toLatin1();
    line.previous = word("prev").toLatin1();
    line.hash = hash;
    if (line.sequence < 1 || !line.at.isValid() || line.kind.isEmpty()
        || line.previous.size() != hashLength) {
        return base::fail(notALine());
    }
    return line;
}

} // namespace ledger
