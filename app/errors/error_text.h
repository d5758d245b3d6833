// The only place where error codes and reasons become words for the user. GUI thread only.
#pragma once

#include <QString>

#include "app/inference/reread_reason.h"
#include "engine/api/error.h"

namespace eddy {

enum class ErrorAction { None, Retry, ChooseModel, FreeSpace, OpenDataFolder };

struct ErrorText {
  QString title;        ///< a few words
  QString explanation;  ///< one sentence: what happened and what helps
  ErrorAction action = ErrorAction::None;
};

/// What went wrong while something was answered or loaded. The engine's own message is the detail for those who ask.
ErrorText describe(ErrorCode code);
/// The same for the database and the saved states.
ErrorText describeStorage(ErrorCode code);
/// Title and explanation, where there is one line for both.
QString inOneLine(const ErrorText& words);

/// A stable name for an error code, kept with failed messages; describe() of an unknown name is that of Internal.
QString nameOf(ErrorCode code);
ErrorCode errorCodeOf(const QString& name);

/// Stable names for the reasons, and what they mean: "the saved state was damaged". Empty for None.
QString nameOf(RereadReason reason);
RereadReason rereadReasonOf(const QString& name);
QString describe(RereadReason reason);

}  // namespace eddy
