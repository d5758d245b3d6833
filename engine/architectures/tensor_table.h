// The tensors of a network: what it needs, under which names files hold it, and the check that they do.
#pragma once

#include <string>
#include <vector>

#include "engine/api/result.h"
#include "engine/core/tensor.h"
#include "engine/graph/weight_source.h"
#include "engine/model_files/model_file.h"

namespace eddy {

/// Rows `first` ... `first` + `count` - 1 of a matrix, and the same again `every` rows further on, `times` in all: one
/// projection of several that a file keeps as one matrix.
struct RowBands {
  std::int64_t first = 0, count = 0, every = 0, times = 1;
};

/// One way in which a file may hold a tensor.
struct TensorSource {
  std::vector<std::string> names;  ///< several: stacked along a new first dimension
  bool in_out = false;             ///< a matrix stored [in, out]
  Shape stored = {};  ///< shape in the file where it is neither the network's nor [in, out]; ones are ignored
  RowBands rows = {};  ///< of the stored matrix, whose shape `stored` then says; count 0: all of it
  WeightRewrite rewrite = nullptr;  ///< how ops' numbers follow from the stored ones; never for a matrix
};

struct TensorRule {
  std::string name;     ///< ours: the paper authors' name
  Shape shape;          ///< as ops see it: a matrix is [out, in]
  bool matrix = false;  ///< may come in any weight format; everything else is held as float32
  std::vector<TensorSource> sources;
};

struct TensorTable {
  std::vector<TensorRule> rules;
  /// Names that files hold and the network has no use for. Any other tensor is a reason to refuse the file: computing
  /// without it would give a plausible wrong answer.
  std::vector<std::string> ignored;
};

/// Finds every tensor of the table in the file and checks shapes and formats. FileCorrupt listing what is missing or
/// naming what is misshapen, UnsupportedFormat, or UnsupportedArchitecture listing tensors that nobody asked for.
Result<std::vector<WeightSource>> bind_tensors(std::string_view architecture, const TensorTable& table,
                                               const ModelFile& file);

}  // namespace eddy
