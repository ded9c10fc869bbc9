// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>

#include <benchmark/benchmark.h>
#include <cstdio>

namespace {

//! One line a benchmark: its time, and how that stands to the figure it has to keep.
class RatioReporter final : public benchmark::BenchmarkReporter
{
public:
    bool ReportContext(const Context &) override
    {
        std::printf("%-36s %14s %14s %8s\n", "what", "ns", "allowed ns", "ratio");
        return true;
    }

    void ReportRuns(const std::vector<Run> &runs) override
    {
        for (const Run &run : runs) {
            const double time = run.GetAdjustedRealTime();
            const auto allowed = run.counters.find("allowed_ns");
            std::printf("%-36s %14.0f", run.benchmark_name().c_str(), time);
            if (run.error_occurred)
                std::printf(" %s\n", run.error_message.c_str());
            else if (allowed == run.counters.end())
                std::printf("\n");
            else
                std::printf(" %14.0f %8.3f\n", allowed->second.value, time / allowed->second.value);
        }
        std::fflush(stdout);
    }
};

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (qEnvironmentVariableIsEmpty("QT_QUICK_BACKEND"))
        qputenv("QT_QUICK_BACKEND", "software");
    const QApplication app(argc, argv);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    RatioReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    return 0;
}
