// Names from elsewhere (titles, files, models) as they are shown. Any thread.
#pragma once

#include <QString>

namespace eddy {

/// A mark of direction or a sign without width, which can only deceive in names and code.
bool isHiddenMark(QChar c);

/// Without what hides or turns around a part of it: marks of direction, blanks without width, line ends and other control characters.
/// "invoice\u202Efdp.exe" shows what it ends with. Joiners, which some scripts are written with, stay.
QString plainName(const QString& name);

}  // namespace eddy
