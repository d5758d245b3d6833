#include "engine/api/device_tools.h"
#include "engine/devices/op_trial.h"

namespace eddy {
namespace {

bool is_absent(const Error& error) {
  return error.code == ErrorCode::UnsupportedFormat || error.code == ErrorCode::UnsupportedArchitecture;
}

bool works(const Backend& backend, const LoadOptions& options, const OpTrial& trial) {
  const auto error = trial.run(backend, options);
  return error && *error <= trial.tolerance();
}

void count(DeviceCheck& check, OpCheck op) {
  int& counter = op.outcome == OpCheck::Right ? check.right : op.outcome == OpCheck::Wrong ? check.wrong : check.absent;
  ++counter;
  check.ops.push_back(std::move(op));
}

}  // namespace

Result<DeviceCheck> check_device(const std::string& backend, int device, std::stop_token stop, const LoadProgress& progress) {
  const auto found = find_backend(backend);
  if (!found) return found.error();
  const LoadOptions options{.backend = backend, .device = device};
  DeviceCheck check;
  const auto trials = all_op_trials();
  for (const auto& trial : trials) {
    if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "[device] the self-test was stopped"};
    if (progress) progress(static_cast<double>(check.ops.size()) / static_cast<double>(trials.size()));
    const auto error = trial.run(**found, options);
    OpCheck op{.op = trial.name(), .allowed = trial.tolerance()};
    if (error) {
      op.error = *error;
      op.outcome = *error <= trial.tolerance() ? OpCheck::Right : OpCheck::Wrong;
    } else if (is_absent(error.error())) {
      op.outcome = OpCheck::Absent;
      op.detail = error.error().message;
    } else if (error.error().code == ErrorCode::DeviceLost && works(**found, options, trials.front())) {
      op.outcome = OpCheck::Wrong;  // found out by the backend itself
      op.error = 1;
      op.detail = error.error().message;
    } else {
      return error.error();
    }
    count(check, std::move(op));
  }
  if (progress) progress(1);
  return check;
}

}  // namespace eddy
