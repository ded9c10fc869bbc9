// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <memory>
#include <utility>

namespace prometheus {
class Counter;
class Gauge;
class Histogram;
} // namespace prometheus

namespace web {

using Labels = QList<std::pair<QByteArray, QByteArray>>;

//! Only grows. Lives as long as its Metrics; copies are the same counter. A default-made one
//! counts nothing.
class Counter
{
public:
    Counter() = default;
    void increment(double by = 1);
    [[nodiscard]] double value() const;

private:
    friend class Metrics;
    explicit Counter(prometheus::Counter *counter)
        : m_counter(counter)
    {}
    prometheus::Counter *m_counter = nullptr;
};

//! Goes up and down.
class Gauge
{
public:
    Gauge() = default;
    void set(double value);
    void increment(double by = 1);
    void decrement(double by = 1);
    [[nodiscard]] double value() const;

private:
    friend class Metrics;
    explicit Gauge(prometheus::Gauge *gauge)
        : m_gauge(gauge)
    {}
    prometheus::Gauge *m_gauge = nullptr;
};

//! Counts observations in buckets.
class Histogram
{
public:
    Histogram() = default;
    void observe(double value);

private:
    friend class Metrics;
    explicit Histogram(prometheus::Histogram *histogram)
        : m_histogram(histogram)
    {}
    prometheus::Histogram *m_histogram = nullptr;
};

//! The numbers that `/metrics` shows, by name and labels. Asking for the same one again gives the
//! same one; keep what is used often, looking it up costs. Any thread.
class Metrics
{
public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics &) = delete;
    Metrics &operator=(const Metrics &) = delete;

    [[nodiscard]] Counter counter(const QByteArray &name,
                                  const QByteArray &help,
                                  const Labels &labels = {});
    [[nodiscard]] Gauge gauge(const QByteArray &name,
                              const QByteArray &help,
                              const Labels &labels = {});
    //! \a bounds are the buckets' upper ends, in seconds for a duration; empty: 0.5 ms to 10 s.
    [[nodiscard]] Histogram histogram(const QByteArray &name,
                                      const QByteArray &help,
                                      const Labels &labels = {},
                                      const QList<double> &bounds = {});

    //! Prometheus' text exposition format 0.0.4.
    [[nodiscard]] QByteArray text() const;

private:
    struct Registry;
    std::unique_ptr<Registry> m_registry;
};

} // namespace web
