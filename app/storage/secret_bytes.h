// Bytes that must not be found afterwards. Any thread; one object belongs to one thread at a time.
#pragma once

#include <cstddef>
#include <memory>

namespace eddy {

/// In memory that is not swapped out (as far as the system allows) and in no core dump; wiped when it goes. Throws
/// std::bad_alloc when there is none, as every container does.
class SecretBytes {
 public:
  explicit SecretBytes(std::size_t size);
  unsigned char* data() { return bytes_.get(); }
  const unsigned char* data() const { return bytes_.get(); }
  std::size_t size() const { return size_; }

 private:
  struct Free {
    void operator()(unsigned char* bytes) const;
  };
  std::size_t size_;
  std::unique_ptr<unsigned char, Free> bytes_;
};

/// From now on this process leaves no core dump, in which what is decrypted would stand. Where the system lets it.
void keep_out_of_core_dumps();

/// Makes the library for cryptography ready; call it before any other use. Ends the program where the system has no random numbers.
void prepare_cryptography();

}  // namespace eddy
