// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rpc/views.h"

namespace rpc {

void writeAccountMembers(net::JsonWriter &writer, const core::AccountView &view)
{
    const core::Account &account = view.account;
    writer.text("service", account.id.service).text("account", account.id.account);
    writer.text("id", account.id.account).text("kind", core::nameOf(account.kind));
    writer.text("provider", account.provider).text("provider_name", view.providerName);
    writer.text("identity", account.identity).texts("scopes", account.scopes);
    writer.texts("labels", account.labels).time("created_at", account.created);
    writer.time("last_used", view.state.lastUsed).time("expires_at", view.state.expiresAt);
    writer.text("standing", core::nameOf(view.standing));
    writer.text("consent", core::nameOf(account.consent));
}

net::JsonText accountJson(const core::AccountView &view)
{
    net::JsonWriter writer;
    writer.object();
    writeAccountMembers(writer, view);
    return writer.end().take();
}

void writeAccountName(net::JsonWriter &writer, const core::AccountId &id)
{
    if (id.isEmpty())
        writer.null("account");
    else
        writer.text("account", id.joined());
}

void writeEvent(net::JsonWriter &writer, QByteArrayView name, const core::AuditEvent &event)
{
    writer.object(name).number("sequence", event.sequence).time("at", event.at);
    writer.text("kind", core::nameOf(event.kind)).text("actor", event.actor);
    writeAccountName(writer, event.account);
    writer.text("outcome", core::nameOf(event.outcome)).text("detail", event.detail);
    writer.text("trace_id", event.traceId).end();
}

void writeApproval(net::JsonWriter &writer, const core::Approval &approval)
{
    writer.object().text("id", approval.id).text("name", approval.name);
    writer.text("executable", approval.executable).text("script", approval.script);
    writer.text("through", approval.through);
    writeAccountName(writer, approval.account);
    writer.text("wish", core::nameOf(approval.wish)).flag("allowed", approval.allowed);
    writer.text("span", core::nameOf(approval.span)).time("since", approval.since);
    writer.time("until", approval.until).time("last_used", approval.lastUsed);
    writer.number("uses", approval.uses).text("source", approval.source).end();
}

void writeQuestion(net::JsonWriter &writer, const core::ConsentQuestion &question)
{
    writer.object().text("id", question.id);
    if (const core::ProgramPointer &program = question.program) {
        writer.object("program").text("name", program->name);
        writer.text("executable", program->executable).text("script", program->script);
        writer.text("through", program->through).text("package", program->package);
        const bool isWhole = program->backing == core::Backing::Package;
        writer.text("backing",
                    isWhole                                             ? "package"
                    : program->backing == core::Backing::ChangedPackage ? "changed_package"
                                                                        : "nobody");
        writer.texts("parents", program->parents).text("folder", program->folder);
        writer.number("pid", program->peer.pid).end();
    } else {
        writer.null("program");
    }
    writeAccountName(writer, question.account);
    writer.text("wish", core::nameOf(question.wish)).time("asked_at", question.askedAt);
    writer.time("until", question.until).number("callers", question.callers);
    writer.number("allowed_this_week", question.allowedThisWeek);
    writer.text("why", question.why).flag("doubtful", question.isDoubtful).end();
}

QString nameOf(core::LockService::State state)
{
    switch (state) {
    case core::LockService::State::Unlocked:
        return QStringLiteral("unlocked");
    case core::LockService::State::Locked:
        return QStringLiteral("locked");
    case core::LockService::State::StoreUnavailable:
        return QStringLiteral("store_unavailable");
    }
    Q_UNREACHABLE();
}

QString nameOf(core::StoreState state)
{
    switch (state) {
    case core::StoreState::Ready:
        return QStringLiteral("ready");
    case core::StoreState::Locked:
        return QStringLiteral("locked");
    case core::StoreState::Unavailable:
        return QStringLiteral("unavailable");
    }
    Q_UNREACHABLE();
}

QString nameOf(core::SignInProgress::Step step)
{
    using Step = core::SignInProgress::Step;
    switch (step) {
    case Step::Preparing:
        return QStringLiteral("preparing");
    case Step::WaitingForBrowser:
        return QStringLiteral("waiting_for_browser");
    case Step::WaitingForCode:
        return QStringLiteral("waiting_for_code");
    case Step::Finishing:
        return QStringLiteral("finishing");
    case Step::Done:
        return QStringLiteral("done");
    case Step::Failed:
        return QStringLiteral("failed");
    case Step::Cancelled:
        return QStringLiteral("cancelled");
    }
    Q_UNREACHABLE();
}

net::JsonText emptyObject()
{
    return net::JsonText(QByteArray("{}"));
}

} // namespace rpc
