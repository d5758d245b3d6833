// Whether a device computes what it should, and how fast it is, without any model file. Long work: off the GUI thread.
#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/api/engine.h"
#include "engine/api/result.h"

namespace eddy {

/// One op on one device against its reference.
struct OpCheck {
  enum Outcome { Right, Wrong, Absent };  ///< Absent: the device has neither kernel nor composition for it

  std::string op;      ///< "linear Q4_K"
  Outcome outcome = Right;
  double error = 0;    ///< relative, the largest of all outputs and states
  double allowed = 0;
  std::string detail;  ///< what the backend says of an op that it cannot run
};

struct DeviceCheck {
  std::vector<OpCheck> ops;
  int right = 0, wrong = 0, absent = 0;
};

/// Runs every op that networks are made of, every weight format among them, on small made-up numbers and compares with
/// the references. `device` as in LoadOptions. An error when the device cannot be opened or is lost; Cancelled.
/// `progress` gets a fraction from 0 to 1 on the calling thread.
Result<DeviceCheck> check_device(const std::string& backend, int device, std::stop_token stop = {},
                                 const LoadProgress& progress = {});

struct DeviceSpeed {
  double decode_bytes_per_second = 0;   ///< packed weights read while tokens are computed one by one
  double prefill_operations_per_second = 0;  ///< multiplications and additions while many tokens are read at once
};

/// A made-up network of large packed matrices, for a second or two. Errors as check_device(), and OutOfMemory.
Result<DeviceSpeed> measure_device(const std::string& backend, int device, int threads, std::stop_token stop = {},
                                   const LoadProgress& progress = {});

}  // namespace eddy
