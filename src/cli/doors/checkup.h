// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <latchkey/types.h>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

//! One thing that was looked at.
struct Finding
{
    std::string id;
    std::string severity; //!< "ok", "warning", "error", as the agent writes them
    std::string what;
    std::string remedy;
};

//! What `latchkey doctor` found.
class Checkup
{
public:
    void add(std::string_view id,
             std::string_view severity,
             std::string_view what,
             std::string_view remedy = {})
    {
        m_findings.push_back(
            {std::string(id), std::string(severity), std::string(what), std::string(remedy)});
    }
    void ok(std::string_view id, std::string_view what) { add(id, "ok", what); }
    void warning(std::string_view id, std::string_view what, std::string_view remedy)
    {
        add(id, "warning", what, remedy);
    }
    void error(std::string_view id, std::string_view what, std::string_view remedy)
    {
        add(id, "error", what, remedy);
    }
    [[nodiscard]] const std::vector<Finding> &findings() const { return m_findings; }
    [[nodiscard]] bool hasErrors() const;

private:
    std::vector<Finding> m_findings;
};

// What can be seen from here, without the agent.

//! The agent's socket and its folder: there, ours, closed to others, answered.
void lookAtSocket(const std::string &socket, Checkup &checkup);
//! The agent that answers: of our version, and of a program that is still there.
void lookAtAgent(const latchkey::Status &status, Checkup &checkup);
//! The programs: the agent's beside this one, and which one PATH finds.
void lookAtPrograms(Checkup &checkup);
//! Variables that programs take before they would ask us.
void lookAtEnvironment(Checkup &checkup);
//! Whether git asks us, and whom before; passwords in the clear.
void lookAtGit(Checkup &checkup);

} // namespace cli
