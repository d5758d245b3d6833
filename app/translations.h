// The words of the system's language, and English plurals where there are none of it.
#pragma once

namespace eddy {

/// Installs what `resources/translations` has for this system. Once, after QCoreApplication was made. GUI thread.
void install_translations();

}  // namespace eddy
