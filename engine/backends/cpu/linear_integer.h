// Products of matrices of codes with activations quantised to bytes: several times as fast as in float, and within half a
// percent of it.
#pragma once

#include "engine/backends/cpu/packed_matrix.h"
#include "engine/backends/cpu/quantised_rows.h"
#include "engine/core/tensor.h"
#include "engine/ops/activation.h"

namespace eddy {

/// y = activation(W x + bias) + residual, with the rows of x rounded to 8 bits in blocks of 32 columns.
struct IntegerProduct {
  const MatrixPanels& matrix;
  const QuantisedRows& x;
  const float* bias = nullptr;
  const TensorView* residual = nullptr;
  TensorView y;  ///< [.., N]
  Activation activation = Activation::None;
};

/// True for the formats that coded_layout.h holds as codes.
bool has_integer_product(WeightFormat format);

/// Panels begin .. end of the matrix. A row alone gives the bits it gives among others, and every instruction set with
/// fused multiply-add the same. Needs no memory of its own.
void multiply_integers(const IntegerProduct& product, std::int64_t begin, std::int64_t end);

}  // namespace eddy
