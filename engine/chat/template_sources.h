// The JavaScript that renders templates, compiled in. template_sources.cpp is written by CMake.
#pragma once

#include <string_view>

namespace eddy {

std::string_view jinja_source();            ///< evaluates to the exports of @huggingface/jinja
std::string_view render_template_source();  ///< engine/chat/render_template.js

}  // namespace eddy
