// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/context.h"
#include "cli/doors/checkup.h"
#include "cli/doors/doors.h"

#include <latchkey/client.h>

namespace cli {

using latchkey::Client;
using latchkey::Error;
using latchkey::ErrorCode;
using latchkey::Json;

namespace {

//! What the agent sees; without one an agent for this one question is asked.
void askAgent(Context &context, Checkup &checkup)
{
    const auto running = context.runningAgent();
    if (!running && running.error().code != ErrorCode::NoAgent) {
        checkup.error("agent", running.error().message, running.error().remedy);
        return;
    }
    latchkey::Result<Json> answer = running.error();
    if (running) {
        const auto status = (*running)->status();
        if (status)
            lookAtAgent(*status, checkup);
        answer = (*running)->call("doctor");
    } else {
        checkup.warning("agent",
                        "No agent is running.",
                        "It starts by itself with the first command; to start it now: latchkey "
                        "daemon start");
        Reach reach = context.reach();
        reach.direct = true;
        Context own(std::move(reach));
        answer = own.call("doctor");
    }
    if (!answer) {
        checkup.error("agent.doctor",
                      "The agent cannot look at itself: " + answer.error().message,
                      answer.error().remedy);
        return;
    }
    for (const Json &finding : (*answer)["findings"].items())
        checkup.add(finding["id"].text(),
                    finding["severity"].text(),
                    finding["what"].text(),
                    finding["remedy"].text());
}

void print(Output &out, const Finding &finding)
{
    const Look look = finding.severity == "error"     ? Look::Bad
                      : finding.severity == "warning" ? Look::Warning
                                                      : Look::Good;
    std::string head = out.painted(finding.severity, look);
    head.append(finding.severity.size() < 7 ? 7 - finding.severity.size() : 0, ' ');
    out.write(head + ' ' + harmless(finding.what) + '\n');
    if (!finding.remedy.empty())
        out.write("        " + harmless(finding.remedy) + '\n');
}

} // namespace

Outcome examine(Context &context, const Arguments &)
{
    Checkup checkup;
    lookAtSocket(context.socket(), checkup);
    askAgent(context, checkup);
    lookAtPrograms(checkup);
    lookAtEnvironment(checkup);
    lookAtGit(checkup);

    Output &out = context.out;
    if (out.isJson()) {
        Json findings = Json::list();
        for (const Finding &finding : checkup.findings())
            findings.append(Json::object()
                                .set("id", std::string_view(finding.id))
                                .set("severity", std::string_view(finding.severity))
                                .set("what", std::string_view(finding.what))
                                .set("remedy", std::string_view(finding.remedy)));
        out.json(Json::object().set("findings", std::move(findings)));
    } else {
        for (const Finding &finding : checkup.findings())
            print(out, finding);
    }
    return checkup.hasErrors() ? 1 : 0;
}

} // namespace cli
