// Jinja templates, rendered in a cage: whatever a downloaded template does, it ends soon and touches nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/api/result.h"

namespace eddy {

struct TemplateMessage {
  std::string role;                 ///< "system", "user", "assistant"
  std::string content;
};

/// What a template is rendered for.
struct TemplateConversation {
  std::vector<TemplateMessage> messages;
  bool add_generation_prompt = false;
  std::vector<std::pair<std::string, bool>> switches;  ///< further variables, as "enable_thinking"
};

/// A wall clock reading, in local time: what strftime_now() tells.
struct TemplateClock {
  int year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0;
  int weekday = 4;                  ///< 0 = Sunday
  int yearday = 1;                  ///< 1 to 366
  static TemplateClock now();
};

struct ChatTemplate {
  std::string text;
  std::vector<std::pair<std::string, std::string>> values;  ///< bos_token and its like
};

/// Bounds of one call, all conversations together.
struct TemplateLimits {
  double seconds = 3;
  std::size_t memory = 96u << 20;   ///< beyond what the texts themselves need
  std::size_t longest_template = 1u << 20;
};

/// The text of each conversation, or why the template refused it (its own raise_exception() included). An error for the
/// whole when the template cannot be read, is too large, or hits a limit. Thread-safe: every call has a cage of its own.
Result<std::vector<Result<std::string>>> render_template(const ChatTemplate& chat_template,
                                                         const std::vector<TemplateConversation>& conversations,
                                                         const TemplateClock& clock = TemplateClock::now(),
                                                         const TemplateLimits& limits = {});

}  // namespace eddy
