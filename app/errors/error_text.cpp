#include "app/errors/error_text.h"

#include <QCoreApplication>
#include <array>

namespace eddy {
namespace {

struct Words {
  ErrorCode code;
  const char* name;
  const char* title;
  const char* explanation;
  ErrorAction action;
};

// Texts are marked for translation here and translated when shown.
constexpr std::array kWords = {
    Words{ErrorCode::Cancelled, "Cancelled", QT_TRANSLATE_NOOP("ErrorText", "Stopped"),
          QT_TRANSLATE_NOOP("ErrorText", "You stopped this."), ErrorAction::Retry},
    Words{ErrorCode::InvalidArgument, "InvalidArgument", QT_TRANSLATE_NOOP("ErrorText", "This cannot be done as asked"),
          QT_TRANSLATE_NOOP("ErrorText", "One of the settings or files does not fit; look at the settings and try again."),
          ErrorAction::Retry},
    Words{ErrorCode::OutOfMemory, "OutOfMemory", QT_TRANSLATE_NOOP("ErrorText", "Not enough memory"),
          QT_TRANSLATE_NOOP("ErrorText", "This computer has too little free memory for it; close other programs or choose a smaller model."),
          ErrorAction::ChooseModel},
    Words{ErrorCode::FileNotFound, "FileNotFound", QT_TRANSLATE_NOOP("ErrorText", "The model file is not there"),
          QT_TRANSLATE_NOOP("ErrorText", "It may have been moved or deleted; choose a model that exists."), ErrorAction::ChooseModel},
    Words{ErrorCode::FileUnreadable, "FileUnreadable", QT_TRANSLATE_NOOP("ErrorText", "The file cannot be read"),
          QT_TRANSLATE_NOOP("ErrorText", "Check that you may read it and that its disk works, then try again."), ErrorAction::Retry},
    Words{ErrorCode::FileLocked, "FileLocked", QT_TRANSLATE_NOOP("ErrorText", "The file is in use"),
          QT_TRANSLATE_NOOP("ErrorText", "Another program uses it at the moment; close that and try again."), ErrorAction::Retry},
    Words{ErrorCode::DiskFull, "DiskFull", QT_TRANSLATE_NOOP("ErrorText", "The disk is full"),
          QT_TRANSLATE_NOOP("ErrorText", "Nothing more can be saved; free some space and try again."), ErrorAction::FreeSpace},
    Words{ErrorCode::FileTooNew, "FileTooNew", QT_TRANSLATE_NOOP("ErrorText", "Written by a newer Eddy"),
          QT_TRANSLATE_NOOP("ErrorText", "This version cannot read it and leaves it as it is; update Eddy."), ErrorAction::ChooseModel},
    Words{ErrorCode::FileCorrupt, "FileCorrupt", QT_TRANSLATE_NOOP("ErrorText", "The model file is damaged"),
          QT_TRANSLATE_NOOP("ErrorText", "Its contents do not add up, perhaps because a download broke off; get it again or choose another."),
          ErrorAction::ChooseModel},
    Words{ErrorCode::UnsupportedFormat, "UnsupportedFormat", QT_TRANSLATE_NOOP("ErrorText", "Eddy does not know this kind of file"),
          QT_TRANSLATE_NOOP("ErrorText", "Choose a model in a format that Eddy reads, such as .safetensors or .gguf."),
          ErrorAction::ChooseModel},
    Words{ErrorCode::UnsupportedArchitecture, "UnsupportedArchitecture",
          QT_TRANSLATE_NOOP("ErrorText", "Eddy cannot run this model"),
          QT_TRANSLATE_NOOP("ErrorText", "Its network is of a kind that this version does not know; choose another model."),
          ErrorAction::ChooseModel},
    Words{ErrorCode::StateMismatch, "StateMismatch", QT_TRANSLATE_NOOP("ErrorText", "The saved state does not fit"),
          QT_TRANSLATE_NOOP("ErrorText", "It belongs to another model; try again and the conversation is read anew."), ErrorAction::Retry},
    Words{ErrorCode::DeviceLost, "DeviceLost", QT_TRANSLATE_NOOP("ErrorText", "The device stopped working"),
          QT_TRANSLATE_NOOP("ErrorText", "The graphics card or its driver gave up; what was written is kept, and you can try again."),
          ErrorAction::Retry},
    Words{ErrorCode::Internal, "Internal", QT_TRANSLATE_NOOP("ErrorText", "Something went wrong"),
          QT_TRANSLATE_NOOP("ErrorText", "Eddy met an error it did not foresee; the conversation is kept, and you can try again."),
          ErrorAction::Retry},
};

// Where the same code means something else for the user's own data.
constexpr std::array kStorageWords = {
    Words{ErrorCode::FileNotFound, "", QT_TRANSLATE_NOOP("ErrorText", "The data folder is not there"),
          QT_TRANSLATE_NOOP("ErrorText", "Eddy found no place for your conversations; check the folder and start again."),
          ErrorAction::OpenDataFolder},
    Words{ErrorCode::FileUnreadable, "", QT_TRANSLATE_NOOP("ErrorText", "The data folder cannot be used"),
          QT_TRANSLATE_NOOP("ErrorText", "Eddy may not read or write your conversations there; check its rights or choose another folder."),
          ErrorAction::OpenDataFolder},
    Words{ErrorCode::FileLocked, "", QT_TRANSLATE_NOOP("ErrorText", "Another program uses your conversations"),
          QT_TRANSLATE_NOOP("ErrorText", "Close the other Eddy that uses this data folder and start again."), ErrorAction::Retry},
    Words{ErrorCode::DiskFull, "", QT_TRANSLATE_NOOP("ErrorText", "The disk is full"),
          QT_TRANSLATE_NOOP("ErrorText", "It could not be saved; free some space and send it again."), ErrorAction::FreeSpace},
    Words{ErrorCode::FileTooNew, "", QT_TRANSLATE_NOOP("ErrorText", "Your conversations were written by a newer Eddy"),
          QT_TRANSLATE_NOOP("ErrorText", "This version leaves them untouched; update Eddy to open them."), ErrorAction::OpenDataFolder},
    Words{ErrorCode::FileCorrupt, "", QT_TRANSLATE_NOOP("ErrorText", "The conversation database is damaged"),
          QT_TRANSLATE_NOOP("ErrorText", "Eddy changed nothing in it; a copy from a backup put in its place will work."),
          ErrorAction::OpenDataFolder},
    Words{ErrorCode::UnsupportedFormat, "", QT_TRANSLATE_NOOP("ErrorText", "This is not a database of Eddy"),
          QT_TRANSLATE_NOOP("ErrorText", "The data folder holds another program's file; choose another folder."),
          ErrorAction::OpenDataFolder},
};

struct ReasonWords {
  RereadReason reason;
  const char* name;
  const char* text;
};
constexpr std::array kReasons = {
    ReasonWords{RereadReason::NoSnapshot, "no-snapshot", QT_TRANSLATE_NOOP("ErrorText", "no state had been saved for it yet")},
    ReasonWords{RereadReason::Damaged, "damaged", QT_TRANSLATE_NOOP("ErrorText", "the saved state was damaged")},
    ReasonWords{RereadReason::ModelChanged, "model-changed", QT_TRANSLATE_NOOP("ErrorText", "the saved state belongs to another model")},
    ReasonWords{RereadReason::TokenizerChanged, "tokenizer-changed",
                QT_TRANSLATE_NOOP("ErrorText", "this model divides text into other tokens")},
    ReasonWords{RereadReason::ChatFormatChanged, "chat-format-changed",
                QT_TRANSLATE_NOOP("ErrorText", "this model lays out chats in another way")},
    ReasonWords{RereadReason::Evicted, "evicted",
                QT_TRANSLATE_NOOP("ErrorText", "its saved state was unused for longest when the room for them ran out")},
    ReasonWords{RereadReason::FormatNewer, "format-newer", QT_TRANSLATE_NOOP("ErrorText", "the saved state was written by a newer Eddy")},
    ReasonWords{RereadReason::Thinned, "thinned",
                QT_TRANSLATE_NOOP("ErrorText", "of this branch only some states were kept when the room for them ran out")},
    ReasonWords{RereadReason::Freed, "freed", QT_TRANSLATE_NOOP("ErrorText", "you freed the space of its saved state")},
    ReasonWords{RereadReason::BeginningLost, "beginning-lost",
                QT_TRANSLATE_NOOP("ErrorText", "the file of the saved state that this chat begins with is damaged or gone")},
    ReasonWords{RereadReason::HistoryRewritten, "history-rewritten",
                QT_TRANSLATE_NOOP("ErrorText", "the text before it is not the one its state was saved for")},
    ReasonWords{RereadReason::StatesMissing, "states-missing",
                QT_TRANSLATE_NOOP("ErrorText", "its saved state is missing: it could not be written, or was deleted")},
    ReasonWords{RereadReason::StoreUnavailable, "store-unavailable",
                QT_TRANSLATE_NOOP("ErrorText", "the folder of saved states cannot be used")},
};

QString translated(const char* text) { return QCoreApplication::translate("ErrorText", text); }

template <class List>
const Words* find(const List& list, ErrorCode code) {
  for (const auto& words : list) {
    if (words.code == code) return &words;
  }
  return nullptr;
}

ErrorText textOf(const Words& words) { return {translated(words.title), translated(words.explanation), words.action}; }

}  // namespace

ErrorText describe(ErrorCode code) {
  const auto* words = find(kWords, code);
  return textOf(words ? *words : kWords.back());
}

ErrorText describeStorage(ErrorCode code) {
  const auto* words = find(kStorageWords, code);
  return words ? textOf(*words) : describe(code);
}

QString nameOf(ErrorCode code) {
  const auto* words = find(kWords, code);
  return QLatin1String(words ? words->name : kWords.back().name);
}

QString inOneLine(const ErrorText& words) {
  //: An error's title, and the sentence that explains it.
  return QCoreApplication::translate("ErrorText", "%1: %2").arg(words.title, words.explanation);
}

ErrorCode errorCodeOf(const QString& name) {
  for (const auto& words : kWords) {
    if (name == QLatin1String(words.name)) return words.code;
  }
  return ErrorCode::Internal;
}

QString nameOf(RereadReason reason) {
  for (const auto& words : kReasons) {
    if (words.reason == reason) return QLatin1String(words.name);
  }
  return {};
}

RereadReason rereadReasonOf(const QString& name) {
  for (const auto& words : kReasons) {
    if (name == QLatin1String(words.name)) return words.reason;
  }
  return RereadReason::None;
}

QString describe(RereadReason reason) {
  for (const auto& words : kReasons) {
    if (words.reason == reason) return translated(words.text);
  }
  return {};
}

}  // namespace eddy
