// Chats in the words of the model's own Jinja template.
//
// A recurrent model has read the conversation so far; only what is new is fed. The template knows whole transcripts only, so
// it is rendered for a short stand-in conversation that ends with the real new message, and what follows the stand-in answer
// is the new turn. Whether that is right for a template is found out once, when the model is opened: transcripts of one, two
// and three turns must extend each other. Where a template rewrites what came before (leaves out earlier thinking), the
// policy is: what the model has read stays as it was read. It is told in notes().
//
// Special tokens. Those in the template's own words are meant. Before rendering, every text of a special token inside a
// message is broken by a noncharacter of Unicode that occurs nowhere else; after rendering these are taken out again and
// their places become ChatText::breaks. So the template sees a message nearly as it is, and no message can forge a turn.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/api/chat_format.h"
#include "engine/api/result.h"
#include "engine/chat/template_renderer.h"
#include "engine/tokenizers/tokenizer.h"

namespace eddy {

struct TemplateFormat {
  std::shared_ptr<const ChatFormat> format;
  std::vector<std::string> notes;
};

/// An error when the template cannot be used at all: it does not parse, refuses a plain chat, drops messages.
/// `end_tokens` end an answer besides the template's own end of a turn.
Result<TemplateFormat> make_template_format(ChatTemplate chat_template, const Tokenizer& tokenizer,
                                            std::vector<TokenId> end_tokens, const TemplateLimits& limits = {});

}  // namespace eddy
