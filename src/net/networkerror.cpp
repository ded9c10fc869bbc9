// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/networkerror.h"

#include <QCoreApplication>

namespace net {

using base::Error;
using base::ErrorCode;
using base::Retryable;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("net", text);
}

Error named(ErrorCode code,
            const char *message,
            const QString &host,
            const char *remedy,
            Retryable retryable)
{
    return {code, words(message).arg(host), words(remedy), retryable};
}

} // namespace

Error unreachable(const QString &host)
{
    return named(ErrorCode::Unreachable,
                 QT_TRANSLATE_NOOP("net", "%1 did not answer."),
                 host,
                 QT_TRANSLATE_NOOP("net", "Check the connection to the internet and try again."),
                 Retryable::Yes);
}

Error timedOut(const QString &host)
{
    return named(ErrorCode::TimedOut,
                 QT_TRANSLATE_NOOP("net", "%1 did not answer in time."),
                 host,
                 QT_TRANSLATE_NOOP("net", "Try again in a minute."),
                 Retryable::Yes);
}

Error cancelled()
{
    return {ErrorCode::Cancelled, words(QT_TRANSLATE_NOOP("net", "Cancelled.")), {}, Retryable::No};
}

Error tooLarge(const QString &host)
{
    return named(ErrorCode::ToolFailed,
                 QT_TRANSLATE_NOOP("net", "The answer of %1 is too large to be the expected one."),
                 host,
                 QT_TRANSLATE_NOOP("net", "Check the address of the service."),
                 Retryable::No);
}

std::optional<Error> toError(QNetworkReply::NetworkError error, const QString &host)
{
    switch (error) {
    case QNetworkReply::NoError:
    // The server answered; its status says what.
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentReSendError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
    case QNetworkReply::ProtocolInvalidOperationError: // Qt's name for 400 and 418
        return {};
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::BackgroundRequestNotAllowedError:
        return unreachable(host);
    case QNetworkReply::HostNotFoundError:
        return named(
            ErrorCode::Unreachable,
            QT_TRANSLATE_NOOP("net", "%1 was not found on the network."),
            host,
            QT_TRANSLATE_NOOP("net", "Check the connection to the internet and try again."),
            Retryable::Yes);
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
    // setTransferTimeout() ends a reply like abort() does; who asked to stop is told apart before.
    case QNetworkReply::OperationCanceledError:
        return timedOut(host);
    case QNetworkReply::SslHandshakeFailedError:
        return named(ErrorCode::Denied,
                     QT_TRANSLATE_NOOP("net", "%1 could not prove who it is."),
                     host,
                     QT_TRANSLATE_NOOP("net",
                                       "Check the date of this computer, and whether a proxy or a "
                                       "network sign-in page stands in between."),
                     Retryable::No);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::UnknownProxyError:
        return named(ErrorCode::Unreachable,
                     QT_TRANSLATE_NOOP("net", "The proxy on the way to %1 did not answer."),
                     host,
                     QT_TRANSLATE_NOOP("net", "Check the proxy in the settings of the system."),
                     Retryable::Yes);
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return named(ErrorCode::Denied,
                     QT_TRANSLATE_NOOP("net", "The proxy on the way to %1 wants a password."),
                     host,
                     QT_TRANSLATE_NOOP("net", "Check the proxy in the settings of the system."),
                     Retryable::No);
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::InsecureRedirectError:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolFailure:
        return named(ErrorCode::ToolFailed,
                     QT_TRANSLATE_NOOP("net", "The answer of %1 is not one of a web server."),
                     host,
                     QT_TRANSLATE_NOOP("net", "Check the address of the service."),
                     Retryable::No);
    }
    return unreachable(host);
}

} // namespace net
