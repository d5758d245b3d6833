// Which logits a forward pass is to give.
#pragma once

namespace eddy {

enum class LogitRows { None, Last, All };

}  // namespace eddy
