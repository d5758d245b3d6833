// How devices and their figures are said. GUI thread only.
#pragma once

#include <QString>

#include "app/devices/device_records.h"

namespace eddy {

/// "Processor", "Graphics card through CUDA"
QString kindText(const DeviceInfo& device);
/// "12 GB free of 16 GB"; empty when not known.
QString memoryText(const DeviceInfo& device);
/// "2 cores, x86-64, AVX2 · driver 550.54"
QString factsText(const DeviceInfo& device);
/// "reads 21 GB of weights a second, 1.2 trillion operations a second"
QString speedText(const DeviceSpeed& speed);
/// How the last self-test ended; empty when there was none.
QString testText(const DeviceRecord& record);
/// "24 of 32 layers of Model lie here"
QString layersText(const PlacedLayers& layers, const QString& model);
/// Why models are not put there; empty when they may be. `needed` bytes of the loaded model, 0: none is loaded.
QString whyNotText(const DeviceInfo& device, const DeviceRecord* record, std::int64_t needed, const QString& model);

}  // namespace eddy
