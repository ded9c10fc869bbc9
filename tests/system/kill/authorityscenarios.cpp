// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/protocol/protocolhouse.h"
#include "scenario.h"

#include <QSaveFile>

namespace {

//! What the authority hands out: a code, refresh tokens, a device's code. Each request is done
//! wholly or not at all, and nothing that was answered is lost.
class AuthorityScenario final : public Scenario
{
public:
    using Scenario::Scenario;

    base::Result<> prepare() override
    {
        ProtocolHouse house(folder(), address(), {.algorithms = {ProtocolHouse::es256}});
        house.add(ProtocolHouse::webClient(QStringLiteral("app")));
        QJsonObject kept;
        kept.insert(QStringLiteral("code"), QString::fromLatin1(house.code("app")));
        kept.insert(QStringLiteral("refresh"),
                    house.tokens("app").value(QStringLiteral("refresh_token")));
        kept.insert(QStringLiteral("other"),
                    house.tokens("app").value(QStringLiteral("refresh_token")));
        const QJsonObject device =
            house.post("/oauth/device", {{"client_id", "app"}, {"scope", "openid offline_access"}})
                .object();
        kept.insert(QStringLiteral("device"), device.value(QStringLiteral("device_code")));
        kept.insert(QStringLiteral("user"), device.value(QStringLiteral("user_code")));
        house.people.answer = FakePeople::Answer::Wait;
        static_cast<void>(house.get("/oauth/authorize", ProtocolHouse::authorization("app")));
        kept.insert(QStringLiteral("waiting"), house.people.asked.last().id);
        QSaveFile file(path("tokens.json"));
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(kept).toJson()) < 0
            || !file.commit())
            return base::fail(base::ErrorCode::Internal, file.errorString());
        return {};
    }

    base::Result<QList<Step>> steps() override
    {
        m_house = std::make_unique<ProtocolHouse>(
            folder(), address(), authority::KeyRing::Rule{.algorithms = {ProtocolHouse::es256}});
        QFile file(path("tokens.json"));
        if (!file.open(QIODevice::ReadOnly))
            return base::fail(base::ErrorCode::Internal, file.errorString());
        m_kept = QJsonDocument::fromJson(file.readAll()).object();
        const QByteArray first = textOf(m_kept, "refresh");
        return QList<Step>{
            [this] {
                return answered(m_house->post(
                    "/oauth/token", ProtocolHouse::codeForm("app", textOf(m_kept, "code"))));
            },
            [this, first] { return answered(m_house->refresh("app", first)); },
            [this] { return answered(m_house->refresh("app", m_last)); },
            [this]() -> base::Result<> {
                // Two that come together are kept together.
                auto one = asked(m_last);
                auto other = asked(textOf(m_kept, "other"));
                TRY_VOID(answered(QCoro::waitFor(other)));
                return answered(QCoro::waitFor(one));
            },
            [this]() -> base::Result<> {
                TRY_VOID(
                    m_house->protocol->allow(m_kept.value(QStringLiteral("waiting")).toString(),
                                             m_house->people.subject,
                                             {QStringLiteral("openid")}));
                return {};
            },
            [this]() -> base::Result<> {
                TRY(const auto device,
                    m_house->protocol->findDevice(m_kept.value(QStringLiteral("user")).toString()));
                TRY_VOID(
                    m_house->protocol->allow(device.id, m_house->people.subject, device.scopes));
                return {};
            },
            [this] {
                return answered(
                    m_house->post("/oauth/token",
                                  {{"grant_type", "urn:ietf:params:oauth:grant-type:device_code"},
                                   {"client_id", "app"},
                                   {"device_code", textOf(m_kept, "device")}}));
            }};
    }

    base::Result<QByteArray> state() override
    {
        TRY(const auto database, ledger::Database::open(path("latchkey.db")));
        QByteArrayList counts;
        for (const char *sql : {
                 "SELECT count(*) FROM authority_codes",
                 "SELECT count(*) FROM authority_codes WHERE used_at <> 0",
                 "SELECT count(*) FROM authority_grants WHERE refresh_hash <> ''",
                 "SELECT sum(refresh_number) FROM authority_grants",
                 // Rotated and not known when: a lost reply could not be given again.
                 "SELECT count(*) FROM authority_grants"
                 " WHERE refresh_number > 0 AND refresh_rotations = ''",
                 "SELECT count(*) FROM authority_grants",
                 "SELECT count(*) FROM authority_grants WHERE revoked_at <> 0",
                 "SELECT count(*) FROM authority_requests WHERE kind = 'waiting'",
                 "SELECT count(*) FROM authority_devices WHERE state = 'pending'",
                 "SELECT count(*) FROM authority_devices WHERE state = 'used'",
             }) {
            TRY(const auto rows, database->rows(QString::fromLatin1(sql)));
            counts += QByteArray::number(rows.first().first().toInt());
        }
        return counts.join(' ');
    }

private:
    [[nodiscard]] QString folder() const { return QFileInfo(path("latchkey.db")).path(); }
    [[nodiscard]] static QString address() { return QString::fromLatin1(ProtocolHouse::issuer); }

    QCoro::Task<web::Response> asked(const QByteArray &token)
    {
        web::RequestParts parts;
        parts.method = web::Method::Post;
        parts.target = "/oauth/token";
        parts.base = ProtocolHouse::issuer;
        parts.headers.append("Content-Type", "application/x-www-form-urlencoded");
        parts.body = ProtocolHouse::encoded(
            {{"grant_type", "refresh_token"}, {"client_id", "app"}, {"refresh_token", token}});
        return m_house->router.answer(web::Request(std::move(parts)));
    }

    base::Result<> answered(const web::Response &response)
    {
        if (response.status() != 200)
            return base::fail(base::ErrorCode::Internal, QString::fromUtf8(outcome(response)));
        m_last = textOf(response.object(), "refresh_token");
        return {};
    }

    std::unique_ptr<ProtocolHouse> m_house;
    QJsonObject m_kept;
    QByteArray m_last;
};

} // namespace

QMap<QString, MakeScenario> authorityScenarios()
{
    return {{QStringLiteral("authority"),
             [](const QString &folder) { return std::make_unique<AuthorityScenario>(folder); }}};
}
