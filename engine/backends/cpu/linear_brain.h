// Products of matrices of bfloat16 with activations rounded to it, where the processor has tiles or dot products for them: within half a
// percent of float.
#pragma once

#include "engine/backends/cpu/brain_rows.h"
#include "engine/backends/cpu/packed_matrix.h"
#include "engine/core/tensor.h"
#include "engine/ops/activation.h"

namespace eddy {

/// y = activation(W x + bias) + residual, with the rows of x rounded to bfloat16.
struct BrainProduct {
  const MatrixPanels& matrix;  ///< `brain`
  const BrainRows& x;
  const float* bias = nullptr;
  const TensorView* residual = nullptr;
  TensorView y;  ///< [.., N]
  Activation activation = Activation::None;
};

/// True if the processor has instructions for them.
bool brain_products_pay();
/// True if weights of this format and width can be multiplied so at all.
bool has_brain_product(WeightFormat format, std::int64_t columns);

/// Panels begin .. end of the matrix. A row alone gives the bits it gives among others: where there are tiles, few rows are multiplied by
/// vectors in their order, the even and the odd ones of every 32 columns apart, then added to each other, then to the sum. (Tiles take
/// numbers below 1e-38 for zero.) Tiles and dot products add in different orders.
void multiply_brain(const BrainProduct& product, std::int64_t begin, std::int64_t end);

}  // namespace eddy
