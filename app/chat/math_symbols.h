// Commands of TeX that are one sign. Made for math_text.cpp.
#pragma once

#include <QHash>
#include <QString>

namespace eddy {

/// By name without the backslash.
const QHash<QString, QString>& mathSymbols();
/// Names of functions, which stand upright: "sin".
bool isMathFunction(const QString& name);

}  // namespace eddy
