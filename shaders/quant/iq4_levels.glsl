// The sixteen levels of IQ4_NL and IQ4_XS.
const float kLevels[16] = float[](-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113);
vec4 four_levels(uint w) {
  return vec4(kLevels[w & 15u], kLevels[w >> 8 & 15u], kLevels[w >> 16 & 15u], kLevels[w >> 24 & 15u]);
}
