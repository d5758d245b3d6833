// Models of a few kilobytes made inside a test: named float32 tensors that can be written as a file and read by the
// test.
#pragma once

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace eddy::test {

/// Numbers as double, for implementations that follow a paper line by line.
using Vector = std::vector<double>;

class TinyModel {
 public:
  struct Tensor {
    std::vector<int> shape;
    std::vector<float> values;
  };

  explicit TinyModel(std::uint64_t seed = 1) : random_(seed) {}

  /// Uniform in [middle - spread, middle + spread], the same on every run.
  void add(const std::string& name, std::vector<int> shape, float spread, float middle = 0) {
    std::size_t count = 1;
    for (int n : shape) count *= static_cast<std::size_t>(n);
    Tensor& tensor = tensors_[name];
    tensor.shape = std::move(shape);
    for (std::size_t i = 0; i < count; ++i) tensor.values.push_back(middle + spread * next());
  }
  void add_norm(const std::string& name, int width) {
    add(name + ".weight", {width}, 0.3f, 1);
    add(name + ".bias", {width}, 0.2f);
  }
  /// A matrix whose products keep the size of their input.
  void add_linear(const std::string& name, int out, int in) { add(name, {out, in}, 1.7f / std::sqrt(float(in))); }

  void put(const std::string& name, Tensor tensor) { tensors_[name] = std::move(tensor); }
  void remove(const std::string& name) { tensors_.erase(name); }
  void rename(const std::string& name, const std::string& to) {
    tensors_[to] = tensors_.at(name);
    remove(name);
  }
  Tensor& operator[](const std::string& name) { return tensors_.at(name); }
  const std::map<std::string, Tensor>& tensors() const { return tensors_; }

  Vector operator()(const std::string& name) const {
    const auto& values = tensors_.at(name).values;
    return {values.begin(), values.end()};
  }
  /// W x
  Vector multiply(const std::string& name, const Vector& x) const { return multiply_rows(tensors_.at(name).values, x); }
  /// x W, for matrices stored [in, out]
  Vector multiply_left(const Vector& x, const std::string& name) const {
    const auto& w = tensors_.at(name).values;
    Vector y(w.size() / x.size());
    for (std::size_t i = 0; i < w.size(); ++i) y[i % y.size()] += w[i] * x[i / y.size()];
    return y;
  }
  Vector layer_norm(const Vector& x, const std::string& name, double epsilon, std::size_t groups = 1) const {
    const auto& weight = tensors_.at(name + ".weight").values;
    const auto& bias = tensors_.at(name + ".bias").values;
    Vector y(x.size());
    const std::size_t size = x.size() / groups;
    for (std::size_t first = 0; first < x.size(); first += size) {
      double mean = 0, variance = 0;
      for (std::size_t i = first; i < first + size; ++i) mean += x[i] / double(size);
      for (std::size_t i = first; i < first + size; ++i) variance += (x[i] - mean) * (x[i] - mean) / double(size);
      for (std::size_t i = first; i < first + size; ++i)
        y[i] = (x[i] - mean) / std::sqrt(variance + epsilon) * weight[i] + bias[i];
    }
    return y;
  }
  /// Row `index` of a table.
  Vector row(const std::string& name, int index) const {
    const Tensor& table = tensors_.at(name);
    const auto begin = table.values.begin() + index * table.shape.back();
    return {begin, begin + table.shape.back()};
  }

  void write_safetensors(const std::filesystem::path& file) const {
    std::string header, data;
    for (const auto& [name, tensor] : tensors_) {
      std::string dims;
      for (int n : tensor.shape) dims += (dims.empty() ? "" : ",") + std::to_string(n);
      const std::size_t begin = data.size();
      data.append(reinterpret_cast<const char*>(tensor.values.data()), tensor.values.size() * sizeof(float));
      header += (header.empty() ? "{\"" : ",\"") + name + R"(":{"dtype":"F32","shape":[)" + dims +
                R"(],"data_offsets":[)" + std::to_string(begin) + "," + std::to_string(data.size()) + "]}";
    }
    header += "}";
    const std::uint64_t size = header.size();
    std::ofstream out(file, std::ios::binary);
    out.write(reinterpret_cast<const char*>(&size), sizeof(size));
    out << header << data;
  }

 private:
  static Vector multiply_rows(const std::vector<float>& w, const Vector& x) {
    Vector y(w.size() / x.size());
    for (std::size_t i = 0; i < w.size(); ++i) y[i / x.size()] += w[i] * x[i % x.size()];
    return y;
  }

  float next() {
    random_ = random_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<float>(static_cast<std::int32_t>(random_ >> 32)) / 2147483648.0f;
  }

  std::uint64_t random_;
  std::map<std::string, Tensor> tensors_;
};

inline double sigmoid(double x) {
  return 1 / (1 + std::exp(-x));
}

/// f(a[i], b[i]), f(a[i], b[i], c[i])
template <class F>
Vector zip(const Vector& a, const Vector& b, const F& f) {
  Vector y(a.size());
  for (std::size_t i = 0; i < a.size(); ++i) y[i] = f(a[i], b[i]);
  return y;
}
template <class F>
Vector map(Vector a, const F& f) {
  for (double& x : a) x = f(x);
  return a;
}
inline Vector operator+(const Vector& a, const Vector& b) {
  return zip(a, b, [](double x, double y) { return x + y; });
}
inline Vector operator*(const Vector& a, const Vector& b) {
  return zip(a, b, [](double x, double y) { return x * y; });
}

/// The authors' "mix": m of the current token, the rest of the previous one.
inline Vector mix(const Vector& current, const Vector& previous, const Vector& m) {
  Vector y(current.size());
  for (std::size_t i = 0; i < y.size(); ++i) y[i] = current[i] * m[i] + previous[i] * (1 - m[i]);
  return y;
}

}  // namespace eddy::test
