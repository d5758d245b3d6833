// Why a file cannot be read as a document. The codes travel as words from the helper process to the app.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace eddy {

enum class DocumentProblem {
  NotFound,         ///< gone, or never there
  Unreadable,       ///< rights, I/O, a network folder that went away
  Empty,            ///< no bytes, or no text in them
  Binary,           ///< called text, is not
  Unsupported,      ///< a format we do not read
  Damaged,          ///< contradicts itself
  Encrypted,        ///< needs a password (or copy protection keeps everybody out)
  WrongPassword,
  Scanned,          ///< pictures of pages, no text
  TooLarge,         ///< unpacks to more than we accept
  TimedOut,
  Crashed,          ///< the helper died: a parsing library's fault, or out of memory
  Cancelled,
  Changing,         ///< written by another program while it is read
  NotKept,          ///< its text could not be written to the data folder
};

/// "encrypted"; the words of the protocol.
std::string_view name_of(DocumentProblem problem);
std::optional<DocumentProblem> problem_of(std::string_view name);

struct DocumentError {
  DocumentProblem problem = DocumentProblem::Damaged;
  std::string message;  ///< "[pdf] …": for the log and for people who ask for details
};

}  // namespace eddy
