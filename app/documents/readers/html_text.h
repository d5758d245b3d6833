// The readable text of an HTML page, through libxml2's HTML parser.
#pragma once

#include <string>
#include <string_view>

#include "app/documents/readers/passage_writer.h"

namespace eddy {

/// `encoding` as iconv names it, or empty: then the page's own declaration counts, else it is detected. The page's title
/// goes to `title`. Damaged pages give what can be read of them: browsers do the same.
void write_html(std::string_view bytes, const std::string& encoding, PassageWriter& writer, std::string& title);

}  // namespace eddy
