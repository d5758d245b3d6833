#include "app/inference/turn.h"

namespace eddy {

std::string reading_of(const LanguageModel& model) {
  return model.tokenizer_fingerprint() + "/" + model.chat_format().name();
}

RereadReason compare_readings(const std::string& stored, const std::string& current) {
  if (stored == current) return RereadReason::None;
  const auto tokenizer = [](const std::string& reading) { return reading.substr(0, reading.find('/')); };
  return tokenizer(stored) == tokenizer(current) ? RereadReason::ChatFormatChanged : RereadReason::TokenizerChanged;
}

}  // namespace eddy
