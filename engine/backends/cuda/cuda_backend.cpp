#include "engine/backends/cuda/cuda_backend.h"

#include <algorithm>
#include <cstdlib>
#include <new>

#include "engine/backends/cuda/cuda_model.h"
#include "engine/backends/cuda/kernels.h"
#include "engine/backends/cuda/plan_steps.h"
#include "engine/backends/cuda/weight_upload.h"

namespace eddy {
namespace {

std::string version_text(int version) {
  return std::to_string(version / 1000) + "." + std::to_string(version % 1000 / 10);
}

std::string uuid_text(const cudaUUID_t& uuid) {
  std::string text = "GPU";
  for (int i = 0; i < 16; ++i) {
    if (i == 0 || i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    const auto byte = static_cast<unsigned char>(uuid.bytes[i]);
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 15];
  }
  return text;
}

/// Why no device can be used, in a sentence.
std::string why_none(cudaError_t code) {
  int driver = 0, runtime = 0;
  cudaDriverGetVersion(&driver);
  cudaRuntimeGetVersion(&runtime);
  if (driver == 0) return "there is no NVIDIA driver on this computer";
  if (driver < runtime) {
    return "the NVIDIA driver is for CUDA " + version_text(driver) + ", this backend needs " + version_text(runtime) +
           "; update the driver";
  }
  if (code == cudaErrorNoDevice) return "the NVIDIA driver finds no GPU";
  return std::string("CUDA says: ") + cudaGetErrorString(code);
}

Result<int> count_devices() {
  int count = 0;
  const auto code = cudaGetDeviceCount(&count);
  if (code == cudaSuccess && count > 0) return count;
  cudaGetLastError();
  return Error{ErrorCode::DeviceLost, "[cuda] " + why_none(code == cudaSuccess ? cudaErrorNoDevice : code)};
}

DeviceInfo describe(int index) {
  cudaDeviceProp properties{};
  const auto code = cudaGetDeviceProperties(&properties, index);
  if (code != cudaSuccess) return {.backend = "cuda", .name = "GPU", .why_not = why_none(code)};
  int driver = 0;
  cudaDriverGetVersion(&driver);
  DeviceInfo info{.backend = "cuda",
                  .id = uuid_text(properties.uuid),
                  .name = properties.name,
                  .detail = "compute capability " + std::to_string(properties.major) + "." +
                            std::to_string(properties.minor) + ", CUDA " + version_text(driver),
                  .memory_bytes = static_cast<std::int64_t>(properties.totalGlobalMem),
                  .usable = true,
                  .kind = properties.integrated ? "integrated GPU" : "discrete GPU",
                  .driver = "CUDA " + version_text(driver)};
  if (!cuda_has_code_for(properties.major, properties.minor)) {
    info.usable = false;
    info.why_not = "this build of Eddy has no kernels for " + info.detail;
  }
  return info;
}

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value && *value && std::string_view(value) != "0";
}

Result<CudaDeviceFacts> choose_device(int index) {
  const auto count = count_devices();
  if (!count) return count.error();
  if (index < 0 || index >= *count) {
    return Error{ErrorCode::InvalidArgument, "[cuda] there is no device " + std::to_string(index) + "; there are " +
                                                 std::to_string(*count) + ", counted from 0"};
  }
  const DeviceInfo info = describe(index);
  if (!info.usable) return Error{ErrorCode::DeviceLost, "[cuda] " + info.name + ": " + info.why_not};
  if (auto set = cuda_check(cudaSetDevice(index), info.name + " cannot be used"); !set) return set.error();
  int major = 0;
  cudaDeviceGetAttribute(&major, cudaDevAttrComputeCapabilityMajor, index);
  return CudaDeviceFacts{.index = index,
                         .can_overlap = major >= 9 && !is_set("EDDY_CUDA_NO_OVERLAP"),
                         .draws = !is_set("EDDY_CUDA_HOST_DRAW"),
                         .poison = is_set("EDDY_CUDA_POISON")};
}

bool is_exact(std::span<const WeightSource> weights) {
  return std::ranges::all_of(weights, [](const WeightSource& weight) {
    return !weight.matrix || weight.parts[0].format == WeightFormat::F32;
  });
}

class CudaBackend final : public Backend {
 public:
  std::string_view name() const override { return "cuda"; }
  std::int64_t weight_bytes(const WeightSource& weight) const override { return cuda_weight_bytes(weight); }

  std::int64_t work_bytes(const Plan& plan, std::span<const WeightSource> weights,
                          const LoadOptions& options) const override {
    if (!choose_device(options.device)) return plan.work_bytes;
    std::vector<DeviceMatrix> matrices;
    for (const auto& weight : weights) matrices.push_back(weight.matrix ? matrix_layout(weight, nullptr) : DeviceMatrix{});
    return cuda_plan_bytes(plan, is_exact(weights), [&](int i) {
      return weights[static_cast<std::size_t>(i)].matrix ? &matrices[static_cast<std::size_t>(i)] : nullptr;
    });
  }

  std::int64_t available_bytes(int device) const override {
    if (!choose_device(device)) return 0;
    std::size_t free = 0, total = 0;
    return cudaMemGetInfo(&free, &total) == cudaSuccess ? static_cast<std::int64_t>(free) : 0;
  }

  Result<std::unique_ptr<BackendModel>> load(std::span<const WeightSource> weights, const StateLayout& layout,
                                             const LoadOptions& options, std::stop_token stop,
                                             const LoadProgress& progress) const override {
    try {
      return load_weights(weights, layout, options, stop, progress);
    } catch (const std::bad_alloc&) {
      return Error{ErrorCode::OutOfMemory, "[cuda] the computer's memory does not suffice to read the weights"};
    }
  }

 private:
  static Result<std::unique_ptr<BackendModel>> load_weights(std::span<const WeightSource> weights,
                                                            const StateLayout& layout, const LoadOptions& options,
                                                            std::stop_token stop, const LoadProgress& progress) {
    auto facts = choose_device(options.device);
    if (!facts) return facts.error();
    facts->exact = is_exact(weights);
    std::int64_t total = 0, done = 0;
    for (const auto& weight : weights) total += cuda_weight_bytes(weight);
    auto memory = CudaBuffer::allocate(static_cast<std::size_t>(total), CudaBuffer::Kind::Device, "the model");
    if (!memory) return std::move(memory).error();
    auto stream = CudaStream::create();
    if (!stream) return std::move(stream).error();

    ThreadPool pool(options.threads);
    WeightUpload upload(pool);
    if (auto started = upload.start(total); !started) return started.error();
    std::vector<CudaWeight> loaded;
    for (const auto& source : weights) {
      if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "[cuda] loading was stopped"};
      auto* base = memory->as<std::uint8_t>() + done;
      CudaWeight weight{.shape = source.shape, .is_matrix = source.matrix};
      if (source.matrix) {
        weight.matrix = matrix_layout(source, base);
      } else {
        weight.numbers = reinterpret_cast<float*>(base);
      }
      auto sent = source.matrix ? upload.matrix(source, weight.matrix) : upload.numbers(source, weight.numbers);
      if (!sent) return sent.error();
      loaded.push_back(weight);
      done += cuda_weight_bytes(source);
      if (progress) progress(static_cast<double>(done) / static_cast<double>(std::max<std::int64_t>(1, total)));
    }
    if (auto finished = upload.finish(); !finished) return finished.error();
    return std::unique_ptr<BackendModel>(
        std::make_unique<CudaModel>(*facts, std::move(loaded), *std::move(memory), layout, *std::move(stream)));
  }
};

}  // namespace

const Backend& cuda_backend() {
  static const CudaBackend backend;
  return backend;
}

std::vector<DeviceInfo> cuda_devices() {
  const auto count = count_devices();
  if (!count) {
    std::string why = count.error().message;
    if (why.starts_with("[cuda] ")) why.erase(0, 7);
    return {{.backend = "cuda", .name = "CUDA", .why_not = why}};
  }
  std::vector<DeviceInfo> devices;
  for (int i = 0; i < *count; ++i) devices.push_back(describe(i));
  return devices;
}

}  // namespace eddy
