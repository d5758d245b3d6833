// Weights in FP8 (e4m3), as Hugging Face publishes them: read to F16.
#pragma once

#include <string_view>

#include "engine/model_files/parsed_file.h"

namespace eddy {

/// Turns the F8_E4M3 tensors of a whole model (all parts joined) into F16 ones, times their scale: "x.weight_scale" (one
/// number, or one a row) or "x.weight_scale_inv" (one a block, 128 x 128 unless the config's
/// quantization_config.weight_block_size says otherwise). Scales, also those for activations, leave the lists.
/// FileCorrupt naming the tensor; UnsupportedFormat where F16 cannot hold the numbers. Nothing is done without FP8.
Result<void> read_fp8(ParsedFile& model, std::string_view format, const std::string& file_name);

}  // namespace eddy
