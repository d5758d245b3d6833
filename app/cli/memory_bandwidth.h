// How fast memory can be read: the limit of decoding on a processor.
#pragma once

namespace eddy::cli {

/// Bytes per second that `threads` threads read together from buffers far larger than the caches; the middle one of a few passes.
/// Takes about a second and a gigabyte. 0 when that memory cannot be had.
double measure_memory_bandwidth(int threads);

}  // namespace eddy::cli
