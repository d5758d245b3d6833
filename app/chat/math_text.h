// Formulas in TeX notation as text with simple HTML. Pure functions.
#pragma once

#include <QString>

namespace eddy {

/// What can be said in a line of text: letters and signs in Unicode, <sup> and <sub>, fractions as a/b, roots as √(x), matrices row by row.
/// Commands that are not known stay as they are. What is too long or too deep stays TeX. Never more than simple markup,
/// whatever `tex` holds.
QString mathHtml(QStringView tex);

}  // namespace eddy
