// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/metrics.h"

#include <map>
#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>
#include <string>
#include <vector>

namespace web {

namespace {

std::map<std::string, std::string> standard(const Labels &labels)
{
    std::map<std::string, std::string> map;
    for (const auto &[name, value] : labels)
        map.emplace(name.toStdString(), value.toStdString());
    return map;
}

std::vector<double> standard(const QList<double> &bounds)
{
    if (bounds.isEmpty())
        return {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
    return {bounds.cbegin(), bounds.cend()};
}

} // namespace

struct Metrics::Registry
{
    prometheus::Registry registry;
};

Metrics::Metrics()
    : m_registry(std::make_unique<Registry>())
{}

Metrics::~Metrics() = default;

Counter Metrics::counter(const QByteArray &name, const QByteArray &help, const Labels &labels)
{
    return Counter(&prometheus::BuildCounter()
                        .Name(name.toStdString())
                        .Help(help.toStdString())
                        .Register(m_registry->registry)
                        .Add(standard(labels)));
}

Gauge Metrics::gauge(const QByteArray &name, const QByteArray &help, const Labels &labels)
{
    return Gauge(&prometheus::BuildGauge()
                      .Name(name.toStdString())
                      .Help(help.toStdString())
                      .Register(m_registry->registry)
                      .Add(standard(labels)));
}

Histogram Metrics::histogram(const QByteArray &name,
                             const QByteArray &help,
                             const Labels &labels,
                             const QList<double> &bounds)
{
    return Histogram(&prometheus::BuildHistogram()
                          .Name(name.toStdString())
                          .Help(help.toStdString())
                          .Register(m_registry->registry)
                          .Add(standard(labels), standard(bounds)));
}

QByteArray Metrics::text() const
{
    const prometheus::TextSerializer serializer;
    return QByteArray::fromStdString(serializer.Serialize(m_registry->registry.Collect()));
}

void Counter::increment(double by)
{
    if (m_counter != nullptr)
        m_counter->Increment(by);
}

double Counter::value() const
{
    return m_counter != nullptr ? m_counter->Value() : 0;
}

void Gauge::set(double value)
{
    if (m_gauge != nullptr)
        m_gauge->Set(value);
}

void Gauge::increment(double by)
{
    if (m_gauge != nullptr)
        m_gauge->Increment(by);
}

void Gauge::decrement(double by)
{
    if (m_gauge != nullptr)
        m_gauge->Decrement(by);
}

double Gauge::value() const
{
    return m_gauge != nullptr ? m_gauge->Value() : 0;
}

void Histogram::observe(double value)
{
    if (m_histogram != nullptr)
        m_histogram->Observe(value);
}

} // namespace web
