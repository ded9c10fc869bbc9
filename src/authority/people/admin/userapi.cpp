// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/people/admin/userapi.h"

#include "web/fields.h"

#include <QJsonArray>

namespace authority {

using base::ErrorCode;
using core::AuthorityUser;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

const web::TextRule nameRule{.longest = 64, .charset = web::Charset::Name};
const web::TextRule idRule{.longest = 64, .charset = web::Charset::Visible};
constexpr qsizetype mostIds = 1000;

//! Fields that a user has in a request, but for the name; what is not there stays as it was.
void read(web::Fields &fields, AuthorityUser &user)
{
    user.displayName = fields.optionalText("display_name", {.longest = 128, .shortest = 0})
                           .value_or(user.displayName);
    user.email = fields.optionalText("email", {.longest = 254, .shortest = 0}).value_or(user.email);
    user.isActive = fields.optionalFlag("active").value_or(user.isActive);
    if (fields.has("roles"))
        user.roles = fields.texts("roles", {.longest = 32, .charset = web::Charset::Word}, 20);
    user.roles.removeDuplicates();
}

//! Adds what the rules say to what cannot be read, so that all of it is said at once; of a field
//! that cannot be read, that is enough.
void add(web::Fields &fields, const QList<web::FieldError> &complaints)
{
    QStringList said;
    for (const web::FieldError &error : fields.errors())
        said.append(error.field);
    for (const web::FieldError &complaint : complaints) {
        if (!said.contains(complaint.field))
            fields.refuse(complaint.code, complaint.field.toUtf8(), complaint.message);
    }
}

} // namespace

QJsonValue toJson(const QDateTime &at)
{
    return at.isValid() ? QJsonValue(at.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonObject toJson(const AuthorityUser &user)
{
    return {{s("id"), user.id},
            {s("name"), user.name},
            {s("display_name"), user.displayName},
            {s("email"), user.email},
            {s("roles"), QJsonArray::fromStringList(user.roles)},
            {s("active"), user.isActive},
            {s("owner"), user.isOwner},
            {s("has_password"), user.hasPassword},
            {s("has_totp"), user.hasTotp},
            {s("created_at"), toJson(user.createdAt)},
            {s("signed_in_at"), toJson(user.signedInAt)}};
}

UserApi::UserApi(Household &house, UserDesk &desk, AdminGate &gate)
    : m_house(house)
    , m_desk(desk)
    , m_gate(gate)
{}

void UserApi::addRoutes(web::Router &router)
{
    using web::Method;
    using web::Request;
    m_gate.add(router,
               Method::Get,
               "/auth/users",
               s("User_read"),
               {},
               [this](const Caller &, const Request &r) { return list(r); });
    m_gate.addAsync(
        router,
        Method::Post,
        "/auth/users",
        s("User_create"),
        {},
        [this](Caller caller, Request r) { return create(std::move(caller), std::move(r)); });
    m_gate.add(router,
               Method::Post,
               "/auth/users/bulk",
               s("User_read"),
               {},
               [this](const Caller &caller, const Request &r) { return bulk(caller, r); });
    m_gate.add(router,
               Method::Get,
               "/auth/users/{id}",
               s("User_read"),
               m_gate.userResource(),
               [this](const Caller &, const Request &r) {
                   const auto user = m_house.users.find(r.pathParameter("id"));
                   return user ? web::Response::json(toJson(*user))
                               : AdminGate::answer(user.error());
               });
    m_gate.addAsync(
        router,
        Method::Patch,
        "/auth/users/{id}",
        s("User_change"),
        m_gate.userResource(),
        [this](Caller caller, Request r) { return change(std::move(caller), std::move(r)); });
    m_gate.add(router,
               Method::Delete,
               "/auth/users/{id}",
               s("User_delete"),
               m_gate.userResource(),
               [this](const Caller &caller, const Request &r) { return remove(caller, r); });
    m_gate.add(router,
               Method::Delete,
               "/auth/users/{id}/totp",
               s("User_grant"),
               m_gate.userResource(),
               [this](const Caller &caller, const Request &r) {
                   const auto reset = m_desk.resetTotp(r.pathParameter("id"), caller.actor());
                   return reset ? web::Response::empty() : AdminGate::answer(reset.error());
               });
}

web::Response UserApi::list(const web::Request &request) const
{
    const auto query = request.query();
    if (!query)
        return web::Response::error(query.error());
    web::Fields fields(*query);
    const QString search =
        fields.optionalText("q", {.longest = 128, .shortest = 0}).value_or(QString());
    const qint64 page = fields.optionalInteger("page", 1, 1'000'000).value_or(1);
    const qint64 size = fields.optionalInteger("page_size", 1, 200).value_or(50);
    fields.nothingElse();
    if (auto refusal = fields.refusal())
        return std::move(*refusal);
    const auto found = m_house.users.page(search, static_cast<int>(page), static_cast<int>(size));
    if (!found)
        return web::Response::error(found.error());
    QJsonArray users;
    for (const AuthorityUser &user : found->users)
        users.append(toJson(user));
    const int pages = (found->total + found->pageSize - 1) / found->pageSize;
    return web::Response::json(QJsonObject{{s("users"), users},
                                           {s("metadata"),
                                            QJsonObject{{s("page"), found->page},
                                                        {s("page_size"), found->pageSize},
                                                        {s("total"), found->total},
                                                        {s("pages"), pages}}}});
}

QCoro::Task<web::Response> UserApi::create(Caller caller, web::Request request)
{
    const auto body = request.json();
    if (!body)
        co_return web::Response::error(body.error());
    web::Fields fields(*body);
    AuthorityUser user;
    user.name = fields.text("name", nameRule);
    read(fields, user);
    base::Secret password = fields.optionalSecret("password").value_or(base::Secret());
    fields.nothingElse();
    add(fields, m_desk.complaints(user, password, caller.language));
    if (auto refusal = fields.refusal())
        co_return std::move(*refusal);
    if (!user.roles.isEmpty() && user.roles != QStringList{plainRole}) {
        const auto granted = m_gate.ask(caller, s("User_grant"), AdminGate::local());
        if (!granted)
            co_return AdminGate::answer(granted.error());
    }
    const Actor actor = caller.actor();
    const auto added = co_await m_desk.add(user, std::move(password), actor);
    if (!added)
        co_return AdminGate::answer(added.error());
    co_return web::Response::json(toJson(*added), 201)
        .with("Location", "/auth/users/" + added->id.toLatin1());
}

QCoro::Task<web::Response> UserApi::change(Caller caller, web::Request request)
{
    const auto before = m_house.users.find(request.pathParameter("id"));
    const auto body = request.json();
    if (!before || !body)
        co_return web::Response::error(before ? body.error() : before.error());
    web::Fields fields(*body);
    AuthorityUser user = *before;
    user.name = fields.optionalText("name", nameRule).value_or(user.name);
    read(fields, user);
    base::Secret password = fields.optionalSecret("password").value_or(base::Secret());
    fields.nothingElse();
    add(fields, m_desk.complaints(user, password, caller.language));
    if (auto refusal = fields.refusal())
        co_return std::move(*refusal);
    // Everybody may change themselves, but neither what they may do nor, without the present one,
    // their password: that is on the account page.
    const bool grants = user.roles != before->roles || user.isActive != before->isActive;
    if (grants || !password.isEmpty()) {
        const auto granted = m_gate.ask(caller, s("User_grant"), AdminGate::entityOf(*before));
        if (!granted)
            co_return AdminGate::answer(granted.error());
    }
    const Actor actor = caller.actor();
    const AuthorityUser known = *before;
    const auto changed = co_await m_desk.change(user, known, std::move(password), actor);
    if (!changed)
        co_return AdminGate::answer(changed.error());
    const auto after = m_house.users.find(user.id);
    co_return after ? web::Response::json(toJson(*after)) : AdminGate::answer(after.error());
}

web::Response UserApi::remove(const Caller &caller, const web::Request &request)
{
    const auto summary =
        m_desk.change({request.pathParameter("id")}, core::BulkVerb::Remove, caller.actor());
    if (!summary)
        return AdminGate::answer(summary.error());
    if (!summary->refused.isEmpty()) {
        return web::Response::refusal(
            409, "conflict", summary->refused.first().section(s(": "), 1));
    }
    return web::Response::empty();
}

web::Response UserApi::bulk(const Caller &caller, const web::Request &request)
{
    const auto body = request.json();
    if (!body)
        return web::Response::error(body.error());
    web::Fields fields(*body);
    QStringList ids = fields.texts("ids", idRule, mostIds);
    const QString action = fields.choice("action", {s("activate"), s("deactivate"), s("delete")});
    fields.nothingElse();
    if (ids.isEmpty() && fields.isValid())
        fields.refuse("required", "ids", caller.language.translate("authority", "Say who: ids."));
    if (auto refusal = fields.refusal())
        return std::move(*refusal);
    ids.removeDuplicates();
    const bool removes = action == QLatin1String("delete");
    const auto allowed =
        m_gate.ask(caller, removes ? s("User_delete") : s("User_grant"), AdminGate::local());
    if (!allowed)
        return AdminGate::answer(allowed.error());
    QStringList refused;
    QStringList permitted;
    for (const QString &id : ids) {
        const auto user = m_house.users.find(id);
        const auto mayThis = user ? m_gate.ask(caller,
                                               removes ? s("User_delete") : s("User_grant"),
                                               AdminGate::entityOf(*user))
                                  : base::Result<>();
        if (mayThis)
            permitted.append(id);
        else
            refused.append(id + s(": ") + mayThis.error().message);
    }
    const auto verb = removes                               ? core::BulkVerb::Remove
                      : action == QLatin1String("activate") ? core::BulkVerb::Activate
                                                            : core::BulkVerb::Deactivate;
    const auto summary = m_desk.change(permitted, verb, caller.actor());
    if (!summary)
        return AdminGate::answer(summary.error());
    return web::Response::json(
        QJsonObject{{s("asked"), ids.size()},
                    {s("changed"), summary->changed},
                    {s("unchanged"), QJsonArray::fromStringList(summary->unchanged)},
                    {s("refused"), QJsonArray::fromStringList(refused + summary->refused)}});
}

} // namespace authority
