/**
 * What a store gives to bring somebody back: offers, the coupons they become, and the rules by which one may be given and
 * used. Pure: it knows no clock, network, JSON or AWS, and never how a letter looks.
 */
@NullMarked
package comeback.coupon;

import org.jspecify.annotations.NullMarked;
