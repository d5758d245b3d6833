// What can go wrong because of a file, a device or the user. Mistakes of our own are asserts, not errors.
#pragma once

#include <string>

namespace eddy {

enum class ErrorCode {
  Cancelled,                ///< a stop was requested; not a failure
  InvalidArgument,          ///< a value given by the caller's user is outside what is accepted
  OutOfMemory,              ///< host or device memory does not suffice
  FileNotFound,             ///< no such file or folder
  FileUnreadable,           ///< it exists but cannot be opened, read or written (rights, I/O error)
  FileLocked,               ///< another program uses it at the moment
  DiskFull,                 ///< no space left where it has to be written
  FileTooNew,               ///< written by a newer version of Eddy; left untouched
  FileCorrupt,              ///< contents contradict themselves: truncated, overlapping, bad checksum
  UnsupportedFormat,        ///< a file, weight or tokenizer format this program does not know
  UnsupportedArchitecture,  ///< a network this program does not know
  StateMismatch,            ///< a snapshot of another model, tokenizer, chat format or token list
  DeviceLost,               ///< a GPU went away or refused to work
  Internal,                 ///< a library failed in a way we did not foresee
};

/// `message` names the room and the culprit ("[gguf] tensor 'blk.0.ffn': ends 12 bytes past the end of model.gguf") and
/// the remedy where there is one. `detail` is for the log. Neither is translated: the app maps `code` to the user's language.
struct Error {
  ErrorCode code = ErrorCode::Internal;
  std::string message;
  std::string detail;
};

}  // namespace eddy
