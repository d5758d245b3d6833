#include "app/devices/device_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "app/models/model_words.h"

namespace eddy {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(DeviceWords)
};

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

}  // namespace

QString kindText(const DeviceInfo& device) {
  const auto backend = device.backend == "cuda" ? QStringLiteral("CUDA") : QStringLiteral("Vulkan");
  if (device.backend == "cpu") return Words::tr("Processor");
  if (device.software) return Words::tr("Software driver, through %1").arg(backend);
  if (device.kind == "integrated GPU") return Words::tr("Graphics of the processor, through %1").arg(backend);
  if (device.kind == "virtual GPU") return Words::tr("Virtual graphics, through %1").arg(backend);
  return Words::tr("Graphics card, through %1").arg(backend);
}

QString memoryText(const DeviceInfo& device) {
  if (device.memory_bytes <= 0) return {};
  const auto total = bytesText(device.memory_bytes);
  return device.memory_free > 0 ? Words::tr("%1 of %2 of memory free").arg(bytesText(device.memory_free), total)
                                : Words::tr("%1 of memory").arg(total);
}

QString factsText(const DeviceInfo& device) {
  QStringList parts;
  if (!device.detail.empty()) parts += text(device.detail);
  if (!device.driver.empty() && device.detail.find(device.driver) == std::string::npos) parts += Words::tr("driver %1").arg(text(device.driver));
  return parts.join(QStringLiteral(" \u00b7 "));
}

QString speedText(const DeviceSpeed& speed) {
  constexpr double kBillion = 1e9;
  return Words::tr("Reads %1 of weights a second when it writes; %2 billion operations a second when it reads")
      .arg(bytesText(static_cast<std::int64_t>(speed.decode_bytes_per_second)),
           QLocale().toString(speed.prefill_operations_per_second / kBillion, 'f', 0));
}

QString testText(const DeviceRecord& record) {
  if (!record.problem.empty()) return Words::tr("The last test ended early: %1").arg(text(record.problem));
  if (!record.tested()) return {};
  if (record.wrong > 0) return Words::tr("Self-test: %n operation(s) computed wrongly: %1", nullptr, record.wrong).arg(text(record.wrongOps));
  if (record.absent > 0) {
    return Words::tr("Self-test: all of %n operation(s) right, %1 that only some models need are missing", nullptr, record.right)
        .arg(QLocale().toString(record.absent));
  }
  return Words::tr("Self-test: all of %n operation(s) right", nullptr, record.right);
}

QString layersText(const PlacedLayers& layers, const QString& model) {
  return Words::tr("%1 of %2 layers of %3 lie here").arg(layers.layers).arg(layers.of_layers).arg(model);
}

QString whyNotText(const DeviceInfo& device, const DeviceRecord* record, std::int64_t needed, const QString& model) {
  if (!device.usable) return Words::tr("Cannot be used: %1").arg(text(device.why_not));
  if (record && record->wrong > 0) return Words::tr("Not used by itself: its self-test found wrong results. Update its driver and test it again.");
  if (device.software) return Words::tr("Not used by itself: this driver computes on the processor, more slowly than Eddy does.");
  if (device.backend != "cpu" && needed > 0 && device.memory_free > 0 && needed > device.memory_free) {
    return Words::tr("Too little memory for %1, which needs %2.").arg(model, bytesText(needed));
  }
  return {};
}

}  // namespace eddy
