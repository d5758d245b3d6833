// What a backend offers: weights on its devices, and plans turned into something that runs.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

#include "engine/api/device_info.h"
#include "engine/api/engine.h"
#include "engine/api/result.h"
#include "engine/graph/op_times.h"
#include "engine/graph/plan.h"
#include "engine/graph/weight_source.h"
#include "engine/sampling/token_draw.h"
#include "engine/state/recurrent_state.h"
#include "engine/state/state_layout.h"

namespace eddy {

/// A plan bound to weights and memory. One thread at a time; lives no longer than its BackendModel.
class Executable {
 public:
  virtual ~Executable() = default;
  /// `tokens` [B, T], `states` those of the same BackendModel, `logits` and `given` as the plan says. On error states
  /// are undefined.
  virtual Result<void> run(std::span<const TokenId> tokens, std::span<RecurrentState* const> states,
                           std::span<float> logits, std::span<const float> given = {}) = 0;
  /// As run() of a plan with LogitRows::Last, but the logits stay where they are: `draws` [B] say how each sequence's next
  /// token is drawn, `chosen` [B] receives them. Only where BackendModel::can_draw().
  virtual Result<void> run_and_draw(std::span<const TokenId> /*tokens*/, std::span<RecurrentState* const> /*states*/,
                                    std::span<const TokenDraw> /*draws*/, std::span<TokenId> /*chosen*/,
                                    std::span<const float> /*given*/ = {}) {
    return Error{ErrorCode::Internal, "[backend] this backend draws no tokens"};
  }
};

/// The weights of one network on one device, in the device's own order. One thread at a time.
class BackendModel {
 public:
  virtual ~BackendModel() = default;
  virtual std::int64_t weight_bytes() const = 0;  ///< exactly what the weights occupy
  virtual int default_chunk() const = 0;          ///< tokens per prefill step that this device likes
  /// Work memory that this plan takes.
  virtual std::int64_t work_bytes(const Plan& plan) const { return plan.work_bytes; }
  /// Prepared plans that are worth keeping; those used longest ago go.
  virtual std::size_t most_plans() const { return 64; }
  virtual Result<std::unique_ptr<RecurrentState>> new_state() = 0;
  /// Memory that states and work buffers can still take; 0: unknown. Thread-safe.
  virtual std::int64_t available_bytes() const { return 0; }
  /// States that were restored from one snapshot have its full blocks of rows in common.
  virtual bool shares_blocks() const { return false; }
  /// Tokens can be drawn on the device.
  virtual bool can_draw() const { return false; }
  /// UnsupportedFormat listing the ops that the backend can run neither by a kernel nor by composition; OutOfMemory.
  virtual Result<std::unique_ptr<Executable>> prepare(Plan plan) = 0;
  /// From now on every run adds its ops' times to `times`, null = no more. False where the backend cannot tell.
  virtual bool keep_times(OpTimes*) { return false; }
};

/// Stateless, thread-safe.
class Backend {
 public:
  virtual ~Backend() = default;
  virtual std::string_view name() const = 0;  ///< "cpu"
  /// Bytes this weight will occupy.
  virtual std::int64_t weight_bytes(const WeightSource& weight) const = 0;
  /// Work memory that a plan over these weights will take.
  virtual std::int64_t work_bytes(const Plan& plan, std::span<const WeightSource> weights,
                                  const LoadOptions& options) const {
    (void)weights, (void)options;
    return plan.work_bytes;
  }
  /// Memory of a device that a model can take now; 0 where that is not known, or there is no such device.
  virtual std::int64_t available_bytes(int /*device*/) const { return 0; }
  /// Host memory that plans like this one take while they are kept for use.
  virtual std::int64_t prepared_bytes(const Plan& plan) const {
    (void)plan;
    return 0;
  }
  /// Reads and rearranges the weights; the sources are not needed afterwards. Cancelled, OutOfMemory, InvalidArgument.
  virtual Result<std::unique_ptr<BackendModel>> load(std::span<const WeightSource> weights, const StateLayout& layout,
                                                     const LoadOptions& options, std::stop_token stop,
                                                     const LoadProgress& progress) const = 0;
};

/// Those that are part of the program itself.
std::span<const Backend* const> all_backends();

/// By LoadOptions::backend; "auto" gives the one that always works, the cpu. InvalidArgument for a name we do not know,
/// DeviceLost for a backend whose module, driver or device is not there.
Result<const Backend*> find_backend(std::string_view name);

/// The backends for LoadOptions::backend in order of preference: for "auto" those with a device first, the cpu last.
/// The environment variable EDDY_BACKEND says what "auto" means.
Result<std::vector<const Backend*>> backends_to_try(std::string_view name);

/// The devices of a backend that is loaded at run time, or one entry that says why there is none.
std::vector<DeviceInfo> devices_of_module(std::string_view name);

}  // namespace eddy
