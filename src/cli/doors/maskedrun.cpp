// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/doors/childprocess.h"
#include "cli/doors/files.h"
#include "cli/doors/terminal.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <optional>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace cli {

using latchkey::Bytes;
using latchkey::Error;
using latchkey::ErrorCode;
using latchkey::Result;

namespace {

constexpr int pauseMilliseconds = 150; //!< then a prompt's end is shown
constexpr int lastWordsMilliseconds = 200; //!< what the program's children may still say

Error systemError(const char *what)
{
    return {ErrorCode::Internal, std::string(what) + ": " + std::strerror(errno) + '.', {}, false};
}

constexpr std::array<int, 9> watched{
    SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGWINCH, SIGCHLD, SIGCONT};

int signalWriter = -1;

extern "C" void noteSignal(int number, siginfo_t *info, void *)
{
    const int before = errno;
    const bool isSent = info == nullptr || info->si_code <= 0 || info->si_code == SI_USER;
    const std::array<char, 2> note{static_cast<char>(number), isSent ? '\1' : '\0'};
    (void)!::write(signalWriter, note.data(), note.size());
    errno = before;
}

//! Signals as something to poll for; as they were when it goes.
class Signals
{
public:
    [[nodiscard]] bool begin()
    {
        if (::pipe(m_ends.data()) != 0)
            return false;
        for (const int end : m_ends) {
            ::fcntl(end, F_SETFD, FD_CLOEXEC);
            ::fcntl(end, F_SETFL, O_NONBLOCK);
        }
        signalWriter = m_ends[1];
        for (std::size_t i = 0; i < watched.size(); ++i) {
            struct sigaction action = {};
            action.sa_sigaction = &noteSignal;
            action.sa_flags = SA_SIGINFO | SA_RESTART;
            ::sigaction(watched[i], &action, &m_before[i]);
            // Who was started to ignore it (nohup) goes on to.
            if (m_before[i].sa_handler == SIG_IGN && watched[i] != SIGCHLD)
                ::sigaction(watched[i], &m_before[i], nullptr);
        }
        return true;
    }
    void restore()
    {
        if (signalWriter < 0)
            return;
        for (std::size_t i = 0; i < watched.size(); ++i)
            ::sigaction(watched[i], &m_before[i], nullptr);
        signalWriter = -1;
        ::close(m_ends[0]);
        ::close(m_ends[1]);
    }
    Signals() = default;
    ~Signals() { restore(); }
    Signals(const Signals &) = delete;
    Signals &operator=(const Signals &) = delete;
    [[nodiscard]] int fd() const { return m_ends[0]; }

private:
    std::array<int, 2> m_ends{-1, -1};
    std::array<struct sigaction, watched.size()> m_before{};
};

//! One way from the program to one of our outputs.
struct Stream
{
    Stream(int fromFd, int toFd, const MaskWords &words)
        : from(fromFd)
        , to(toFd)
        , mask(words)
    {}
    int from;
    int to;
    Mask mask;
};

//! The program while it runs.
class MaskedRun
{
public:
    MaskedRun(const MaskWords &words)
        : m_words(words)
        , m_keys(STDIN_FILENO)
    {}
    ~MaskedRun()
    {
        for (const int fd : m_pipes)
            ::close(fd);
    }
    MaskedRun(const MaskedRun &) = delete;
    MaskedRun &operator=(const MaskedRun &) = delete;

    [[nodiscard]] Result<> start(const std::vector<std::string_view> &command,
                                 Environment &environment);
    [[nodiscard]] int watch();
    //! Why what the program said could not be passed on; 0: it was, or nobody reads any more.
    [[nodiscard]] int trouble() const { return m_trouble; }

private:
    [[noreturn]] void beTheProgram(const std::vector<std::string_view> &command,
                                   Environment &environment,
                                   int complaints);
    [[nodiscard]] Result<> makeStreams();
    [[nodiscard]] bool isOnTerminal() const { return m_terminal != nullptr; }
    void takeSignals();
    void takeChild();
    void take(Stream &stream);
    void sendKeys();
    void takeKeys();
    void show(Stream &stream, const std::string &text);

    const MaskWords &m_words;
    Signals m_signals;
    std::unique_ptr<OwnTerminal> m_terminal;
    int m_like = -1; //!< which of our descriptors is the terminal
    RawKeys m_keys;
    bool m_takesKeys = false;
    Bytes m_typed; //!< what the program has not read yet
    std::array<int, 3> m_given{STDIN_FILENO, -1, -1}; //!< the program's 0, 1 and 2
    std::vector<int> m_pipes;
    std::vector<std::unique_ptr<Stream>> m_streams;
    pid_t m_pid = -1;
    int m_trouble = 0;
    std::optional<int> m_status;
};

Result<> MaskedRun::makeStreams()
{
    for (const int fd : {STDOUT_FILENO, STDERR_FILENO}) {
        if (::isatty(fd) != 1)
            continue;
        if (!isOnTerminal()) {
            auto made = OwnTerminal::open(fd);
            if (!made)
                return made.error();
            m_terminal = std::make_unique<OwnTerminal>(std::move(*made));
            m_like = fd;
            m_streams.push_back(std::make_unique<Stream>(m_terminal->ours(), fd, m_words));
        }
        m_given[static_cast<std::size_t>(fd)] = m_terminal->theirs();
    }
    for (const int fd : {STDOUT_FILENO, STDERR_FILENO}) {
        if (m_given[static_cast<std::size_t>(fd)] >= 0)
            continue;
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0)
            return systemError("No pipe can be made");
        for (const int end : ends) {
            ::fcntl(end, F_SETFD, FD_CLOEXEC);
            m_pipes.push_back(end);
        }
        m_given[static_cast<std::size_t>(fd)] = ends[1];
        m_streams.push_back(std::make_unique<Stream>(ends[0], fd, m_words));
    }
    m_takesKeys = isOnTerminal() && ::isatty(STDIN_FILENO) == 1;
    if (m_takesKeys)
        m_given[0] = m_terminal->theirs();
    return {};
}

void MaskedRun::beTheProgram(const std::vector<std::string_view> &command,
                             Environment &environment,
                             int complaints)
{
    if (isOnTerminal()) {
        ::setsid();
        ::ioctl(m_terminal->theirs(), TIOCSCTTY, 0);
    }
    for (int fd = 0; fd < 3; ++fd) {
        if (m_given[static_cast<std::size_t>(fd)] != fd)
            ::dup2(m_given[static_cast<std::size_t>(fd)], fd);
    }
    m_signals.restore();
    std::signal(SIGPIPE, SIG_DFL);
    const Error error = become(command, environment);
    const std::string text = static_cast<char>(error.code) + error.message;
    (void)writeOut(complaints, text);
    ::_exit(127);
}

Result<> MaskedRun::start(const std::vector<std::string_view> &command, Environment &environment)
{
    const auto made = makeStreams();
    if (!made)
        return made;
    std::array<int, 2> complaints{};
    if (::pipe(complaints.data()) != 0 || !m_signals.begin())
        return systemError("No pipe can be made");
    for (const int end : complaints)
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
    m_pid = ::fork();
    if (m_pid < 0)
        return systemError("No process can be made");
    if (m_pid == 0)
        beTheProgram(command, environment, complaints[1]);
    ::close(complaints[1]);
    if (isOnTerminal())
        m_terminal->closeTheirs();
    for (std::size_t i = 1; i < m_pipes.size(); i += 2) {
        ::close(m_pipes[i]);
        m_pipes[i] = -1;
    }
    std::erase(m_pipes, -1);
    std::string why;
    std::array<char, 512> part;
    ssize_t count = 0;
    while ((count = ::read(complaints[0], part.data(), part.size())) > 0
           || (count < 0 && errno == EINTR)) {
        if (count > 0)
            why.append(part.data(), static_cast<std::size_t>(count));
    }
    ::close(complaints[0]);
    if (why.empty())
        return {};
    ::waitpid(m_pid, nullptr, 0);
    return Error{static_cast<ErrorCode>(why.front()), why.substr(1), {}, false};
}

void MaskedRun::show(Stream &stream, const std::string &text)
{
    if (writeOut(stream.to, text))
        return;
    if (errno != EPIPE)
        m_trouble = errno;
    // Nobody reads any more: the program is to notice it by its own output.
    if (!isOnTerminal() || stream.from != m_terminal->ours()) {
        std::erase(m_pipes, stream.from);
        ::close(stream.from);
    }
    stream.from = -1;
}

void MaskedRun::take(Stream &stream)
{
    std::array<char, 16 * 1024> buffer;
    const ssize_t count = ::read(stream.from, buffer.data(), buffer.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (count <= 0) { // a terminal that nobody has open is EIO
        show(stream, stream.mask.end());
        stream.from = -1;
        return;
    }
    show(stream,
         stream.mask.pass(std::string_view(buffer.data(), static_cast<std::size_t>(count))));
    latchkey::wipe(buffer.data(), static_cast<std::size_t>(count));
}

void MaskedRun::takeKeys()
{
    std::array<char, 4096> buffer;
    const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count > 0) {
        m_typed.append(buffer.data(), static_cast<std::size_t>(count));
        latchkey::wipe(buffer.data(), static_cast<std::size_t>(count));
    } else if (count == 0 || errno != EINTR) {
        m_takesKeys = false;
    }
}

void MaskedRun::sendKeys()
{
    const ssize_t count = ::write(m_terminal->ours(), m_typed.data(), m_typed.size());
    if (count > 0)
        m_typed.erase(0, static_cast<std::size_t>(count));
    else if (count < 0 && errno != EINTR && errno != EAGAIN)
        m_typed.clear();
}

void MaskedRun::takeSignals()
{
    std::array<char, 2> note{};
    while (::read(m_signals.fd(), note.data(), note.size()) == 2) {
        const int number = note[0];
        if (number == SIGCHLD) {
            takeChild();
        } else if (number == SIGWINCH) {
            if (isOnTerminal())
                m_terminal->followSize(m_like);
        } else if (number == SIGCONT) {
            if (m_takesKeys)
                m_keys.begin();
            ::kill(isOnTerminal() ? -m_pid : m_pid, SIGCONT);
        } else if (isOnTerminal()) {
            ::kill(-m_pid, number);
        } else if (note[1] != '\0') {
            // What the keyboard sends reaches the program by itself: it is in our group.
            ::kill(m_pid, number);
        }
    }
}

void MaskedRun::takeChild()
{
    int status = 0;
    while (::waitpid(m_pid, &status, WNOHANG | WUNTRACED) == m_pid) {
        if (!WIFSTOPPED(status)) {
            m_status = status;
            return;
        }
        // Ctrl-Z in the program's terminal: we stop as well, and go on with it.
        if (isOnTerminal()) {
            m_keys.restore();
            ::raise(SIGSTOP);
        }
    }
}

int MaskedRun::watch()
{
    if (m_takesKeys)
        m_keys.begin();
    while (true) {
        std::vector<pollfd> waited{{m_signals.fd(), POLLIN, 0}};
        std::vector<Stream *> streams;
        int patience = m_status ? lastWordsMilliseconds : -1;
        for (const auto &stream : m_streams) {
            if (stream->from < 0)
                continue;
            waited.push_back({stream->from, POLLIN, 0});
            streams.push_back(stream.get());
            if (stream->mask.isHolding() && !m_status)
                patience = pauseMilliseconds;
        }
        if (m_status && streams.empty())
            return *m_status;
        const bool sends = isOnTerminal() && !m_typed.empty() && !m_status;
        const bool takes = m_keys.isOn() && m_takesKeys && m_typed.empty() && !m_status;
        if (sends)
            waited.push_back({m_terminal->ours(), POLLOUT, 0});
        else if (takes)
            waited.push_back({STDIN_FILENO, POLLIN, 0});
        const int ready = ::poll(waited.data(), waited.size(), patience);
        if (ready < 0 && errno != EINTR)
            return m_status.value_or(0);
        if (ready == 0 && m_status) {
            for (Stream *const stream : streams)
                show(*stream, stream->mask.end());
            return *m_status;
        }
        if (ready == 0) {
            for (Stream *const stream : streams)
                show(*stream, stream->mask.pause());
        }
        if (ready <= 0)
            continue;
        if (waited.front().revents != 0)
            takeSignals();
        for (std::size_t i = 0; i < streams.size(); ++i) {
            if (waited[i + 1].revents != 0)
                take(*streams[i]);
        }
        if (sends && waited.back().revents != 0)
            sendKeys();
        else if (takes && waited.back().revents != 0)
            takeKeys();
    }
}

//! Ends as the program did, so that a shell sees the same.
int endedLike(int status)
{
    if (!WIFSIGNALED(status))
        return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
    const int number = WTERMSIG(status);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    std::signal(number, SIG_DFL);
    sigset_t only;
    ::sigemptyset(&only);
    ::sigaddset(&only, number);
    ::sigprocmask(SIG_UNBLOCK, &only, nullptr);
    ::raise(number);
    return 128 + number;
}

} // namespace

Outcome runMasked(const std::vector<std::string_view> &command,
                  Environment &environment,
                  const MaskWords &words)
{
    int status = 0;
    {
        MaskedRun run(words);
        const auto started = run.start(command, environment);
        if (!started)
            return started.error();
        status = run.watch();
        if (run.trouble() != 0)
            return Error{ErrorCode::Internal,
                         std::string("What the program printed could not be written: ")
                             + std::strerror(run.trouble()) + '.',
                         {},
                         false};
    }
    return endedLike(status);
}

} // namespace cli
