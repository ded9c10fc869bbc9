// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
// process_times ROUNDS COMMAND...: how long whole processes take, from fork to wait. The commands
// (words separated by spaces) take turns, so that a busy moment meets all of them; the ratio is to
// the first one.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

struct Command
{
    std::string text;
    std::vector<std::string> words;
    std::vector<double> microseconds;
    int exitCode = 0;
};

Command commandFrom(const std::string &text)
{
    Command command{text, {}, {}, 0};
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at)
            command.words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return command;
}

bool runOnce(Command &command, const posix_spawn_file_actions_t &actions)
{
    std::vector<char *> arguments;
    for (std::string &word : command.words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const auto begin = std::chrono::steady_clock::now();
    pid_t child = 0;
    if (posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ) != 0)
        return false;
    int status = 0;
    if (waitpid(child, &status, 0) != child)
        return false;
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begin;
    command.microseconds.push_back(took.count());
    command.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return true;
}

double at(const Command &command, double part)
{
    return command.microseconds[static_cast<std::size_t>(
        static_cast<double>(command.microseconds.size() - 1) * part)];
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 3) {
        std::fprintf(stderr, "Usage: process_times ROUNDS COMMAND...\n");
        return 2;
    }
    std::vector<Command> commands;
    for (int i = 2; i < argc; ++i)
        commands.push_back(commandFrom(argv[i]));
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    const int rounds = std::max(1, std::atoi(argv[1]));
    for (int round = 0; round < rounds; ++round) {
        for (Command &command : commands) {
            if (!runOnce(command, actions)) {
                std::fprintf(stderr, "%s does not start.\n", command.text.c_str());
                return 1;
            }
        }
    }
    std::printf("%10s %10s %8s %5s  command\n", "median us", "p10 us", "ratio", "exit");
    for (Command &command : commands)
        std::sort(command.microseconds.begin(), command.microseconds.end());
    for (const Command &command : commands)
        std::printf("%10.0f %10.0f %8.2f %5d  %s\n",
                    at(command, 0.5),
                    at(command, 0.1),
                    at(command, 0.5) / at(commands.front(), 0.5),
                    command.exitCode,
                    command.text.c_str());
    return 0;
}
