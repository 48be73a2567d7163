/**
 * What a shop's own server asks about coupons: is this code good, it was used, take it back, here are codes of ours. It
 * knows the coupon's rules only by asking the heart, and trusts nobody without a secret key.
 */
@NullMarked
package comeback.ingest.coupons;

import org.jspecify.annotations.NullMarked;
