// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

namespace core {

ReferenceBackend::~ReferenceBackend() = default;
ReferenceService::~ReferenceService() = default;

base::Task<base::Secret> ReferenceBackend::fetchFor(BackendUri uri,
                                                    QString folder,
                                                    ReferencePermit,
                                                    std::stop_token stop)
{
    return fetch(std::move(uri), std::move(folder), std::move(stop));
}

QByteArray ReferenceBackend::mark(const BackendUri &, const QString &) const
{
    return {};
}

namespace {

tl::unexpected<base::Error> refused(const QString &text, const QString &why)
{
    return base::fail(
        base::ErrorCode::InvalidInput,
        QCoreApplication::translate("core", "‘%1’ is not a reference: %2").arg(text, why),
        QCoreApplication::translate(
            "core", "Write it as auth://service/account/type, such as auth://github/work/token."));
}

//! %XX to bytes; null for a broken escape or bytes that are no UTF-8.
QString unescaped(const QString &text)
{
    static const QRegularExpression broken(QStringLiteral("%(?![0-9A-Fa-f]{2})"));
    if (broken.match(text).hasMatch())
        return {};
    const QByteArray bytes = QByteArray::fromPercentEncoding(text.toUtf8());
    const QString result = QString::fromUtf8(bytes);
    return result.toUtf8() == bytes ? (result.isNull() ? QStringLiteral("") : result) : QString();
}

//! A scope-token of RFC 6749, 3.3.
bool isScope(const QString &scope)
{
    static const QRegularExpression shape(
        QStringLiteral("\\A[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,256}\\z"));
    return shape.match(scope).hasMatch();
}

base::Result<> takeParameter(const QString &text, const QString &parameter, Reference &reference)
{
    const qsizetype split = parameter.indexOf(QLatin1Char('='));
    if (split <= 0)
        return refused(text, QCoreApplication::translate("core", "a parameter is name=value."));
    const QString name = parameter.left(split);
    const QString value = parameter.mid(split + 1);
    if (name == QLatin1String("min_valid")) {
        static const QRegularExpression number(QStringLiteral("\\A(0|[1-9][0-9]{0,4})\\z"));
        if (!number.match(value).hasMatch() || value.toInt() > 86400)
            return refused(text,
                           QCoreApplication::translate(
                               "core", "min_valid is a number of seconds up to 86400."));
        reference.minValid = std::chrono::seconds(value.toInt());
        return {};
    }
    if (name == QLatin1String("scope")) {
        for (const QString &part : value.split(QLatin1Char(','))) {
            const QString scope = unescaped(part);
            if (!isScope(scope))
                return refused(
                    text,
                    QCoreApplication::translate("core", "scope is a list of scopes with commas."));
            reference.scopes.append(scope);
        }
        return {};
    }
    return refused(text,
                   QCoreApplication::translate("core", "there is no parameter ‘%1’.").arg(name));
}

} // namespace

base::Result<Reference> Reference::parse(const QString &text)
{
    const qsizetype question = text.indexOf(QLatin1Char('?'));
    TRY(CredentialRef target, CredentialRef::parse(question < 0 ? text : text.left(question)));
    Reference reference{std::move(target), std::chrono::seconds(0), {}};
    if (question < 0)
        return reference;
    QStringList names;
    for (const QString &parameter : text.mid(question + 1).split(QLatin1Char('&'))) {
        const QString name = parameter.section(QLatin1Char('='), 0, 0);
        if (names.contains(name))
            return refused(text,
                           QCoreApplication::translate("core", "‘%1’ is there twice.").arg(name));
        names.append(name);
        TRY_VOID(takeParameter(text, parameter, reference));
    }
    return reference;
}

QString Reference::toString() const
{
    QStringList parameters;
    if (minValid.count() > 0)
        parameters.append(QStringLiteral("min_valid=%1").arg(minValid.count()));
    if (!scopes.isEmpty()) {
        QStringList parts;
        for (const QString &scope : scopes)
            parts.append(QString::fromLatin1(scope.toUtf8().toPercentEncoding(":/.@$!*")));
        parameters.append(QStringLiteral("scope=") + parts.join(QLatin1Char(',')));
    }
    const QString path = target.toString();
    return parameters.isEmpty() ? path
                                : path + QLatin1Char('?') + parameters.join(QLatin1Char('&'));
}

namespace {

tl::unexpected<base::Error> badUri(const QString &text, const QString &why)
{
    return base::fail(
        base::ErrorCode::InvalidInput,
        QCoreApplication::translate("core", "‘%1’ is not a reference: %2").arg(text, why),
        QCoreApplication::translate("core", "Write it as ref+BACKEND://PATH#/KEY."));
}

//! What Go's URL parser takes for a host, for that is what vals uses.
base::Result<> checkHost(const QString &text, const QString &host)
{
    static const QRegularExpression odd(QStringLiteral("[\\x00-\\x20\\x7f{}|\\\\^`%@?#/]"));
    if (odd.match(host).hasMatch())
        return badUri(text,
                      QCoreApplication::translate("core",
                                                  "there is an invalid character before the first "
                                                  "slash; a path may begin with one."));
    static const QRegularExpression port(QStringLiteral("\\A[^:]*(:[0-9]*)?\\z"));
    if (!host.startsWith(QLatin1Char('[')) && !port.match(host).hasMatch())
        return badUri(text, QCoreApplication::translate("core", "the port is not a number."));
    return {};
}

base::Result<QMap<QString, QString>> parameters(const QString &text, QString query)
{
    QMap<QString, QString> result;
    if (query.isEmpty())
        return result;
    query.replace(QLatin1Char('+'), QLatin1Char(' '));
    for (const QString &pair : query.split(QLatin1Char('&'))) {
        if (pair.isEmpty())
            continue;
        const QString name = unescaped(pair.section(QLatin1Char('='), 0, 0));
        const QString value = unescaped(pair.section(QLatin1Char('='), 1));
        if (name.isEmpty() || value.isNull() || pair.contains(QLatin1Char(';')))
            return badUri(text, QCoreApplication::translate("core", "a parameter is malformed."));
        if (!result.contains(name)) // the first counts, as in vals
            result.insert(name, value);
    }
    return result;
}

} // namespace

base::Result<BackendUri> BackendUri::parse(const QString &text)
{
    const qsizetype colon = text.indexOf(QStringLiteral("://"));
    static const QRegularExpression scheme(QStringLiteral("\\A[A-Za-z][A-Za-z0-9.-]*\\z"));
    BackendUri uri;
    uri.scheme = colon < 0 ? QString() : text.left(colon).toLower();
    if (!scheme.match(uri.scheme).hasMatch())
        return badUri(text, QCoreApplication::translate("core", "it names no backend."));
    static const QRegularExpression control(QStringLiteral("[\\x00-\\x1f\\x7f]"));
    if (control.match(text).hasMatch())
        return badUri(text, QCoreApplication::translate("core", "it has a control character."));
    QString rest = text.mid(colon + 3);

    const qsizetype hash = rest.indexOf(QLatin1Char('#'));
    if (hash >= 0) {
        QString fragment = unescaped(rest.mid(hash + 1));
        if (fragment.isNull())
            return badUri(text, QCoreApplication::translate("core", "an escape is malformed."));
        if (fragment.startsWith(QLatin1Char('/')))
            fragment.remove(0, 1);
        if (!fragment.isEmpty())
            uri.fragment = fragment.split(QLatin1Char('/'));
        rest.truncate(hash);
    }
    const qsizetype question = rest.indexOf(QLatin1Char('?'));
    if (question >= 0) {
        TRY(uri.params, parameters(text, rest.mid(question + 1)));
        rest.truncate(question);
    }
    if (rest.startsWith(QLatin1String("arn:aws"))) {
        uri.path = rest;
        return uri;
    }
    TRY_VOID(checkHost(text, rest.section(QLatin1Char('/'), 0, 0)));
    uri.path = unescaped(rest);
    if (uri.path.isNull())
        return badUri(text, QCoreApplication::translate("core", "an escape is malformed."));
    while (uri.path.size() > 1 && uri.path.endsWith(QLatin1Char('/')))
        uri.path.chop(1);
    return uri;
}

QString BackendUri::toString() const
{
    const auto escaped = [](const QString &text, const char *kept) {
        return QString::fromLatin1(text.toUtf8().toPercentEncoding(kept));
    };
    // The host's part knows no escapes (see checkHost), so it can hold nothing that needs one.
    const bool arn = path.startsWith(QLatin1String("arn:aws"));
    const qsizetype slash = path.indexOf(QLatin1Char('/'));
    QString text = scheme + QStringLiteral("://");
    if (arn || slash < 0)
        text += path;
    else
        text += path.left(slash) + escaped(path.mid(slash), "/:$!*'(),;=&@[]\"");
    QStringList pairs;
    for (auto each = params.cbegin(); each != params.cend(); ++each)
        pairs.append(escaped(each.key(), "") + QLatin1Char('=') + escaped(each.value(), ""));
    if (!pairs.isEmpty())
        text += QLatin1Char('?') + pairs.join(QLatin1Char('&'));
    if (!fragment.isEmpty())
        text += QStringLiteral("#/") + escaped(fragment.join(QLatin1Char('/')), "/:$!*'(),;=&@");
    return text;
}

bool hasReference(const QString &text)
{
    static const QRegularExpression either(QStringLiteral("\\Aauth://|ref\\+[^+:]*://"));
    return either.match(text).hasMatch();
}

} // namespace core
