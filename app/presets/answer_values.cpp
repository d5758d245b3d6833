#include "app/presets/answer_values.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMetaProperty>
#include <QRandomGenerator>
#include <algorithm>
#include <array>

#include "engine/api/tools.h"

namespace eddy {
namespace {

constexpr std::array kNames = {"temperature", "topK", "topP", "minP", "typicalP", "presencePenalty", "frequencyPenalty",
                               "penaltyDecay", "repetitionPenalty", "maxTokens", "seed", "stopStrings", "shape", "shapeText", "thinking", "thinkingBudget"};

std::uint64_t freshSeed() { return QRandomGenerator::system()->generate64() | 1; }

float within(double value, double low, double high) { return static_cast<float>(std::clamp(value, low, high)); }

}  // namespace

void AnswerValues::resetGeneration() { take({}); }

QJsonObject AnswerValues::toJson() const {
  QJsonObject values;
  for (const auto* name : kNames) {
    const auto value = property(name);
    values[QLatin1String(name)] = value.metaType().id() == QMetaType::QStringList ? QJsonValue(QJsonArray::fromStringList(value.toStringList()))
                                  : value.metaType().flags() & QMetaType::IsEnumeration ? QJsonValue(value.toInt())
                                                                                        : QJsonValue::fromVariant(value);
  }
  return values;
}

void AnswerValues::take(const QJsonObject& values) {
  static const AnswerValues defaults;
  QSignalBlocker quiet(this);
  for (const auto* name : kNames) {
    const auto value = values.value(QLatin1String(name));
    const auto usual = defaults.property(name);
    const int type = usual.metaType().id();
    const bool fits = type == QMetaType::QString ? value.isString() : type == QMetaType::QStringList ? value.isArray() : value.isDouble();
    if (!fits) setProperty(name, usual);
    else if (type == QMetaType::QStringList) setProperty(name, value.toArray().toVariantList());
    else if (type == QMetaType::QString) setProperty(name, value.toString());
    else if (type == QMetaType::Double) setProperty(name, value.toDouble());
    else setProperty(name, value.toInt());
  }
  if (m_shape < AnyText || m_shape > Grammar) m_shape = AnyText;
  if (m_thinking < AsTheModel || m_thinking > AlwaysThinking) m_thinking = AsTheModel;
  quiet.unblock();
  emit generationChanged();
}

Result<std::string> AnswerValues::grammar() const {
  const auto text = m_shapeText.toStdString();
  if (m_shape == AnyText || m_shapeText.trimmed().isEmpty()) return std::string();
  if (m_shape == JsonSchema) return grammar_of_json_schema(text);
  if (auto usable = check_grammar(text); !usable) return usable.error();
  return text;
}

QString AnswerValues::shapeError() const {
  const auto usable = grammar();
  return usable ? QString() : QString::fromStdString(usable.error().message);
}

GenerationParams AnswerValues::generationParams() const {
  GenerationParams params;
  auto& sampler = params.sampler;
  sampler.temperature = within(m_temperature, 0, 5);
  sampler.top_k = std::max(m_topK, 0);
  sampler.top_p = within(m_topP, 0, 1);
  sampler.min_p = within(m_minP, 0, 1);
  sampler.typical_p = within(m_typicalP, 0, 1);
  sampler.presence_penalty = within(m_presencePenalty, -2, 2);
  sampler.frequency_penalty = within(m_frequencyPenalty, -2, 2);
  sampler.penalty_decay = within(m_penaltyDecay, 0, 1);
  sampler.repetition_penalty = within(m_repetitionPenalty, 0.1, 5);
  if (auto shape = grammar()) sampler.grammar = *std::move(shape);
  bool fixed = false;
  const auto seed = m_seed.trimmed().toULongLong(&fixed);
  sampler.seed = fixed && seed != 0 ? seed : freshSeed();
  params.max_tokens = std::clamp(m_maxTokens, 1, 1'000'000);
  for (const auto& stop : m_stopStrings) {
    if (!stop.isEmpty()) params.stop_strings.push_back(stop.toStdString());
  }
  return params;
}

ThinkingWish AnswerValues::thinkingWish() const {
  ThinkingWish wish{.wanted = std::nullopt, .budget = std::clamp(m_thinkingBudget, 0, 1'000'000)};
  if (m_thinking != AsTheModel) wish.wanted = m_thinking == AlwaysThinking;
  return wish;
}

std::optional<ThinkingWish> thinkingOf(const std::string& ownValues) {
  const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(ownValues));
  if (!json.isObject()) return std::nullopt;
  AnswerValues values;
  values.take(json.object());
  return values.thinkingWish();
}

std::optional<GenerationParams> paramsOf(const std::string& ownValues) {
  const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(ownValues));
  if (!json.isObject()) return std::nullopt;
  AnswerValues values;
  values.take(json.object());
  return values.generationParams();
}

}  // namespace eddy
