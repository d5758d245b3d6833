// What this copy of Eddy was built with: whom to ask for a newer one, and which version it is.
#pragma once

#include "app/updates/updates_view_model.h"

namespace eddy {

UpdatesViewModel::Publisher publisherOfThisCopy();
Installation installationOfThisCopy();

}  // namespace eddy
