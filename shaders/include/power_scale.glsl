// A power of two that brings the largest number of a row to [128, 256): as halves nothing overflows, and what is 2^-22 of
// the largest number still counts. Products are multiplied by its inverse, which is exact too.
int scale_exponent(float largest) {
  const uint bits = floatBitsToUint(largest);
  if (bits == 0 || bits >= 0x7f800000u) return 0;
  return clamp(8 - (int(bits >> 23) - 126), -126, 126);
}
float power_of(int n) { return uintBitsToFloat(uint(n + 127) << 23); }
