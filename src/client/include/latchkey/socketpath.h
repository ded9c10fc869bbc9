// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>

namespace latchkey {

//! A profile's name as one folder name, as the agent folds it: nothing in it leads elsewhere.
[[nodiscard]] inline std::string folderNameOf(std::string_view profile)
{
    // The agent counts UTF-16 units: at most 64, and each one that is not plain becomes '_'.
    std::string name;
    int units = 0;
    for (std::size_t i = 0; i < profile.size() && units < 64; ++i) {
        const auto byte = static_cast<unsigned char>(profile[i]);
        if ((byte & 0xc0U) == 0x80U)
            continue;
        const char c = profile[i];
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                           || (c >= '0' && c <= '9') || c == '-' || c == '_'
                           || (c == '.' && units > 0);
        name += plain ? c : '_';
        ++units;
        if (byte >= 0xf0U && units < 64) {
            name += '_';
            ++units;
        }
    }
    return name;
}

//! Text of an environment variable; empty where it is unset.
[[nodiscard]] inline std::string_view environmentText(const char *variable)
{
    const char *value = std::getenv(variable);
    return value ? std::string_view(value) : std::string_view();
}

//! An absolute path without "//", "/." and "/..", as Qt cleans it on the agent's side.
[[nodiscard]] inline std::string cleanPath(std::string_view path)
{
    std::string clean;
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        const std::string_view part = path.substr(0, slash);
        path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
        if (part == "..")
            clean.erase(clean.empty() ? 0 : clean.rfind('/'));
        else if (!part.empty() && part != ".")
            (clean += '/') += part;
    }
    return clean.empty() ? "/" : clean;
}

//! The folders of XDG, which ignores relative ones; empty where there is none.
[[nodiscard]] inline std::string xdgFolder(const char *variable)
{
    const std::string_view folder = environmentText(variable);
    return folder.starts_with('/') ? cleanPath(folder) : std::string();
}

[[nodiscard]] inline std::string homeFolder()
{
    const std::string_view home = environmentText("HOME");
    return home.empty() ? "/" : cleanPath(home);
}

[[nodiscard]] inline std::string profileSuffix(std::string_view profile)
{
    const std::string_view chosen = profile.empty() ? environmentText("LATCHKEY_PROFILE") : profile;
    return chosen.empty() ? std::string() : '/' + folderNameOf(chosen);
}

//! Where config.toml and accounts.toml lie.
[[nodiscard]] inline std::string configFolder(std::string_view profile = {})
{
#ifdef __APPLE__
    return homeFolder() + "/Library/Preferences/latchkey" + profileSuffix(profile);
#else
    const std::string config = xdgFolder("XDG_CONFIG_HOME");
    return (config.empty() ? homeFolder() + "/.config" : config) + "/latchkey"
           + profileSuffix(profile);
#endif
}

//! Where the agent of \a profile (LATCHKEY_PROFILE unless given) keeps its state: the log.
[[nodiscard]] inline std::string stateFolder(std::string_view profile = {})
{
#ifdef __APPLE__
    return homeFolder() + "/Library/Application Support/latchkey/state" + profileSuffix(profile);
#else
    const std::string state = xdgFolder("XDG_STATE_HOME");
    return (state.empty() ? homeFolder() + "/.local/state" : state) + "/latchkey"
           + profileSuffix(profile);
#endif
}

//! Where its socket and lock lie.
[[nodiscard]] inline std::string runtimeFolder(std::string_view profile = {})
{
#ifdef __APPLE__
    return homeFolder() + "/Library/Application Support/latchkey/run" + profileSuffix(profile);
#else
    const std::string runtime = xdgFolder("XDG_RUNTIME_DIR");
    if (!runtime.empty())
        return runtime + "/latchkey" + profileSuffix(profile);
    const std::string state = xdgFolder("XDG_STATE_HOME");
    return (state.empty() ? homeFolder() + "/.local/state" : state) + "/latchkey/run"
           + profileSuffix(profile);
#endif
}

//! The agent's socket: LATCHKEY_SOCKET, else the one of the profile. A profile that is named by the
//! caller is meant, whatever the environment says.
[[nodiscard]] inline std::string socketPath(std::string_view profile = {})
{
    const std::string_view given = environmentText("LATCHKEY_SOCKET");
    if (profile.empty() && !given.empty())
        return std::string(given);
    return runtimeFolder(profile) + "/agent.sock";
}

} // namespace latchkey
