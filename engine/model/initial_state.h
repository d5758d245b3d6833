// States before the first token, as state tuning leaves them in files of their own.
//
// RWKV state tuning trains one tensor a layer, `blocks.N.att.time_state` [H, D, D], and nothing else: the shifts start
// at zero. In each head's matrix the row is the channel of the value and the column that of the key, for all versions:
// the training kernels read it so (Joluck/RWKV-PEFT, cuda/wkv6state_cuda.cu: thread i holds value channel i and reads row i;
// rwkvt/rwkv7/att.py names and shapes it), and so do programs that run it (BlinkDL's rwkv package and
// josStorer/RWKV-Runner turn it for versions 5 and 6, whose state they keep as [key, value], and take it as it is for 7,
// whose state they keep as [value, key]). Our slots are [H, key, value], so it is always turned here.
//
// flash-linear-attention's own arrays are called `initial_state` and lie as [H, key, value] (fla/ops: the argument of that
// name); they are taken as they are.
#pragma once

#include <filesystem>

#include "engine/sequence/recurrent_sequence.h"

namespace eddy {

/// See LanguageModel::read_initial_state().
Result<std::shared_ptr<const StateSnapshot>> read_initial_state(const std::filesystem::path& path,
                                                                const SequenceModel& model);

}  // namespace eddy
