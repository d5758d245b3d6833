#include "app/models/model_words.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QStringList>

namespace eddy {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(ModelWords)
};

}  // namespace

QString bytesText(std::int64_t bytes) { return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat); }

QString countText(std::int64_t count) {
  const double n = static_cast<double>(count);
  if (n >= 1e9) return Words::tr("%1 B parameters").arg(QLocale().toString(n / 1e9, 'f', 1));
  if (n >= 1e6) return Words::tr("%1 M parameters").arg(QLocale().toString(n / 1e6, 'f', 0));
  return Words::tr("%1 parameters").arg(QLocale().toString(static_cast<qlonglong>(count)));
}

QString familyName(const QString& architecture) {
  static const QHash<QString, QString> kNames{
      {QStringLiteral("mamba"), QStringLiteral("Mamba")},
      {QStringLiteral("mamba2"), QStringLiteral("Mamba-2")},
      {QStringLiteral("mamba3"), QStringLiteral("Mamba-3")},
      {QStringLiteral("falcon_mamba"), QStringLiteral("Falcon-Mamba")},
      {QStringLiteral("falcon_h1"), QStringLiteral("Falcon-H1")},
      {QStringLiteral("falcon-h1"), QStringLiteral("Falcon-H1")},
      {QStringLiteral("granitehybrid"), QStringLiteral("Granite-H")},
      {QStringLiteral("granitemoehybrid"), QStringLiteral("Granite-H")},
      {QStringLiteral("nemotron_h"), QStringLiteral("Nemotron-H")},
      {QStringLiteral("jamba"), QStringLiteral("Jamba")},
      {QStringLiteral("lfm2"), QStringLiteral("LFM2")},
      {QStringLiteral("lfm2moe"), QStringLiteral("LFM2-MoE")},
      {QStringLiteral("qwen3next"), QStringLiteral("Qwen3-Next")},
      {QStringLiteral("qwen35"), QStringLiteral("Qwen3.5")},
      {QStringLiteral("recurrent_gemma"), QStringLiteral("RecurrentGemma")},
      {QStringLiteral("llama"), QStringLiteral("Llama")},
      {QStringLiteral("mistral"), QStringLiteral("Mistral")},
      {QStringLiteral("qwen2"), QStringLiteral("Qwen2")},
      {QStringLiteral("qwen3"), QStringLiteral("Qwen3")}};
  if (architecture.startsWith(u"rwkv")) return QStringLiteral("RWKV-") + architecture.mid(4);
  return kNames.value(architecture, architecture);
}

QString factsText(const ModelInfo& info) {
  if (info.architecture.empty()) return {};
  QStringList parts{familyName(QString::fromStdString(info.architecture)), countText(info.parameters)};
  if (!info.weight_formats.empty()) parts += QString::fromStdString(info.weight_formats.front().first);
  parts += bytesText(info.file_bytes);
  return parts.join(QStringLiteral(" \u00b7 "));
}

QString needsText(const ModelInfo& info) {
  const auto& needs = info.memory;
  if (needs.weights <= 0) return {};
  return Words::tr("weights %1, state %2, work %3")
      .arg(bytesText(needs.weights), bytesText(needs.state + needs.rows_at(256)), bytesText(needs.work + needs.plans + needs.tables));
}

QString machineText(const MachineMemory& memory) {
  if (memory.total <= 0) return {};
  QStringList parts{Words::tr("%1 of %2 of memory free").arg(bytesText(memory.available), bytesText(memory.total))};
  for (const auto& gpu : memory.gpus) {
    const auto name = QString::fromStdString(gpu.name);
    parts += gpu.total > 0 ? Words::tr("%1: %2").arg(name, bytesText(gpu.total)) : name;
  }
  return parts.join(QStringLiteral(" \u00b7 "));
}

QString speedText(double tokensPerSecond) {
  return Words::tr("%1 tokens/s").arg(QLocale().toString(tokensPerSecond, 'f', tokensPerSecond < 10 ? 1 : 0));
}

MemoryFit fitOf(std::int64_t needed, const MachineMemory& memory) {
  if (needed <= 0 || memory.total <= 0) return MemoryFit::Unknown;
  if (needed > memory.total) return MemoryFit::TooLarge;
  return memory.available > 0 && needed > memory.available ? MemoryFit::Tight : MemoryFit::Fits;
}

QString fitText(MemoryFit fit) {
  switch (fit) {
    case MemoryFit::Fits: return Words::tr("fits");
    case MemoryFit::Tight: return Words::tr("fits when other programs are closed");
    case MemoryFit::TooLarge: return Words::tr("too large for this computer");
    case MemoryFit::Unknown: break;
  }
  return {};
}

}  // namespace eddy
