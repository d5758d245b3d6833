#include "app/models/model_quantiser.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QMetaObject>
#include <QStorageInfo>

#include "app/downloads/download_journal.h"
#include "app/errors/error_text.h"

namespace eddy {
namespace {

constexpr qint64 kReserve = 64 << 20;  // bytes that stay free on the disk

std::filesystem::path pathOf(const QString& path) { return std::filesystem::path(path.toStdU16String()); }

}  // namespace

ModelQuantiser::ModelQuantiser(InstalledModels& models, QObject* parent) : QObject(parent), m_models(models) {}

ModelQuantiser::~ModelQuantiser() { shutdown(); }

void ModelQuantiser::shutdown() {
  ++m_job;
  m_thread = {};
}

QStringList ModelQuantiser::formats() const {
  return {QStringLiteral("Q8_0"), QStringLiteral("Q6_K"), QStringLiteral("Q5_K"), QStringLiteral("Q4_K")};
}

void ModelQuantiser::setFormat(const QString& format) {
  if (m_busy || format == m_format || !formats().contains(format)) return;
  m_format = format;
  measure();
}

/// One at a time: the older one is asked to stop and waited for, which is soon, since it looks between slices.
template <class Work, class Done>
void ModelQuantiser::run(Work work, Done done) {
  m_thread = {};
  m_thread = std::jthread([this, job = ++m_job, work = std::move(work), done = std::move(done)](std::stop_token stop) {
    auto result = work(stop, job);
    QMetaObject::invokeMethod(this, [this, job, done, result = std::move(result)] {
      if (job == m_job) done(result);
    }, Qt::QueuedConnection);
  });
}

QuantizeRequest ModelQuantiser::request() const {
  QuantizeRequest wanted;
  wanted.in = pathOf(m_path);
  wanted.format = m_format.toStdString();
  return wanted;
}

void ModelQuantiser::prepare(const QString& path) {
  const auto* model = m_models.find(path);
  if (m_busy || !model) return;
  m_path = path;
  m_name = m_models.index(static_cast<int>(model - m_models.all().data())).data(InstalledModels::NameRole).toString();
  m_done.clear();
  measure();
}

void ModelQuantiser::measure() {
  m_estimate.reset();
  m_problem.clear();
  m_measuring = true;
  emit changed();
  run([wanted = request(), estimate = m_ports.estimate](std::stop_token stop, int) { return estimate(wanted, stop); },
      [this](const Result<QuantizeEstimate>& estimate) {
        m_measuring = false;
        if (estimate) m_estimate = *estimate;
        else m_problem = QString::fromStdString(estimate.error().message);
        if (m_estimate && m_estimate->tensors_measured == 0) m_problem = tr("This format would not make it smaller.");
        emit changed();
      });
}

QString ModelQuantiser::sizeWords() const {
  const auto* model = m_models.find(m_path);
  if (!m_estimate || !model) return {};
  return tr("About %1 instead of %2").arg(bytesText(m_estimate->file_bytes), bytesText(model->file.bytes));
}

QString ModelQuantiser::lossWords() const {
  if (!m_estimate || m_estimate->tensors_measured == 0) return {};
  return tr("Its numbers change by %1 % on average (measured on %n matrices)", "", m_estimate->tensors_measured)
      .arg(QLocale().toString(100 * m_estimate->relative_error, 'f', 1));
}

/// Writing a token reads every weight once: the speed follows the bytes.
QString ModelQuantiser::speedWords() const {
  const auto* model = m_models.find(m_path);
  if (!m_estimate || !model || m_estimate->file_bytes <= 0) return {};
  const double times = double(model->file.bytes) / double(m_estimate->file_bytes);
  if (model->speed.answers == 0) return tr("Up to %1 times as fast on this computer").arg(QLocale().toString(times, 'f', 1));
  return tr("Up to %1 instead of %2").arg(eddy::speedText(times * model->speed.median), eddy::speedText(model->speed.median));
}

void ModelQuantiser::start() {
  if (!canStart()) return;
  QDir().mkpath(m_folder);
  const QStorageInfo disk(m_folder);
  if (disk.isValid() && disk.bytesAvailable() < m_estimate->file_bytes + kReserve) {
    m_problem = describe(ErrorCode::DiskFull).title;
    return emit changed();
  }
  auto base = QFileInfo(m_path).isDir() || !QFileInfo(m_path).suffix().isEmpty() ? QFileInfo(m_path).completeBaseName() : m_name;
  auto name = safeFileName(base + u'-' + m_format + QStringLiteral(".gguf"));
  if (name.isEmpty()) name = QStringLiteral("model-%1.gguf").arg(m_format);
  const auto out = freeTarget(m_folder, name);
  m_busy = true;
  m_progress = 0;
  m_problem.clear();
  m_done.clear();
  emit changed();
  emit progressChanged();
  auto wanted = request();
  wanted.out = pathOf(out);
  const auto* model = m_models.find(m_path);
  if (model && model->facts.info.name.empty()) wanted.name = m_name.toStdString();
  run(
      [this, wanted, quantise = m_ports.quantise](std::stop_token stop, int job) {
        return quantise(wanted, stop, [this, job](double fraction) {
          QMetaObject::invokeMethod(this, [this, job, fraction] {
            if (job != m_job || fraction - m_progress < 0.002) return;
            m_progress = fraction;
            emit progressChanged();
          }, Qt::QueuedConnection);
        });
      },
      [this, out](const Result<QuantizeSummary>& summary) { ended(out, summary); });
}

void ModelQuantiser::ended(const QString& out, const Result<QuantizeSummary>& summary) {
  m_busy = false;
  if (summary) {
    m_done = tr("%1 is ready: %2, changed by %3 %")
                 .arg(QFileInfo(out).fileName(), bytesText(summary->file_bytes), QLocale().toString(100 * summary->relative_error, 'f', 1));
    emit made(out);
  } else if (summary.error().code != ErrorCode::Cancelled) {
    m_problem = tr("%1. %2").arg(describe(summary.error().code).title, QString::fromStdString(summary.error().message));
  }
  emit changed();
}

void ModelQuantiser::cancel() {
  if (m_busy || m_measuring) m_thread.request_stop();
}

}  // namespace eddy
