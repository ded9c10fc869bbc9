// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doors/files.h"

#include "cli/context.h"

#include <array>
#include <cerrno>
#include <climits>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace cli {

using latchkey::Bytes;
using latchkey::Error;
using latchkey::ErrorCode;
using latchkey::Result;
using latchkey::Secret;

namespace {

Error failed(std::string_view path, int number)
{
    const ErrorCode code = number == ENOENT                      ? ErrorCode::NotFound
                           : number == EACCES || number == EPERM ? ErrorCode::Denied
                                                                 : ErrorCode::Internal;
    const std::string shown = path == "-" ? "Standard input" : std::string(path);
    return {code, shown + ": " + std::strerror(number) + '.', {}, false};
}

//! Closes on every way out.
class Descriptor
{
public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    {}
    ~Descriptor()
    {
        if (m_fd > 2)
            ::close(m_fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] int fd() const { return m_fd; }

private:
    int m_fd;
};

//! What is no text comes as base64 (docs/api.md).
Secret fromBase64(std::string_view text)
{
    Bytes decoded;
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char c : text) {
        const auto value = c >= 'A' && c <= 'Z'   ? c - 'A'
                           : c >= 'a' && c <= 'z' ? c - 'a' + 26
                           : c >= '0' && c <= '9' ? c - '0' + 52
                           : c == '+'             ? 62
                           : c == '/'             ? 63
                                                  : -1;
        if (value < 0)
            continue;
        bits = (bits << 6U) | static_cast<std::uint32_t>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            decoded += static_cast<char>((bits >> count) & 0xffU);
        }
    }
    return Secret(std::string_view(decoded));
}

} // namespace

Secret textOf(const latchkey::Json &answer, std::string_view name)
{
    if (answer["encoding"].text() == "base64")
        return fromBase64(answer[name].text());
    return Secret(answer[name].text());
}

bool writeOut(int fd, std::string_view content)
{
    while (!content.empty()) {
        const ssize_t written = ::write(fd, content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

Result<Bytes> readWhole(std::string_view path, std::size_t limit)
{
    const std::string name(path);
    const Descriptor file(name == "-" ? STDIN_FILENO : ::open(name.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.fd() < 0)
        return failed(path, errno);
    Bytes content;
    std::array<char, 64 * 1024> buffer;
    while (true) {
        const ssize_t count = ::read(file.fd(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR)
            continue;
        const int trouble = errno;
        if (count > 0)
            content.append(buffer.data(), static_cast<std::size_t>(count));
        latchkey::wipe(buffer.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
        if (count < 0)
            return failed(path, trouble);
        if (content.size() > limit)
            return Error{ErrorCode::InvalidInput,
                         (name == "-" ? "Standard input" : name) + " is larger than "
                             + std::to_string(limit / 1024) + " KiB.",
                         {},
                         false};
        if (count == 0)
            return content;
    }
}

Result<> writePrivately(std::string_view path, std::string_view content)
{
    // What a link points to is replaced, not the link; a pipe or a device is written into.
    std::string target(path);
    struct stat found = {};
    if (::stat(target.c_str(), &found) == 0 && !S_ISREG(found.st_mode)) {
        const Descriptor there(::open(target.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
        if (there.fd() < 0 || !writeOut(there.fd(), content))
            return failed(path, errno);
        return {};
    }
    std::array<char, PATH_MAX> real;
    if (::realpath(target.c_str(), real.data()) != nullptr)
        target = real.data();
    std::string temporary = target + ".XXXXXX";
    int number = 0;
    {
        const Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC)); // 0600
        if (file.fd() < 0)
            return failed(path, errno);
        if (!writeOut(file.fd(), content) || ::fsync(file.fd()) != 0)
            number = errno;
    }
    if (number == 0 && std::rename(temporary.c_str(), target.c_str()) != 0)
        number = errno;
    if (number == 0)
        return {};
    ::unlink(temporary.c_str());
    return failed(path, number);
}

std::string currentFolder()
{
    std::array<char, PATH_MAX> folder;
    return ::getcwd(folder.data(), folder.size()) == nullptr ? std::string() : folder.data();
}

std::string absolutePath(std::string_view path)
{
    if (path.starts_with('/'))
        return std::string(path);
    while (path.starts_with("./"))
        path.remove_prefix(2);
    return currentFolder() + '/' + std::string(path);
}

Result<Secret> resolved(Context &context, std::string_view reference, std::string_view folder)
{
    using latchkey::Json;
    const auto answer = context.call(
        "resolve", Json::object().set("reference", reference).setIfAny("folder", folder));
    if (!answer)
        return answer.error();
    return textOf(*answer, "value");
}

} // namespace cli
