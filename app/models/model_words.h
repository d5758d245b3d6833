// How figures of models are said. GUI thread only.
#pragma once

#include <QString>

#include "app/models/machine_memory.h"
#include "engine/api/model_info.h"

namespace eddy {

QString bytesText(std::int64_t bytes);
/// "1.5 B parameters"
QString countText(std::int64_t parameters);
/// "rwkv7" as people write it: "RWKV-7".
QString familyName(const QString& architecture);
/// "RWKV-7 · 36 M parameters · Q5_K · 29 MB"
QString factsText(const ModelInfo& info);
/// "weights 2.9 GB, state 11 MB, work 120 MB"
QString needsText(const ModelInfo& info);
/// "8.2 of 16 GB free; NVIDIA H100: 80 GB". Empty when the system does not say.
QString machineText(const MachineMemory& memory);
/// "23 tokens/s"
QString speedText(double tokensPerSecond);

enum class MemoryFit { Unknown, Fits, Tight, TooLarge };
/// Tight: only when other programs give some back.
MemoryFit fitOf(std::int64_t needed, const MachineMemory& memory);
QString fitText(MemoryFit fit);

}  // namespace eddy
