// What linear and grouped_linear have in common: a product of a matrix, or of one matrix for each expert, with rows.
#pragma once

#include <algorithm>
#include <span>

#include "engine/backends/cuda/cuda_call.h"
#include "engine/backends/cuda/linear_jobs.h"
#include "engine/ops/linear.h"

namespace eddy {

struct Product {
  LinearJob job;                  ///< the matrices of experts as one tall one
  ConvEnd conv;                   ///< of its outputs, in the same launch: gemv alone
  int rows = 0;                   ///< of x: fewer than the plan's where only last tokens go on
  const float* begins = nullptr;  ///< [experts + 1], where each expert's rows begin; null: one matrix for all rows
  int experts = 1;

  int outputs() const { return job.w.rows / experts; }
  /// Numbers of a row of x, padded for the tensor cores.
  int depth() const { return (job.w.columns + 63) / 64 * 64; }
};

/// Of the first two inputs alone.
inline Product plain_product(const CudaCall& call) {
  return {.job = {.w = *call.inputs[0].matrix,
                  .x = call.in(1),
                  .y = call.out(0),
                  .x_pitch = static_cast<int>(call.in_shape(1).last())},
          .rows = static_cast<int>(call.in_shape(1).rows())};
}

inline Product linear_product(const CudaCall& call) {
  const auto params = call.params.as<LinearParams>();
  Product product = plain_product(call);
  product.job.bias = params.has_bias ? call.in(2) : nullptr;
  product.job.residual = params.has_residual ? call.in(params.has_bias ? 3 : 2) : nullptr;
  product.job.activation = params.activation;
  return product;
}

inline Product grouped_product(const CudaCall& call) {
  return {.job = {.w = *call.inputs[0].matrix,
                  .x = call.in(1),
                  .y = call.out(0),
                  .activation = call.params.as<Activation>(),
                  .x_pitch = static_cast<int>(call.in_shape(1).last())},
          .rows = static_cast<int>(call.in_shape(1).rows()),
          .begins = call.in(2),
          .experts = static_cast<int>(call.in_shape(0)[0])};
}

/// Runs products on tensor cores, with fp16 operands. `call` has the stream and scratch memory.
void run_gemm(const CudaCall& call, std::span<const Product> products);

/// Bytes of scratch memory that this needs.
std::int64_t gemm_scratch(std::span<const Product> products);

}  // namespace eddy
